import Synchronization

/// A task that its own work can cancel, at a point that the work knows and no clock decides.
final class CancellableWork: Sendable {
    private let cancel = Mutex<(@Sendable () -> Void)?>(nil)

    private init() {}

    /// Runs a body in a task of its own.
    ///
    /// - Parameter body: What is run; it is handed what cancels it.
    /// - Returns: What the body returns.
    /// - Throws: What the body throws.
    static func run<Result: Sendable>(
        _ body: @escaping @Sendable (@escaping @Sendable () -> Void) async throws -> Result
    ) async throws -> Result {
        let work = CancellableWork()
        // The task waits until it is known what cancels it.
        let (gate, opener) = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            for await _ in gate {}
            return try await body { work.cancel.withLock { $0 }?() }
        }
        work.cancel.withLock { $0 = { task.cancel() } }
        opener.finish()
        return try await task.value
    }
}

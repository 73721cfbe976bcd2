package import LeitongStorage

/// The memory of the run under way.
package enum RunMemory {
    /// What it may take, so that ``ParallelRanges`` and ``OrderedWork`` can give back mapped pages
    /// between chunks without being handed it by every stage.
    @TaskLocal package static var budget: MemoryBudget?

    /// The budget of the run under way, or the standard one.
    package static var current: MemoryBudget { budget ?? MemoryBudget() }

    /// Runs with a budget and a listener.
    ///
    /// - Parameters:
    ///   - budget: What the run may take; the standard one if `nil`.
    ///   - progress: Told which stage runs.
    ///   - body: The run.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws; ``LeitongError`` for want of scratch space.
    package static func run<Result>(
        _ budget: MemoryBudget?,
        progress: RunProgress,
        _ body: () async throws -> Result
    ) async throws -> Result {
        do {
            return try await $budget.withValue(budget ?? MemoryBudget()) {
                try await RunProgress.$current.withValue(progress) { try await body() }
            }
        } catch let error as StorageError {
            throw LeitongError.noScratchSpace(error)
        }
    }
}

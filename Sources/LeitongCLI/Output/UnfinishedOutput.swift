import Dispatch
import Foundation
import Synchronization

/// Output that is not whole yet: it goes when the program is told to go.
enum UnfinishedOutput {
    private static let paths = Mutex<[String]>([])
    /// Kept for as long as the program runs.
    private static let sources = Mutex<[any DispatchSourceSignal]>([])

    /// Writes something under a name of its own, which a signal to end the program removes.
    ///
    /// - Parameters:
    ///   - path: The file or folder.
    ///   - body: Writes it, and gives it its final name or removes it.
    /// - Returns: What `body` returns.
    static func guarding<Result>(_ path: String, _ body: () throws -> Result) rethrows -> Result {
        listen()
        paths.withLock { $0.append(path) }
        defer { paths.withLock { $0.removeAll { $0 == path } } }
        return try body()
    }

    /// A step of writing: none begins once removing has begun.
    static func step<Result>(_ body: () throws -> Result) rethrows -> Result {
        try paths.withLock { _ in try body() }
    }

    /// Listens to the signals that people and systems end programs by, unless they are ignored.
    private static func listen() {
        sources.withLock { sources in
            guard sources.isEmpty else { return }
            for number in [SIGINT, SIGTERM, SIGHUP] {
                let old = signal(number, SIG_IGN)
                // Safe: handlers are addresses, which are compared and not called.
                let wasIgnored =
                    unsafe unsafeBitCast(old, to: Int.self)
                    == unsafeBitCast(SIG_IGN, to: Int.self)
                if wasIgnored { continue }
                let source = DispatchSource.makeSignalSource(signal: number)
                source.setEventHandler { end(by: number) }
                source.activate()
                sources.append(source)
            }
        }
    }

    /// Removes what is not whole, and ends the program as the signal would have.
    private static func end(by number: Int32) {
        paths.withLock { paths in
            for path in paths { try? FileManager.default.removeItem(atPath: path) }
            _ = signal(number, SIG_DFL)
            // Dispatch blocks the signals it listens to.
            var signals = sigset_t()
            // Safe: fills and reads a set of signals of this function.
            _ = unsafe sigemptyset(&signals)
            _ = unsafe sigaddset(&signals, number)
            _ = unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
            _ = raise(number)
            // Not reached; nobody may write on.
            exit(128 + number)
        }
    }
}

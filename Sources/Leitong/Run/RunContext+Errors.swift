package import LeitongRun
import LeitongStorage

extension RunContext {
    /// Runs something for people who call the library: scratch space that is not to be had is a
    /// ``LeitongError``.
    package func run<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            try Task.checkCancellation()
            return try await body()
        } catch let error as StorageError {
            throw LeitongError.noScratchSpace(error)
        }
    }
}

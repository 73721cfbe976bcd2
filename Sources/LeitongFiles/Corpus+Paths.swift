public import Leitong

extension Corpus {
    /// Creates a corpus of files and folders.
    ///
    /// ```swift
    /// let corpus = try await Corpus(paths: ["speeches"])
    /// ```
    ///
    /// - Parameters:
    ///   - paths: Files and folders, in any order; ``Loader`` has further options.
    ///   - context: How it is run.
    /// - Throws: ``LeitongError`` where memory ends and no scratch space is to be had;
    ///   `CancellationError` soon after the task was cancelled.
    /// - Complexity: Linear in the bytes read.
    public init(paths: [String], context: RunContext = .init()) async throws {
        self = try await Loader().load(paths: paths, context: context)
    }
}

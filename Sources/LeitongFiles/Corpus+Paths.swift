public import Leitong

extension Corpus {
    /// Reads files and folders into a corpus.
    ///
    /// ```swift
    /// let corpus = try await Corpus.reading(paths: ["speeches"])
    /// ```
    ///
    /// - Parameters:
    ///   - paths: Files and folders, in any order; `Loader` has further options.
    ///   - context: How it is run.
    /// - Returns: The documents in the order of their paths.
    /// - Throws: `LeitongError` where memory ends and no scratch space is to be had;
    ///   `CancellationError` soon after the task was cancelled.
    /// - Complexity: Linear in the bytes read.
    public static func reading(
        paths: [String],
        context: RunContext = .init()
    ) async throws -> Corpus {
        try await Loader().load(paths: paths, context: context)
    }
}

/// What the program that reports says of how a matter is settled: an option of its own, a setting.
///
/// The library has no such words: without hints its sentences say only what is the matter.
///
/// ```swift
/// let hints = ReportHints([.unlistedPairs: "ask for all of them to see each"])
/// let text = TextWriter(hints: hints).bytes(of: report)
/// ```
public struct ReportHints: Sendable, Equatable {
    /// A matter that the one who asked for the report can settle.
    public enum Matter: Sendable {
        /// Little speaks for the encoding that a document was read in.
        case uncertainEncoding
        /// Words in which letters of two scripts stand side by side.
        case mixedScripts
        /// Files were left out by their names: words for what did that.
        case leftOut
        /// Paragraphs were compared with some of those like them only, of all that were compared.
        case partlyCompared
        /// The same, behind what is sure to be found of all others.
        case notGuaranteed
        /// Texts stay that were compared with the likeliest of their candidates only.
        case likeliestCandidates
        /// Pairs that share nothing are not listed.
        case unlistedPairs
        /// Shared texts are not printed.
        case hiddenTexts
    }

    private let words: [Matter: String]

    /// Creates hints.
    ///
    /// - Parameter words: For each matter what stands behind it; nothing for the others.
    public init(_ words: [Matter: String] = [:]) {
        self.words = words
    }

    /// What stands behind a matter.
    ///
    /// - Parameters:
    ///   - matter: The matter.
    ///   - mark: What parts the words from the sentence.
    ///   - end: What closes them.
    ///   - other: What stands there without words.
    /// - Returns: The words between the marks.
    package func behind(
        _ matter: Matter,
        after mark: String = "; ",
        closing end: String = "",
        otherwise other: String = ""
    ) -> String {
        words[matter].map { mark + $0 + end } ?? other
    }
}

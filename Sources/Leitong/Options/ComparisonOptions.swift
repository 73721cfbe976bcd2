@_spi(Core) public import LeitongCore

/// What counts as a copy, and how it is searched for.
///
/// ```swift
/// var options = ComparisonOptions()
/// options.threshold = 0.8
/// options.folding = .variants
/// options.minPassage = 30
/// let report = try await Finder(options: options).find(in: corpus)
/// ```
public struct ComparisonOptions: Sendable {
    /// Lowest Jaccard similarity of two paragraphs that is reported, over 0 up to 1.
    public var threshold = Standard.threshold
    /// Least probability with which a pair at the threshold is found by MinHash.
    public var recallTarget = 0.999
    /// Paragraphs of fewer folded characters are left out and counted.
    public var minParagraph = Standard.minParagraph
    /// What is done to the text before it is compared.
    public var folding = FoldingLevel.standard
    /// How long a shingle is.
    public var shingleRule = ShingleRule.standard
    /// Whether every pair over the threshold is listed, instead of the most similar that join all copies.
    public var listsAllPairs = false
    /// Whether candidates come from a prefix-filter join (recall 1) instead of MinHash.
    public var isExact = false
    /// Seed of the signature's hash functions.
    public var seed = MinHasher.standardSeed
    /// How many central texts the others are compared with, in a group of candidates that is too large
    /// for comparing each two.
    ///
    /// Without effect with `isExact` and where every pair is listed.
    public var representativeLimit = Standard.representativeLimit
    /// Which documents are compared with which.
    public var pairing = Pairing.all
    /// Whether paragraphs, passages or both are looked for.
    public var scope = SearchScope.all
    /// Shortest run of Chinese characters that is sure to be found in passages.
    public var minRun = Standard.minRun
    /// Passages of fewer matched characters are not reported.
    public var minPassage = Standard.minPassage
    /// A seed or run in more places than this is compared with its first place only, and reported
    /// once with all its places.
    public var placeLimit = Standard.placeLimit
    /// When shared text is a copy, and when it is what everybody says.
    public var significance = SignificanceRules()
    /// Share of the documents, where there are five or more, above which the text that they hold is
    /// common to them and no copy: 0 up to 1.
    public var commonShare = Standard.commonShare
    /// Whether common text counts as copied all the same.
    public var countsCommon = false
    /// Whether what stands under the heading of a bibliography counts as copied all the same.
    public var countsBibliography = false
    /// Texts that were given to all: what a document has of them counts nowhere.
    public var templates: Templates?
    /// How surprising ordinary official prose is.
    public var background = BackgroundModel.standard
    /// Name of that model in the report.
    public var backgroundName = "official-prose"

    /// Creates the standard options.
    public init() {}
}

/// What is looked for.
///
/// ```swift
/// var options = ComparisonOptions()
/// options.scope = .paragraphs    // quicker, where only whole paragraphs matter
/// ```
public enum SearchScope: String, Sendable, CaseIterable {
    /// Paragraphs and passages.
    case all
    /// Paragraphs that are copies of one another as a whole.
    case paragraphs
    /// Passages of any length.
    case passages
}

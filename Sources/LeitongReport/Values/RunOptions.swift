/// The options that decide what a run finds, with their defaults filled in.
///
/// ```swift
/// print(report.options.threshold, report.options.fold, report.options.method)
/// ```
public struct RunOptions: Codable, Sendable, Equatable {
    /// Lowest Jaccard similarity of two paragraphs that is reported.
    public var threshold: Double
    /// Paragraphs of fewer folded characters are left out.
    public var minParagraph: Int
    /// `none` or `standard`.
    public var fold: String
    /// Length rule of shingles: `width 10` or `5 characters`.
    public var shingle: String
    /// Whether every pair is listed instead of each copy against its nearest.
    public var allPairs: Bool
    /// `minhash` (nominates, then verifies) or `exact` (prefix-filter join).
    public var method: String
    /// Seed of the signature's hash functions.
    public var seed: UInt64
    /// Texts of a very large group of candidates that the others of the group are compared with;
    /// without effect where `all_pairs` is set.
    public var representatives: Int
    /// The options of passages; absent where only paragraphs are looked for.
    public var passages: PassageOptions?
    /// Paths that all other documents were compared with, and with nothing else; absent otherwise.
    public var against: [String]?
    /// Number of pairs that alone were compared; absent otherwise.
    public var pairs: Int?
    /// Paths of the files whose text counts nowhere; absent where none were given.
    public var templates: [String]?

    enum CodingKeys: String, CodingKey {
        case threshold, fold, shingle, method, seed, representatives, passages, against
        case pairs, templates
        case minParagraph = "min_paragraph"
        case allPairs = "all_pairs"
    }

    /// Creates a set of options.
    public init(
        threshold: Double,
        minParagraph: Int,
        fold: String,
        shingle: String,
        allPairs: Bool,
        method: String,
        seed: UInt64,
        representatives: Int = 16,
        passages: PassageOptions? = nil,
        against: [String]? = nil,
        pairs: Int? = nil,
        templates: [String]? = nil
    ) {
        self.threshold = threshold
        self.minParagraph = minParagraph
        self.fold = fold
        self.shingle = shingle
        self.allPairs = allPairs
        self.method = method
        self.seed = seed
        self.representatives = representatives
        self.passages = passages
        self.against = against
        self.pairs = pairs
        self.templates = templates
    }
}

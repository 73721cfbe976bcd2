/// The options that decide which passages are found, and what they are taken for.
///
/// ```swift
/// if let options = report.options.passages {
///     print("runs of \(options.minRun) characters are sure to be found")
/// }
/// ```
public struct PassageOptions: Codable, Sendable, Equatable {
    /// Shortest run of Chinese characters that is sure to be found.
    public var minRun: Int
    /// Passages of fewer matched characters are not reported.
    public var minPassage: Int
    /// Text in more places is compared with its first place, and reported once with all places.
    public var placeLimit: Int
    /// Matches that tell less, in bits, are set phrases.
    public var setPhraseBits: Double
    /// Text that tells this much, in bits, is never a set phrase.
    public var richBits: Double
    /// Documents that may hold a run before it counts for less.
    public var knownDocuments: Int
    /// Documents that must hold a quoted run.
    public var quotedDocuments: Int
    /// Copies of at least this identity are near, all others rewritten.
    public var nearIdentity: Double
    /// The model of ordinary prose: `official-prose`, or the file it was read from.
    public var background: String
    /// Share of the documents above which the text that they hold is common to them.
    public var commonShare: Double
    /// Whether common text counts as copied all the same.
    public var countCommon: Bool
    /// Whether what stands under the heading of a bibliography counts as copied all the same.
    public var countBibliography: Bool

    enum CodingKeys: String, CodingKey {
        case minRun = "min_run"
        case minPassage = "min_passage"
        case placeLimit = "place_limit"
        case setPhraseBits = "set_phrase_bits"
        case richBits = "rich_bits"
        case knownDocuments = "known_documents"
        case quotedDocuments = "quoted_documents"
        case nearIdentity = "near_identity"
        case background
        case commonShare = "common_share"
        case countCommon = "count_common"
        case countBibliography = "count_bibliography"
    }

    /// Creates a set of options.
    public init(
        minRun: Int,
        minPassage: Int,
        placeLimit: Int,
        setPhraseBits: Double,
        richBits: Double,
        knownDocuments: Int,
        quotedDocuments: Int,
        nearIdentity: Double,
        background: String = "official-prose",
        commonShare: Double = 0.5,
        countCommon: Bool = false,
        countBibliography: Bool = false
    ) {
        self.minRun = minRun
        self.minPassage = minPassage
        self.placeLimit = placeLimit
        self.setPhraseBits = setPhraseBits
        self.richBits = richBits
        self.knownDocuments = knownDocuments
        self.quotedDocuments = quotedDocuments
        self.nearIdentity = nearIdentity
        self.background = background
        self.commonShare = commonShare
        self.countCommon = countCommon
        self.countBibliography = countBibliography
    }
}

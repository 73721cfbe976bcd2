/// How much two documents share.
///
/// ```swift
/// let pair = try await Scorer().score(speech, other)
/// print(pair.aMatchedCharacters, "of", pair.aCharacters, "characters stand in the other text")
/// ```
///
/// Shares are over folded characters, redaction marks left out.
public struct PairScore: Codable, Sendable, Equatable {
    /// Name of the document that comes first by name.
    public var a: String
    /// Name of the other.
    public var b: String
    /// Share of `a` that stands in copies shared with `b`, 0 to 1.
    public var aCovered: Double
    /// Share of `b` that stands in copies shared with `a`, 0 to 1.
    public var bCovered: Double
    /// Share of `a` that stands in `b`, set phrases and quotations included.
    public var aShared: Double
    /// Share of `b` that stands in `a`, set phrases and quotations included.
    public var bShared: Double
    /// Exact Jaccard similarity of the two documents' shingle sets.
    public var resemblance: Double
    /// Folded characters of the longest copy.
    public var longest: Int
    /// Folded characters of `a` in copies shared with `b`.
    public var aMatchedCharacters: Int
    /// Folded characters of `b` in copies shared with `a`.
    public var bMatchedCharacters: Int
    /// Folded characters of `a`.
    public var aCharacters: Int
    /// Folded characters of `b`.
    public var bCharacters: Int
    /// Paragraphs of `a` that match one of `b`.
    public var aMatchedParagraphs: Int
    /// Paragraphs of `b` that match one of `a`.
    public var bMatchedParagraphs: Int
    /// Which of the two bears the earlier date; absent where the dates do not tell.
    public var earlier: Side?

    /// One of the two documents.
    public enum Side: String, Codable, Sendable {
        /// The first.
        case a
        /// The second.
        case b
    }

    enum CodingKeys: String, CodingKey {
        case a, b, resemblance, longest, earlier
        case aCovered = "a_covered"
        case bCovered = "b_covered"
        case aShared = "a_shared"
        case bShared = "b_shared"
        case aMatchedCharacters = "a_matched_characters"
        case bMatchedCharacters = "b_matched_characters"
        case aCharacters = "a_characters"
        case bCharacters = "b_characters"
        case aMatchedParagraphs = "a_matched_paragraphs"
        case bMatchedParagraphs = "b_matched_paragraphs"
    }

    /// Creates a score; shares and resemblance are rounded to 4 decimals.
    public init(
        a: String,
        b: String,
        aCovered: Double,
        bCovered: Double,
        aShared: Double? = nil,
        bShared: Double? = nil,
        resemblance: Double,
        longest: Int,
        aMatchedCharacters: Int,
        bMatchedCharacters: Int,
        aCharacters: Int,
        bCharacters: Int,
        aMatchedParagraphs: Int,
        bMatchedParagraphs: Int
    ) {
        self.a = a
        self.b = b
        self.aCovered = aCovered.roundedToFourDecimals
        self.bCovered = bCovered.roundedToFourDecimals
        self.aShared = (aShared ?? aCovered).roundedToFourDecimals
        self.bShared = (bShared ?? bCovered).roundedToFourDecimals
        self.resemblance = resemblance.roundedToFourDecimals
        self.longest = longest
        self.aMatchedCharacters = aMatchedCharacters
        self.bMatchedCharacters = bMatchedCharacters
        self.aCharacters = aCharacters
        self.bCharacters = bCharacters
        self.aMatchedParagraphs = aMatchedParagraphs
        self.bMatchedParagraphs = bMatchedParagraphs
    }
}

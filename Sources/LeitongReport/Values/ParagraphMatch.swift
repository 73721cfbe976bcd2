/// Two paragraphs that are copies of each other.
///
/// ```swift
/// for match in report.paragraphs where match.form == .near {
///     print(match.a.document, match.a.line, match.b.document, match.b.line, match.jaccard)
/// }
/// ```
public struct ParagraphMatch: Sendable, Equatable {
    /// The earlier paragraph in document order.
    public var a: Place
    /// The later one.
    public var b: Place
    /// What the match is taken for.
    public var matchClass: MatchClass
    /// `exact` (equal after folding) or `near`.
    public var form: Form
    /// Exact Jaccard similarity of the two shingle sets, rounded to 4 decimals.
    public var jaccard: Double
    /// How much the matched text tells, in bits: its surprisal in official prose, less where many
    /// documents hold it; rounded to one decimal.
    public var bits: Double
    /// Why the pair is reported.
    public var basis: Basis
    /// Position in the report's clusters, counted from 1, of the cluster both belong to.
    public var cluster: Int?
    /// What was changed from `a` to `b`; absent where only matches were asked for.
    public var differences: [Edit]?

    /// Creates a match; the similarity is rounded to 4 decimals.
    public init(
        a: Place,
        b: Place,
        form: Form,
        jaccard: Double,
        basis: Basis,
        matchClass: MatchClass = .copy,
        bits: Double = 0,
        cluster: Int? = nil,
        differences: [Edit]? = nil
    ) {
        self.a = a
        self.b = b
        self.form = form
        self.jaccard = jaccard.roundedToFourDecimals
        self.basis = basis
        self.matchClass = matchClass
        self.bits = bits.roundedToTenths
        self.cluster = cluster
        self.differences = differences
    }

    /// How close the two texts are.
    public enum Form: String, Codable, Sendable {
        /// Equal after folding.
        case exact
        /// Not equal, but at or over the threshold.
        case near
    }

    /// The measure by which a pair was taken.
    public enum Basis: String, Codable, Sendable {
        /// Jaccard similarity at or over the threshold.
        case jaccard
        /// Short paragraphs that differ by one character.
        case editDistance = "edit-distance"
    }
}

/// A passage that stands in two documents, or in two places of one.
///
/// ```swift
/// for passage in report.passages where passage.matchClass == .copy {
///     print(passage.a.document, passage.a.line, passage.b.document, passage.identity)
/// }
/// ```
public struct PassageMatch: Sendable, Equatable {
    /// The earlier place in document order.
    ///
    /// A passage that runs on into the next section is named after the section it begins in.
    public var a: Place
    /// The later place.
    public var b: Place
    /// What the passage is taken for.
    public var matchClass: MatchClass
    /// How much of it was changed.
    public var form: Form
    /// Share of the aligned text that agrees, 0 to 1, rounded to 4 decimals.
    public var identity: Double
    /// Folded characters that agree.
    public var matched: Int
    /// Number of the copy that explains it: passages of one number belong together.
    public var chain: Int
    /// How much the matched text tells, in bits: its surprisal in official prose, less where many
    /// documents hold it; rounded to one decimal.
    public var bits: Double
    /// Documents that hold the middling seed of the passage.
    public var documents: Int
    /// What agrees and what was changed, in order; the edits cover both places.
    public var edits: [Edit]

    /// Creates a match.
    public init(
        a: Place,
        b: Place,
        matchClass: MatchClass,
        form: Form,
        identity: Double,
        matched: Int,
        chain: Int,
        bits: Double,
        documents: Int,
        edits: [Edit]
    ) {
        self.a = a
        self.b = b
        self.matchClass = matchClass
        self.form = form
        self.identity = identity.roundedToFourDecimals
        self.matched = matched
        self.chain = chain
        self.bits = bits.roundedToTenths
        self.documents = documents
        self.edits = edits
    }

    /// How much of a passage was changed.
    public enum Form: String, Codable, Sendable {
        /// Nothing.
        case exact
        /// Little: its identity is at least that of the option `near_identity`.
        case near
        /// More.
        case rewritten
        /// Its sentences or words stand in another order.
        case shuffled
    }
}

/// What a match is taken for.
public enum MatchClass: String, Codable, Sendable, BitwiseCopyable, CaseIterable {
    /// Copied.
    case copy
    /// What many independent documents say, or what says too little to tell a copy by.
    case setPhrase = "set-phrase"
    /// Quoted from a source that several documents quote, or listed as a source.
    case quotation
    /// What more than half of the documents hold: a hand-out, or one source for all.
    case common
    /// What a template has that the user named: a form, a hand-out.
    case template
}

/// A passage that stands in two documents, or in two places of one.
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
    public var edits: [PassageEdit]

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
        edits: [PassageEdit]
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

/// A stretch of an aligned passage.
public struct PassageEdit: Codable, Sendable, Equatable {
    /// What happened between `a` and `b`.
    public var kind: Kind
    /// First Unicode scalar of the stretch in the first document's text.
    public var aStart: Int
    /// One past its last.
    public var aEnd: Int
    /// First Unicode scalar of the stretch in the second document's text.
    public var bStart: Int
    /// One past its last.
    public var bEnd: Int
    /// The text in `a`; absent where only matches were asked for and nothing is redacted.
    public var a: String?
    /// The text in `b`.
    public var b: String?

    private enum CodingKeys: String, CodingKey {
        case kind, a, b
        case aStart = "a_start"
        case aEnd = "a_end"
        case bStart = "b_start"
        case bEnd = "b_end"
    }

    /// Creates a stretch.
    public init(kind: Kind, a: Range<Int>, b: Range<Int>, aText: String?, bText: String?) {
        self.kind = kind
        aStart = a.lowerBound
        aEnd = a.upperBound
        bStart = b.lowerBound
        bEnd = b.upperBound
        self.a = aText
        self.b = bText
    }

    /// What happened between `a` and `b`.
    public enum Kind: String, Codable, Sendable {
        /// The same after folding.
        case equal
        /// Other text stands in its place.
        case replaced
        /// Stands in `b` only.
        case inserted
        /// Stands in `a` only.
        case deleted
        /// A redaction mark on one side, and what stands under it on the other.
        case redacted
    }
}

/// A run of text that stands in many places.
public struct Phrase: Sendable, Equatable {
    /// The text as it stands in the first place.
    public var text: String
    /// What it is taken for.
    public var matchClass: MatchClass
    /// Documents that hold it.
    public var documents: Int
    /// How much it tells, in bits, before any discount for being known; rounded to one decimal.
    public var bits: Double
    /// All its places, in document order; places in one document that touch are one.
    public var places: [Place]

    /// Creates a phrase.
    public init(
        text: String,
        matchClass: MatchClass,
        documents: Int,
        bits: Double,
        places: [Place]
    ) {
        self.text = text
        self.matchClass = matchClass
        self.documents = documents
        self.bits = bits.roundedToTenths
        self.places = places
    }
}

/// How much of a document another one explains.
public struct DocumentSource: Codable, Sendable, Equatable {
    /// Name of the other document.
    public var name: String
    /// Folded characters that stand in copies shared with it.
    public var characters: Int
    /// Of these, characters that no other source explains.
    public var exclusiveCharacters: Int
    /// Whether it is earlier or later by the dates that both state; absent where these do not tell.
    public var order: Order?

    /// Which of two documents bears the earlier date.
    public enum Order: String, Codable, Sendable {
        /// The other document is earlier.
        case earlier
        /// The other document is later.
        case later
    }

    private enum CodingKeys: String, CodingKey {
        case name, characters, order
        case exclusiveCharacters = "exclusive_characters"
    }

    /// Creates an entry.
    public init(name: String, characters: Int, exclusiveCharacters: Int, order: Order? = nil) {
        self.name = name
        self.characters = characters
        self.exclusiveCharacters = exclusiveCharacters
        self.order = order
    }
}

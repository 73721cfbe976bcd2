/// The whole texts of the documents, and every stretch that counts as shared: what a page draws.
///
/// Rows tell each text once; totals are over more than rows tell. Here is all that the totals in
/// ``Report/documents`` are the union of, so that a reader may leave a source out and add up again.
public struct ReportTexts: Sendable, Equatable {
    /// The texts, in the order of ``Report/documents``.
    public var documents: [DocumentText] = []
    /// What two documents share, in document order.
    public var links: [SharedLink] = []
    /// Texts in very many documents, told once with all their places.
    public var spread: [SpreadLink] = []
    /// For each document those it was compared with; absent where all were compared with all.
    public var compared: [[Int]]?
    /// Documents between which a class of texts in ``spread`` is a copy all the same.
    public var wholes: [WholePair] = []

    /// Creates texts of no documents.
    public init() {}
}

/// The text of a document or section.
public struct DocumentText: Sendable, Equatable {
    /// The text as it was read.
    public var text: String
    /// First Unicode scalar of it, counted in the whole document.
    public var start: Int
    /// First Unicode scalar of each paragraph, counted in the whole document; rising.
    public var paragraphs: [Int]
    /// The date it bears, as far as it is known: `2024`, `2024-05-01`.
    public var date: String?

    /// Creates a text.
    public init(text: String, start: Int, paragraphs: [Int], date: String? = nil) {
        self.text = text
        self.start = start
        self.paragraphs = paragraphs
        self.date = date
    }
}

/// A stretch of a document.
public struct TextStretch: Sendable, Equatable {
    /// Position of the document in ``Report/documents``.
    public var document: Int
    /// The characters that count, from the first of the document: folded, redaction marks left out.
    public var counted: Range<Int>
    /// Unicode scalars of the whole document's text.
    public var source: Range<Int>

    /// Creates a stretch.
    public init(document: Int, counted: Range<Int>, source: Range<Int>) {
        self.document = document
        self.counted = counted
        self.source = source
    }
}

/// What two documents share in one place each.
public struct SharedLink: Sendable, Equatable {
    /// The stretch in the earlier document.
    public var a: TextStretch
    /// The stretch in the later one.
    public var b: TextStretch
    /// What it is taken for.
    public var matchClass: MatchClass
    /// Folded characters that agree.
    public var matched: Int
    /// Share that agrees: identity of a passage, Jaccard similarity of paragraphs.
    public var identity: Double
    /// How much it tells, in bits.
    public var bits: Double
    /// Whether whole paragraphs are alike.
    public var isParagraph: Bool
    /// Whether its words stand in another order.
    public var isShuffled: Bool
    /// What agrees and what was changed, in order; empty where nothing was.
    public var edits: [LinkEdit]
    /// What counts as copied, if that is not all; empty where nothing was changed.
    public var equal: [EqualText]

    /// Creates a link.
    public init(
        a: TextStretch,
        b: TextStretch,
        matchClass: MatchClass,
        matched: Int,
        identity: Double,
        bits: Double,
        isParagraph: Bool,
        isShuffled: Bool = false,
        edits: [LinkEdit] = [],
        equal: [EqualText] = []
    ) {
        self.a = a
        self.b = b
        self.matchClass = matchClass
        self.matched = matched
        self.identity = identity.roundedToFourDecimals
        self.bits = bits.roundedToTenths
        self.isParagraph = isParagraph
        self.isShuffled = isShuffled
        self.edits = edits
        self.equal = equal
    }
}

/// Two documents that share so much text of a class that would not count that it is a copy between
/// them.
public struct WholePair: Sendable, Equatable {
    /// Position of the earlier document in ``Report/documents``.
    public var a: Int
    /// Position of the later one.
    public var b: Int
    /// The class.
    public var matchClass: MatchClass

    /// Creates a pair.
    public init(a: Int, b: Int, matchClass: MatchClass) {
        self.a = a
        self.b = b
        self.matchClass = matchClass
    }
}

/// Text that is equal in two documents, in counted characters of either.
public struct EqualText: Sendable, Equatable {
    /// Where it stands in the first document.
    public var a: Range<Int>
    /// Where it stands in the second.
    public var b: Range<Int>

    /// Creates a pair of places.
    public init(a: Range<Int>, b: Range<Int>) {
        self.a = a
        self.b = b
    }
}

/// A stretch of an aligned text, by its lengths.
public struct LinkEdit: Sendable, Equatable {
    /// What happened.
    public var kind: PassageEdit.Kind
    /// Unicode scalars in the first document.
    public var aLength: Int
    /// Unicode scalars in the second.
    public var bLength: Int

    /// Creates a stretch.
    public init(kind: PassageEdit.Kind, aLength: Int, bLength: Int) {
        self.kind = kind
        self.aLength = aLength
        self.bLength = bLength
    }
}

/// A text that stands in very many places.
public struct SpreadLink: Sendable, Equatable {
    /// What it is taken for.
    public var matchClass: MatchClass
    /// Its folded characters.
    public var matched: Int
    /// All its places.
    public var places: [TextStretch]

    /// Creates an entry.
    public init(matchClass: MatchClass, matched: Int, places: [TextStretch]) {
        self.matchClass = matchClass
        self.matched = matched
        self.places = places
    }
}

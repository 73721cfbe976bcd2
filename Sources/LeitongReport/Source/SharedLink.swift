/// What two documents share in one place each.
///
/// ```swift
/// let finder = Finder(content: ReportContent(keepsTexts: true))
/// for link in try await finder.source(in: corpus).texts?.links ?? [] where !link.isParagraph {
///     print(link.a.document, link.a.source, link.b.document, link.b.source, link.identity)
/// }
/// ```
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
    /// What agrees and what was changed, in order, without the texts; empty where nothing was.
    public var edits: [Edit]
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
        edits: [Edit] = [],
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
///
/// ```swift
/// let finder = Finder(content: ReportContent(keepsTexts: true))
/// let source = try await finder.source(in: corpus)
/// for pair in source.texts?.wholes ?? [] {
///     print(source.documents[pair.a].name, source.documents[pair.b].name, pair.matchClass.rawValue)
/// }
/// ```
public struct WholePair: Sendable, Equatable {
    /// Position of the earlier document in ``ReportSource/documents``.
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

/// A text that stands in very many places.
///
/// ```swift
/// let finder = Finder(content: ReportContent(keepsTexts: true))
/// for text in try await finder.source(in: corpus).texts?.widespread ?? [] {
///     print(text.matched, "characters stand in", text.places.count, "places")
/// }
/// ```
public struct WidespreadText: Sendable, Equatable {
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

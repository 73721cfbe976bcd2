/// A stretch of a document.
///
/// ```swift
/// let stretch = TextStretch(document: 0, counted: 10..<35, source: 12..<41)
/// print(stretch.counted.count, "of", stretch.source.count)    // 25 of 29
/// ```
public struct TextStretch: Sendable, Equatable {
    /// Position of the document in ``ReportSource/documents``.
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

/// Text that is equal in two documents, in counted characters of either.
///
/// ```swift
/// let finder = Finder(content: ReportContent(keepsTexts: true))
/// for link in try await finder.source(in: corpus).texts?.links ?? [] {
///     print(link.matched, "characters in", link.equal.map(\.a.count))
/// }
/// ```
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

/// The whole texts of the documents, and every stretch that counts as shared: what a page draws.
///
/// ```swift
/// let finder = Finder(content: ReportContent(keepsTexts: true))
/// let source = try await finder.source(in: corpus)
/// for link in source.texts?.links ?? [] {
///     print(source.documents[link.a.document].name, link.a.source, link.matched)
/// }
/// ```
///
/// Rows tell each text once; totals are over more than rows tell. Here is all that the totals in
/// ``ReportSource/documents`` are the union of, so that a reader may leave a source out and add up again.
public struct ReportTexts: Sendable, Equatable {
    /// The texts, in the order of ``ReportSource/documents``.
    public var documents: [DocumentText] = []
    /// What two documents share, in document order.
    public var links: [SharedLink] = []
    /// Texts in very many documents, told once with all their places.
    public var widespread: [WidespreadText] = []
    /// For each document those it was compared with; absent where all were compared with all.
    public var compared: [[Int]]?
    /// Documents between which a class of texts in ``widespread`` is a copy all the same.
    public var wholes: [WholePair] = []

    /// Creates texts of no documents.
    public init() {}
}

/// The text of a document or section.
///
/// ```swift
/// let finder = Finder(content: ReportContent(keepsTexts: true))
/// for document in try await finder.source(in: corpus).texts?.documents ?? [] {
///     print(document.date ?? "no date", document.paragraphs.count, document.text.count)
/// }
/// ```
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

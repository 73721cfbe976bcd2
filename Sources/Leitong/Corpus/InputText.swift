public import LeitongModel

/// A text that is in memory already: one document of a ``Corpus``.
///
/// ```swift
/// let corpus = Corpus([
///     InputText(id: "opening", text: "各位代表：…", date: DocumentDate(year: 2024, month: 3)),
///     InputText(id: "closing", text: "同志们：…"),
/// ])
/// ```
public struct InputText: Sendable, Equatable {
    /// What the document is called in reports; of several with one id the later get `~2`, `~3`….
    public var id: String
    /// The text; its lines are the paragraphs, hard-wrapped lines are joined.
    public var text: String
    /// The title; the first line that reads like one if `nil`.
    public var title: String?
    /// The date; what the text states of itself if `nil`.
    public var date: DocumentDate?

    /// Creates a document.
    ///
    /// - Parameters:
    ///   - id: What it is called in reports.
    ///   - text: The text.
    ///   - title: The title, if it is known.
    ///   - date: The date, if it is known.
    public init(id: String, text: String, title: String? = nil, date: DocumentDate? = nil) {
        self.id = id
        self.text = text
        self.title = title
        self.date = date
    }
}

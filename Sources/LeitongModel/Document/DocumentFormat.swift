/// What kind of file a document came from.
///
/// ```swift
/// let ofPDF = corpus.documents.filter { $0.format == .pdf }.map(\.path)
/// ```
public enum DocumentFormat: String, Sendable, CaseIterable {
    /// Plain text; a line is a paragraph, hard-wrapped lines are joined.
    case text
    /// Markdown, read as text: its marks are punctuation, which folding drops.
    case markdown
    /// A web page: block elements are paragraphs.
    case html
    /// Word since 2007.
    case docx
    /// Writer of LibreOffice and others.
    case odt
    /// A book of web pages.
    case epub
    /// Rich Text Format.
    case rtf
    /// PDF, read by pdftotext.
    case pdf
    /// Word before 2007, and WPS; read by catdoc or LibreOffice.
    case doc
    /// One JSON object a line, with a field for the id and one for the text.
    case jsonLines = "jsonl"
    /// A table with commas, whose first row names the fields.
    case csv
    /// A table with tabs, whose first row names the fields.
    case tsv
    /// ZIP, tar, or one compressed file: what is in it is read.
    case archive

    /// Whether a file holds records, each a document.
    public var isOfRecords: Bool { self == .jsonLines || self == .csv || self == .tsv }

    /// Whether the file is the document's text, in some encoding.
    public var isPlain: Bool { self == .text || self == .markdown }
}

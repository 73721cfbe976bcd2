/// One speech inside a compiled file: what stands between two lines that hold only an ordinal.
///
/// ```swift
/// import LeitongFormats
///
/// let batch = DocumentReader().read(InputFile(path: "speeches.txt"))
/// for section in batch.sections { print(section.ordinal, section.title ?? "no title") }
/// ```
///
/// A compiled file has its preamble as section 0 when text stands before the first ordinal.
public struct Section: Sendable, Equatable {
    /// Position of the document in ``DocumentBatch/documents``.
    public var document: Int
    /// 1 for the first speech; 0 for what stands before it.
    public var ordinal: Int
    /// First line of the section that reads like a title, where there is one.
    public var title: String?
    /// The date that its first or last lines state, where they do.
    public var date: DocumentDate?
    /// Positions of the section's paragraphs in ``DocumentBatch/paragraphs``.
    public var paragraphs: Range<Int>

    /// Creates a section.
    public init(document: Int, ordinal: Int, title: String? = nil, paragraphs: Range<Int>) {
        self.document = document
        self.ordinal = ordinal
        self.title = title
        self.paragraphs = paragraphs
    }
}

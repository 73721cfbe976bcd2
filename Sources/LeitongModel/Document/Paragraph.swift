/// One paragraph: a contiguous range of a document's text, in every unit a report needs.
///
/// ```swift
/// import LeitongFormats
///
/// let batch = DocumentReader().read(InputFile(path: "notes.txt"))
/// for paragraph in batch.paragraphs {
///     print(paragraph.line, paragraph.scalarStart..<paragraph.scalarEnd)
/// }
/// ```
///
/// 28 bytes; offsets are relative to the start of the document's text, so 32 bits serve for
/// documents of up to 4 GiB (larger ones are skipped with a reason).
public struct Paragraph: Sendable, Equatable {
    /// Position of the document in ``DocumentBatch/documents``.
    public var document: UInt32
    /// Ordinal of the section the paragraph stands in; 0 outside sections.
    public var section: UInt32
    /// First UTF-8 byte of the paragraph in the document's text.
    public var byteStart: UInt32
    /// One past the last UTF-8 byte of the paragraph.
    public var byteEnd: UInt32
    /// First Unicode scalar of the paragraph in the document's text.
    public var scalarStart: UInt32
    /// One past the last Unicode scalar of the paragraph.
    public var scalarEnd: UInt32
    /// Line of the paragraph's first character, counted from 1.
    public var line: UInt32

    /// Creates a paragraph.
    public init(
        document: UInt32,
        section: UInt32,
        byteRange: Range<UInt32>,
        scalarRange: Range<UInt32>,
        line: UInt32
    ) {
        self.document = document
        self.section = section
        self.byteStart = byteRange.lowerBound
        self.byteEnd = byteRange.upperBound
        self.scalarStart = scalarRange.lowerBound
        self.scalarEnd = scalarRange.upperBound
        self.line = line
    }
}

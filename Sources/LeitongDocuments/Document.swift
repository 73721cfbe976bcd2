/// One file, or one record of a file of records: where its text lies and what stands in it.
///
/// A document owns no text. Its text is a range of UTF-8 bytes of a source in the batch that holds
/// the document, so a million records cost a million small structs and one copy of the file.
public struct Document: Sendable, Equatable {
    /// How the document is named in reports: the path, or the id of the record.
    public var name: String
    /// The path of the file, as given on the command line joined with what was found below it.
    public var path: String
    /// Position of the source that holds the text, in ``DocumentBatch/sources``.
    public var source: Int
    /// Range of the text in the source, in UTF-8 bytes.
    public var textByteRange: Range<Int>
    /// Whether the text is written as the inside of a JSON string with escapes to be resolved.
    public var isEscaped: Bool
    /// What kind of file it is.
    public var format: DocumentFormat
    /// Name of the encoding the file was read in, as iconv spells it: `UTF-8`, `GB18030`.
    public var encoding: String
    /// How the encoding was told.
    public var encodingEvidence = EncodingEvidence(.valid)
    /// First line that reads like a title, where there is one.
    public var title: String?
    /// The date it bears, where one is stated.
    public var date: DocumentDate?
    /// Where the date was found.
    public var dateSource: DateSource?
    /// Length of the text in Unicode scalars.
    public var scalarCount: Int
    /// Positions of the document's sections in ``DocumentBatch/sections``; empty if it is one text.
    public var sections: Range<Int>
    /// Positions of the document's paragraphs in ``DocumentBatch/paragraphs``.
    public var paragraphs: Range<Int>
    /// Of a record its line in the file, in UTF-8 bytes and without the line end; else empty.
    ///
    /// The text of a record may lie in another source, where its escapes were resolved.
    public var recordByteRange: Range<UInt32>

    /// Creates a document.
    public init(
        name: String,
        path: String,
        source: Int,
        textByteRange: Range<Int>,
        isEscaped: Bool = false,
        format: DocumentFormat = .text,
        encoding: String = "UTF-8",
        title: String? = nil,
        date: DocumentDate? = nil,
        dateSource: DateSource? = nil,
        scalarCount: Int = 0,
        sections: Range<Int> = 0..<0,
        paragraphs: Range<Int> = 0..<0,
        recordByteRange: Range<UInt32> = 0..<0
    ) {
        self.name = name
        self.path = path
        self.source = source
        self.textByteRange = textByteRange
        self.isEscaped = isEscaped
        self.format = format
        self.encoding = encoding
        self.title = title
        self.date = date
        self.dateSource = dateSource
        self.scalarCount = scalarCount
        self.sections = sections
        self.paragraphs = paragraphs
        self.recordByteRange = recordByteRange
    }
}

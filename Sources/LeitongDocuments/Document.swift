/// One file, or one record of a file of records: where its text lies and what stands in it.
///
/// A document owns no text. Its text is a range of UTF-8 bytes of a source in the batch that holds
/// the document, so a million records cost a million small structs (80 bytes) and one copy of the
/// file. What all documents of a file have in common is said once, what few records have stands apart.
public struct Document: Sendable, Equatable {
    /// The file it came from.
    public var file: DocumentFile
    /// Id of a record; empty for a file that is one document, and for records without one.
    private var id: String
    /// What many records do not have.
    private var box: DetailsBox?
    /// First byte of the text in the source.
    private var textStart: Int
    /// First byte of a record's line in the file.
    private var recordStart: Int
    private var textLength: UInt32
    private var recordLength: UInt32
    /// Line of a record in the file, from 1; 0 for a file that is one document.
    private var line: UInt32
    private var storedSource: UInt32
    private var storedScalarCount: UInt32
    private var firstParagraph: UInt32
    private var paragraphCount: UInt32
    /// Whether the text is written as the inside of a JSON string with escapes to be resolved.
    public var isEscaped: Bool

    /// Creates a document.
    ///
    /// Texts are shorter than 4 GiB: what is longer is skipped before.
    ///
    /// - Parameters:
    ///   - file: The file it came from.
    ///   - id: Id of a record; empty if it has none, and for a file that is one document.
    ///   - line: Line of a record in the file, from 1; 0 for a file that is one document.
    ///   - source: Position of the source that holds the text.
    ///   - textByteRange: Range of the text in the source.
    ///   - isEscaped: Whether it has JSON's escapes.
    ///   - title: First line that reads like a title, or the record's own.
    ///   - scalarCount: Length of the text in Unicode scalars.
    ///   - sections: Positions of its sections.
    ///   - paragraphs: Positions of its paragraphs.
    ///   - recordByteRange: A record's line in the file.
    public init(
        file: DocumentFile,
        id: String = "",
        line: Int = 0,
        source: Int,
        textByteRange: Range<Int>,
        isEscaped: Bool = false,
        title: String? = nil,
        scalarCount: Int = 0,
        sections: Range<Int> = 0..<0,
        paragraphs: Range<Int> = 0..<0,
        recordByteRange: Range<Int> = 0..<0
    ) {
        self.file = file
        self.id = id
        self.isEscaped = isEscaped
        textStart = textByteRange.lowerBound
        textLength = UInt32(textByteRange.count)
        recordStart = recordByteRange.lowerBound
        recordLength = UInt32(recordByteRange.count)
        self.line = UInt32(line)
        storedSource = UInt32(source)
        storedScalarCount = UInt32(scalarCount)
        firstParagraph = UInt32(paragraphs.lowerBound)
        paragraphCount = UInt32(paragraphs.count)
        details = DocumentDetails(title: title, sections: sections)
    }

    /// How the document is named in reports: the path, or the id of the record.
    ///
    /// A record without an id is named by its line, `FILE:LINE`.
    public var name: String {
        if !id.isEmpty { return id }
        return line > 0 ? "\(file.path):\(line)" : file.path
    }

    /// The path of the file, as given on the command line joined with what was found below it.
    public var path: String { file.path }

    /// What kind of file it is.
    public var format: DocumentFormat { file.format }

    /// Name of the encoding the file was read in, as iconv spells it: `UTF-8`, `GB18030`.
    public var encoding: String { file.encoding }

    /// How the encoding was told.
    public var encodingEvidence: EncodingEvidence { file.encodingEvidence }

    /// First line that reads like a title, where there is one.
    public var title: String? {
        get { details.title }
        set { details.title = newValue }
    }

    /// The date it bears, where one is stated.
    public var date: DocumentDate? { details.date }

    /// Where the date was found.
    public var dateSource: DateSource? { details.dateSource }

    /// Notes the date and where it was found.
    mutating func setDate(_ date: DocumentDate, from source: DateSource) {
        details.date = date
        details.dateSource = source
    }

    /// Positions of the document's sections in ``DocumentBatch/sections``; empty if it is one text.
    public internal(set) var sections: Range<Int> {
        get { details.sections }
        set { details.sections = newValue }
    }

    /// Position of the source that holds the text, in ``DocumentBatch/sources``.
    public internal(set) var source: Int {
        get { Int(storedSource) }
        set { storedSource = UInt32(newValue) }
    }

    /// Range of the text in the source, in UTF-8 bytes.
    public internal(set) var textByteRange: Range<Int> {
        get { textStart..<textStart + Int(textLength) }
        set {
            textStart = newValue.lowerBound
            textLength = UInt32(newValue.count)
        }
    }

    /// Length of the text in Unicode scalars.
    public var scalarCount: Int { Int(storedScalarCount) }

    /// Positions of the document's paragraphs in ``DocumentBatch/paragraphs``.
    public internal(set) var paragraphs: Range<Int> {
        get { Int(firstParagraph)..<Int(firstParagraph) + Int(paragraphCount) }
        set {
            firstParagraph = UInt32(newValue.lowerBound)
            paragraphCount = UInt32(newValue.count)
        }
    }

    /// Of a record its line in the file, in UTF-8 bytes and without the line end; else empty.
    ///
    /// The text of a record may lie in another source, where its escapes were resolved.
    public var recordByteRange: Range<Int> { recordStart..<recordStart + Int(recordLength) }

    /// Fits the document into a batch behind others.
    mutating func move(source: Int, sectionBase: Int, paragraphBase: Int) {
        storedSource = UInt32(source)
        firstParagraph += UInt32(paragraphBase)
        guard sectionBase > 0, !sections.isEmpty else { return }
        sections = sections.lowerBound + sectionBase..<sections.upperBound + sectionBase
    }

    /// Where a text lies.
    struct Place {
        var source: Int
        var bytes: Range<Int>
        var isEscaped: Bool
    }

    /// Where the text lies.
    var place: Place {
        Place(source: source, bytes: textByteRange, isEscaped: isEscaped)
    }

    private var details: DocumentDetails {
        get { box?.details ?? DocumentDetails() }
        set { box = newValue == DocumentDetails() ? nil : DetailsBox(newValue) }
    }
}

/// What files have and records mostly have not.
private struct DocumentDetails: Sendable, Equatable {
    var title: String?
    var date: DocumentDate?
    var dateSource: DateSource?
    var sections = 0..<0
}

/// Keeps details apart, so that a document without any has one empty reference for them.
private final class DetailsBox: Sendable, Equatable {
    let details: DocumentDetails

    init(_ details: DocumentDetails) {
        self.details = details
    }

    static func == (first: DetailsBox, second: DetailsBox) -> Bool {
        first.details == second.details
    }
}

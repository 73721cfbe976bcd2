/// One file, or one record of a file of records: where its text lies and what stands in it.
///
/// ```swift
/// for document in corpus.documents {
///     print(document.name, document.title ?? "no title", document.scalarCount, document.encoding)
/// }
/// ```
///
/// A document owns no text: that is a range of UTF-8 bytes of a source in the batch that holds the
/// document.
public struct Document: Sendable, Equatable {
    /// The file it came from.
    public var file: DocumentFile
    /// Id of a record; empty for a file that is one document, and for records without one.
    package var id: String
    /// Line of a record in the file, from 1; 0 for a file that is one document.
    package var line: Int
    /// Position of the source that holds the text, in `DocumentBatch.sources`.
    public package(set) var source: Int
    /// Range of the text in the source, in UTF-8 bytes.
    public package(set) var textByteRange: Range<Int>
    /// Whether the text is written as the inside of a JSON string with escapes to be resolved.
    public package(set) var isEscaped: Bool
    /// Length of the text in Unicode scalars.
    public let scalarCount: Int
    /// Positions of the document's paragraphs in `DocumentBatch.paragraphs`.
    public let paragraphs: Range<Int>
    /// Of a record its line in the file, in UTF-8 bytes and without the line end; else empty.
    ///
    /// A byte order mark counts. Of a file in another encoding it is the line in its text in UTF-8.
    /// The text of a record may lie in another source, where its escapes were resolved.
    public let recordByteRange: Range<Int>
    /// What many documents do not have.
    package var details: DocumentDetails

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
        self.line = line
        self.source = source
        self.textByteRange = textByteRange
        self.isEscaped = isEscaped
        self.scalarCount = scalarCount
        self.paragraphs = paragraphs
        self.recordByteRange = recordByteRange
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
    public var title: String? { details.title }

    /// The date it bears, where one is stated.
    public var date: DocumentDate? { details.date }

    /// The date in the properties of its file, where there is one: a hint, and no date of the text, as
    /// properties are inherited from templates and set by exports.
    public var fileDate: DocumentDate? { details.fileDate }

    /// Where the date was found.
    public var dateSource: DateSource? { details.dateSource }

    /// Positions of the document's sections in `DocumentBatch.sections`; empty if it is one text.
    public var sections: Range<Int> { details.sections }

    /// Notes the date and where it was found.
    package mutating func setDate(_ date: DocumentDate, from source: DateSource) {
        details.date = date
        details.dateSource = source
    }

    /// Where a text lies.
    package struct Place: Equatable {
        var source: Int
        var bytes: Range<Int>
        var isEscaped: Bool
    }

    /// Where the text lies.
    package var place: Place {
        Place(source: source, bytes: textByteRange, isEscaped: isEscaped)
    }
}

/// What files have and records mostly have not.
package struct DocumentDetails: Sendable, Equatable {
    package var title: String?
    package var date: DocumentDate?
    package var dateSource: DateSource?
    package var fileDate: DocumentDate?
    package var sections = 0..<0

    /// Whether there are none.
    package var isEmpty: Bool { title == nil && date == nil && fileDate == nil && sections.isEmpty }
}

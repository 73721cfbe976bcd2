/// The documents of a batch, each in few bytes.
///
/// ```swift
/// let names = corpus.documents.indices.map { corpus.documents.name(of: $0) }
/// ```
///
/// Kept of a document are numbers and its id (64 bytes and the id's own), so that a million records
/// are read, joined and thrown away as flat memory: no document owns anything. What all documents of
/// a file have in common is said once, and what few records have stands apart. A ``Document`` is
/// made when it is asked for.
public struct DocumentList: Sendable {
    private var entries: [Entry] = []
    /// Ids in UTF-8, one behind the other.
    private var ids: [UInt8] = []
    private var files: [DocumentFile] = []
    private var details: [DocumentDetails] = []

    /// What is kept of a document.
    private struct Entry: BitwiseCopyable {
        var textStart: Int
        var recordStart: Int
        /// One past the last byte of its id; the first is where that of the document before ends.
        var idEnd: Int
        var textLength: UInt32
        var recordLength: UInt32
        var line: UInt32
        var source: UInt32
        var scalarCount: UInt32
        var firstParagraph: UInt32
        var paragraphCount: UInt32
        var file: UInt32
        /// Position of its details, or ``noDetails``.
        var details: UInt32
        var isEscaped: Bool
    }

    private static let noDetails = UInt32.max

    /// Creates an empty list.
    public init() {}

    /// Adds a document.
    ///
    /// - Parameter document: A document; its positions are those of the batch that the list is part of.
    public mutating func append(_ document: Document) {
        ids.append(contentsOf: document.id.utf8)
        appendEntry(document)
    }

    /// Adds a record whose id is known as bytes.
    ///
    /// - Parameters:
    ///   - record: A document without an id.
    ///   - id: Its id in UTF-8; empty if it has none.
    package mutating func append(_ record: borrowing Document, id: Span<UInt8>) {
        ByteSearch.append(id, id.indices, to: &ids)
        appendEntry(record)
    }

    private mutating func appendEntry(_ document: borrowing Document) {
        if files.last !== document.file { files.append(document.file) }
        entries.append(
            Entry(
                textStart: document.textByteRange.lowerBound,
                recordStart: document.recordByteRange.lowerBound,
                idEnd: ids.count,
                textLength: UInt32(document.textByteRange.count),
                recordLength: UInt32(document.recordByteRange.count),
                line: UInt32(document.line),
                source: UInt32(document.source),
                scalarCount: UInt32(document.scalarCount),
                firstParagraph: UInt32(document.paragraphs.lowerBound),
                paragraphCount: UInt32(document.paragraphs.count),
                file: UInt32(files.count - 1),
                details: Self.noDetails,
                isEscaped: document.isEscaped
            )
        )
        if !document.details.isEmpty {
            update(entries.count - 1) { $0 = document.details }
        }
    }

    /// Adds the documents of another batch.
    ///
    /// - Parameters:
    ///   - other: Its documents.
    ///   - source: Says where a source of it stands now.
    ///   - sectionBase: Sections before its first.
    ///   - paragraphBase: Paragraphs before its first.
    package mutating func append(
        _ other: borrowing DocumentList,
        source: (Int) -> Int,
        sectionBase: Int,
        paragraphBase: Int
    ) {
        let (idBase, fileBase, detailsBase) = (ids.count, files.count, details.count)
        ids.append(contentsOf: other.ids)
        files.append(contentsOf: other.files)
        for var details in other.details {
            if !details.sections.isEmpty {
                details.sections = details.sections.shifted(by: sectionBase)
            }
            self.details.append(details)
        }
        for var entry in other.entries {
            entry.idEnd += idBase
            entry.source = UInt32(source(Int(entry.source)))
            entry.firstParagraph += UInt32(paragraphBase)
            entry.file += UInt32(fileBase)
            if entry.details != Self.noDetails { entry.details += UInt32(detailsBase) }
            entries.append(entry)
        }
    }

    /// Makes room for so many documents in all.
    package mutating func reserveCapacity(_ count: Int) {
        entries.reserveCapacity(count)
    }

    /// Notes the title of a document.
    package mutating func setTitle(_ title: String?, of index: Int) {
        update(index) { $0.title = title }
    }

    /// Notes the date of a document, and where it was found.
    package mutating func setDate(_ date: DocumentDate, from source: DateSource, of index: Int) {
        update(index) { ($0.date, $0.dateSource) = (date, source) }
    }

    /// Notes the date in the properties of a document's file.
    package mutating func setFileDate(_ date: DocumentDate, of index: Int) {
        update(index) { $0.fileDate = date }
    }

    private mutating func update(_ index: Int, _ change: (inout DocumentDetails) -> Void) {
        if entries[index].details == Self.noDetails {
            entries[index].details = UInt32(details.count)
            details.append(DocumentDetails())
        }
        change(&details[Int(entries[index].details)])
    }

    private func details(of index: Int) -> DocumentDetails? {
        let position = entries[index].details
        return position == Self.noDetails ? nil : details[Int(position)]
    }

    private func idRange(of index: Int) -> Range<Int> {
        (index == 0 ? 0 : entries[index - 1].idEnd)..<entries[index].idEnd
    }
}

/// What is asked of many documents, without making them.
extension DocumentList {
    /// Appends the name of a document in UTF-8, as ``Document/name`` tells it.
    ///
    /// - Parameters:
    ///   - index: Position of the document.
    ///   - bytes: Array that the name is appended to.
    public func appendName(of index: Int, to bytes: inout [UInt8]) {
        let id = idRange(of: index)
        guard id.isEmpty else {
            ByteSearch.append(ids.span, id, to: &bytes)
            return
        }
        let entry = entries[index]
        bytes.append(contentsOf: files[Int(entry.file)].path.utf8)
        if entry.line > 0 { bytes.append(contentsOf: ":\(entry.line)".utf8) }
    }

    /// The name of a document.
    ///
    /// - Parameter index: Position of the document.
    /// - Returns: The name, as ``Document/name`` tells it.
    public func name(of index: Int) -> String {
        let id = idRange(of: index)
        guard id.isEmpty else { return ByteSearch.string(ids.span, id) }
        var name: [UInt8] = []
        appendName(of: index, to: &name)
        return String(decoding: name, as: UTF8.self)
    }

    /// The date of a document, where one is known.
    ///
    /// - Parameter index: Position of the document.
    /// - Returns: The date; `nil` where none is stated.
    public func date(of index: Int) -> DocumentDate? {
        details(of: index)?.date
    }

    /// Positions of a document's paragraphs.
    ///
    /// - Parameter index: Position of the document.
    /// - Returns: Positions in `DocumentBatch.paragraphs`.
    public func paragraphs(of index: Int) -> Range<Int> {
        let entry = entries[index]
        return Int(entry.firstParagraph)..<Int(entry.firstParagraph) + Int(entry.paragraphCount)
    }

    /// Where the text of a document lies.
    package func place(of index: Int) -> Document.Place {
        let entry = entries[index]
        return Document.Place(
            source: Int(entry.source),
            bytes: entry.textStart..<entry.textStart + Int(entry.textLength),
            isEscaped: entry.isEscaped
        )
    }
}

extension DocumentList: RandomAccessCollection {
    /// Position of the first document: 0.
    public var startIndex: Int { 0 }

    /// Number of the documents.
    public var endIndex: Int { entries.count }

    /// A document.
    public subscript(index: Int) -> Document {
        let entry = entries[index]
        let place = place(of: index)
        var document = Document(
            file: files[Int(entry.file)],
            id: ByteSearch.string(ids.span, idRange(of: index)),
            line: Int(entry.line),
            source: place.source,
            textByteRange: place.bytes,
            isEscaped: place.isEscaped,
            scalarCount: Int(entry.scalarCount),
            paragraphs: paragraphs(of: index),
            recordByteRange: entry.recordStart..<entry.recordStart + Int(entry.recordLength)
        )
        if let details = details(of: index) { document.details = details }
        return document
    }
}

/// Documents that were read together: flat arrays that refer to one another by position.
///
/// ```swift
/// import LeitongFormats
///
/// var batch = DocumentReader().read(InputFile(path: "notes.txt"))
/// batch.append(DocumentReader().read(InputFile(path: "speech.docx")))
/// for document in batch.documents { print(document.name, document.paragraphs.count) }
/// ```
///
/// Batches read side by side are joined in order with ``append(_:)``.
public struct DocumentBatch: Sendable {
    /// UTF-8 bytes of each file read, decoded where the file was in another encoding; valid to the
    /// last byte, as folding relies on it.
    public package(set) var sources: [SourceText] = []
    /// Bytes of all sources.
    public var byteCount: Int { sources.reduce(0) { $0 + $1.count } }
    /// The documents, in the order of the input.
    public package(set) var documents = DocumentList()
    /// The sections of all compiled documents.
    public package(set) var sections: [Section] = []
    /// The paragraphs of all documents, in document order.
    public package(set) var paragraphs: [Paragraph] = []
    /// What files say of their documents, in document order; none where they say nothing.
    public package(set) var metadata: [DocumentMetadata] = []
    /// Entries of archives that are left out by their names, as hidden files of folders are.
    public package(set) var ignoredCount = 0
    /// What could not be read.
    public package(set) var skipped: [SkippedInput] = []

    /// Creates an empty batch.
    public init() {}

    /// Makes room for records of one paragraph each, behind what stands here already.
    ///
    /// Arrays that grow by themselves are moved again and again, and have twice the room at the end.
    ///
    /// - Parameters:
    ///   - lineCount: Number of the lines that they stand on.
    ///   - byteCount: Bytes of those lines. A file may be nothing but line ends: for records of less than
    ///     64 bytes room is made when they come.
    public mutating func reserveCapacity(recordsOn lineCount: Int, of byteCount: Int) {
        let count = Swift.min(lineCount, byteCount / 64)
        documents.reserveCapacity(documents.count + count)
        paragraphs.reserveCapacity(paragraphs.count + count)
    }

    /// Adds the documents of another batch behind those of this one.
    ///
    /// - Parameter other: A batch; its positions are shifted to this one's.
    /// - Complexity: Linear in the number of documents, sections and paragraphs of `other`.
    public mutating func append(_ other: consuming DocumentBatch) {
        let sourceBase = sources.count
        append(other) { $0 + sourceBase }
    }

    /// Adds the documents of a range of a file that this batch holds already.
    ///
    /// - Parameters:
    ///   - part: A batch that calls the file source 0 and its own sources 1, 2, …
    ///   - file: Position of the file in ``sources``.
    public mutating func append(_ part: consuming DocumentBatch, ofFile file: Int) {
        let sourceBase = sources.count
        append(part) { $0 == 0 ? file : sourceBase + $0 - 1 }
    }

    /// Notes that a file of records held none, if nothing came of it.
    ///
    /// - Parameters:
    ///   - path: Path of the file.
    ///   - documentCount: Documents of the batch before the file.
    ///   - skippedCount: Skipped inputs of the batch before the file.
    public mutating func noteEmptyRecords(
        of path: String,
        since documentCount: Int = 0,
        _ skippedCount: Int = 0
    ) {
        guard documents.count == documentCount, skipped.count == skippedCount else { return }
        skipped.append(
            SkippedInput(path: path, reason: .empty, message: "contains no records")
        )
    }

    /// Forgets where in its file each input that is skipped is wrong.
    package mutating func clearOffsetsOfSkipped() {
        for index in skipped.indices { skipped[index].byteOffset = nil }
    }

    private mutating func append(_ other: DocumentBatch, source: (Int) -> Int) {
        let documentBase = documents.count
        let sectionBase = sections.count
        let paragraphBase = paragraphs.count
        sources.append(contentsOf: other.sources)
        documents.append(
            other.documents,
            source: source,
            sectionBase: sectionBase,
            paragraphBase: paragraphBase
        )
        for var section in other.sections {
            section.document += documentBase
            section.paragraphs = section.paragraphs.shifted(by: paragraphBase)
            sections.append(section)
        }
        paragraphs.append(contentsOf: other.paragraphs)
        for index in paragraphBase..<paragraphs.count {
            paragraphs[index].document += UInt32(documentBase)
        }
        for var entry in other.metadata {
            entry.document += documentBase
            metadata.append(entry)
        }
        ignoredCount += other.ignoredCount
        skipped.append(contentsOf: other.skipped)
    }
}

extension Range<Int> {
    /// The range so many places further.
    package func shifted(by offset: Int) -> Range<Int> {
        lowerBound + offset..<upperBound + offset
    }
}

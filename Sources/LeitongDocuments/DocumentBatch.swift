/// Documents that were read together: flat arrays that refer to one another by position.
///
/// Batches read side by side are joined in order with ``append(_:)``.
public struct DocumentBatch: Sendable {
    /// UTF-8 bytes of each file read, decoded where the file was in another encoding.
    public var sources: [[UInt8]] = []
    /// The documents, in the order of the input.
    public var documents: [Document] = []
    /// The sections of all compiled documents.
    public var sections: [Section] = []
    /// The paragraphs of all documents, in document order.
    public var paragraphs: [Paragraph] = []
    /// What could not be read.
    public var skipped: [SkippedInput] = []

    /// Creates an empty batch.
    public init() {}

    /// Makes room for batches to come.
    ///
    /// Called once for all of them: an array that is given exact room
    /// again and again is moved each time.
    ///
    /// - Parameter parts: The batches that will be appended.
    public mutating func reserveCapacity(for parts: [DocumentBatch]) {
        documents.reserveCapacity(parts.reduce(documents.count) { $0 + $1.documents.count })
        paragraphs.reserveCapacity(parts.reduce(paragraphs.count) { $0 + $1.paragraphs.count })
    }

    /// Adds the documents of another batch behind those of this one.
    ///
    /// - Parameter other: A batch; its positions are shifted to this one's.
    /// - Complexity: Linear in the number of documents, sections and paragraphs of `other`.
    public mutating func append(_ other: consuming DocumentBatch) {
        append(other, sourceBase: sources.count)
    }

    /// Adds the documents of another batch, whose sources stand from a given position on.
    ///
    /// - Parameters:
    ///   - other: A batch; a part of a file that was read in ranges has no sources of its own.
    ///   - sourceBase: Position in ``sources`` of what the other batch calls source 0.
    public mutating func append(_ other: consuming DocumentBatch, sourceBase: Int) {
        let documentBase = documents.count
        let sectionBase = sections.count
        let paragraphBase = paragraphs.count
        sources.append(contentsOf: other.sources)
        for var document in other.documents {
            document.source += sourceBase
            document.sections = document.sections.shifted(by: sectionBase)
            document.paragraphs = document.paragraphs.shifted(by: paragraphBase)
            documents.append(document)
        }
        for var section in other.sections {
            section.document += documentBase
            section.paragraphs = section.paragraphs.shifted(by: paragraphBase)
            sections.append(section)
        }
        for var paragraph in other.paragraphs {
            paragraph.document += UInt32(documentBase)
            paragraphs.append(paragraph)
        }
        skipped.append(contentsOf: other.skipped)
    }
}

extension Range<Int> {
    fileprivate func shifted(by offset: Int) -> Range<Int> {
        lowerBound + offset..<upperBound + offset
    }
}

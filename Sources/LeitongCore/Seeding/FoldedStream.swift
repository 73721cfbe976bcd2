/// The folded text of all documents, one after the other: what passages are searched in.
///
/// Four bytes a character. Positions in it have 32 bits.
public struct FoldedStream: Sendable {
    /// Folded scalars of all documents.
    public private(set) var scalars: [UInt32] = []
    /// Where each document begins, and one entry more.
    public private(set) var documentStarts: [Int] = [0]

    /// Scalars that positions can count.
    public static let scalarLimit = Int(UInt32.max)

    /// Creates an empty stream.
    public init() {}

    /// Makes room.
    public mutating func reserveCapacity(_ scalarCount: Int) {
        scalars.reserveCapacity(scalarCount)
    }

    /// Adds the next document.
    public mutating func append(_ document: some Collection<UInt32>) {
        scalars.append(contentsOf: document)
        documentStarts.append(scalars.count)
    }

    /// Number of documents.
    public var documentCount: Int { documentStarts.count - 1 }

    /// Where a document lies.
    public func range(ofDocument document: Int) -> Range<Int> {
        documentStarts[document]..<documentStarts[document + 1]
    }

    /// The document that holds a position.
    ///
    /// - Complexity: Logarithmic in the number of documents.
    public func document(at position: Int) -> Int {
        var low = 0
        var high = documentCount
        while low + 1 < high {
            let middle = (low + high) / 2
            if documentStarts[middle] <= position { low = middle } else { high = middle }
        }
        // Empty documents begin where the next one does.
        while low + 1 < documentCount, documentStarts[low + 1] <= position { low += 1 }
        return low
    }
}

import LeitongAlgorithms
public import LeitongStorage

/// The folded text of all documents, one after the other: what passages are searched in.
///
/// Four bytes a character. Positions in it have 32 bits.
@_spi(Core) public struct FoldedStream: Sendable {
    /// Folded scalars of all documents.
    public let scalars: FlatArray<UInt32>
    /// Where each document begins, and one entry more.
    public let documentStarts: [Int]
    /// Bits of the scalars before which something was dropped: they begin a word.
    private let wordStarts: [UInt64]

    /// Scalars that positions can count.
    public static let scalarLimit = Int(UInt32.max)

    /// Creates a stream of what was written elsewhere.
    ///
    /// - Parameters:
    ///   - scalars: Folded scalars of all documents.
    ///   - documentStarts: Where each document begins, and one entry more.
    ///   - wordStarts: A bit for each scalar, from the lowest: whether white space or punctuation
    ///     stood before it; without any, words end at other scripts only.
    public init(
        scalars: FlatArray<UInt32>,
        documentStarts: [Int],
        wordStarts: [UInt64] = []
    ) {
        self.scalars = scalars
        self.documentStarts = documentStarts
        self.wordStarts = wordStarts
    }

    /// Creates a stream of a few documents, in memory.
    public init(_ documents: [[UInt32]] = []) {
        scalars = FlatArray(Array(documents.joined()))
        var starts = [0]
        for document in documents { starts.append(starts[starts.count - 1] + document.count) }
        documentStarts = starts
        wordStarts = []
    }

    /// Whether white space or punctuation stood before a scalar.
    func beginsWord(at position: Int) -> Bool {
        let word = position / 64
        return word < wordStarts.count && wordStarts[word] >> UInt64(position % 64) & 1 == 1
    }

    /// This stream and another behind it.
    ///
    /// - Complexity: Linear in both.
    public func joined(with other: FoldedStream) -> FoldedStream {
        let starts = other.documentStarts.dropFirst().map { $0 + scalars.count }
        return FoldedStream(
            scalars: FlatArray(Array(scalars) + Array(other.scalars)),
            documentStarts: documentStarts + starts
        )
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
        // The last that begins there or before: empty documents begin where the next one does.
        (1..<Swift.max(1, documentCount)).partitioningIndex { documentStarts[$0] > position } - 1
    }
}

import LeitongModel

/// A document cut into its paragraphs and what stands between them, for folding.
///
/// What stands between is folded too (the line that begins a section, for one): a run that is
/// shared across it must not be lost.
struct DocumentPieces: Sequence, IteratorProtocol {
    /// A stretch of a document's text.
    struct Piece {
        /// Bytes of the text.
        var bytes: Range<Int>
        /// The paragraph it is; `nil` for what stands between paragraphs.
        var paragraph: Int?
    }

    private let batch: DocumentBatch
    private let document: Document
    private let end: Int
    private var position = 0
    private var paragraph: Int

    /// Cuts a document.
    ///
    /// - Parameters:
    ///   - document: A document of the batch.
    ///   - batch: The batch.
    ///   - byteCount: Length of its text.
    init(_ document: Document, of batch: DocumentBatch, byteCount: Int) {
        self.batch = batch
        self.document = document
        end = byteCount
        paragraph = document.paragraphs.lowerBound
    }

    /// The next piece; empty ones are left out.
    mutating func next() -> Piece? {
        if paragraph < document.paragraphs.upperBound {
            let start = Int(batch.paragraphs[paragraph].byteStart)
            if position < start {
                defer { position = start }
                return Piece(bytes: position..<start, paragraph: nil)
            }
            position = Int(batch.paragraphs[paragraph].byteEnd)
            defer { paragraph += 1 }
            return Piece(bytes: start..<position, paragraph: paragraph)
        }
        guard position < end else { return nil }
        defer { position = end }
        return Piece(bytes: position..<end, paragraph: nil)
    }
}

extension Span<UInt8> {
    /// Whether there is nothing but ASCII white space and controls.
    var isBlank: Bool {
        for index in indices where self[index] > 0x20 { return false }
        return true
    }
}

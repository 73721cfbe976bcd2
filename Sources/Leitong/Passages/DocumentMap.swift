import LeitongCore
import LeitongDocuments

/// The way from folded scalars of a document back to its source.
struct DocumentMap {
    /// The document's text in UTF-8.
    let text: [UInt8]
    /// First byte of each folded scalar.
    private var starts: [UInt32] = []
    /// One past the last byte of each folded scalar.
    private var ends: [UInt32] = []
    /// Position of the document's first scalar in the stream.
    private let base: Int
    private let checkpoints: [Checkpoint]

    /// Scalars and line ends before a byte.
    private struct Checkpoint {
        var scalars = 0
        var lineEnds = 0
    }

    /// Bytes between checkpoints.
    private static let step = 64

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - index: Position of the document in the batch.
    ///   - batch: The documents.
    ///   - folder: Folds as the stream was folded.
    ///   - base: Position of its first scalar in the stream.
    /// - Complexity: Linear in the document.
    init(document index: Int, of batch: DocumentBatch, folder: Folder, base: Int) {
        let document = batch.documents[index]
        var scratch: [UInt8] = []
        var copy: [UInt8] = []
        var starts: [UInt32] = []
        var ends: [UInt32] = []
        var folded = FoldedText()
        batch.withText(of: document, scratch: &scratch) { text in
            copy.append(addingCapacity: text.count) { copy in
                for index in text.indices { copy.append(text[index]) }
            }
            // Most scalars of Chinese text have three bytes.
            starts.reserveCapacity(text.count / 3 + 1)
            ends.reserveCapacity(text.count / 3 + 1)
            for piece in DocumentPieces(document, of: batch, byteCount: text.count) {
                let bytes = text.extracting(piece.bytes)
                if piece.paragraph == nil, bytes.isBlank { continue }
                folder.fold(bytes, into: &folded, keepingMap: true)
                let offset = UInt32(truncatingIfNeeded: piece.bytes.lowerBound)
                for start in folded.sourceStarts { starts.append(start + offset) }
                for end in folded.sourceEnds { ends.append(end + offset) }
            }
        }
        text = copy
        self.starts = starts
        self.ends = ends
        self.base = base
        checkpoints = Self.checkpoints(of: copy.span)
    }

    /// The source bytes of folded scalars.
    ///
    /// - Parameter range: A range of the stream inside the document, not empty.
    /// - Returns: Bytes of the document's text.
    func byteRange(of range: Range<Int>) -> Range<Int> {
        let start = Int(starts[range.lowerBound - base])
        return start..<Swift.max(start, Int(ends[range.upperBound - 1 - base]))
    }

    /// First source byte of a folded scalar, or of what stands behind the last one.
    func byteStart(of position: Int) -> Int {
        let offset = position - base
        return offset < starts.count ? Int(starts[offset]) : text.count
    }

    /// Unicode scalars of the text before a byte.
    func scalarOffset(ofByte byte: Int) -> Int {
        let checkpoint = byte / Self.step
        var count = checkpoints[checkpoint].scalars
        let rest = text.span.extracting(checkpoint * Self.step..<byte)
        // Without a branch, so that the loop can become vector instructions.
        for index in rest.indices { count += rest[index] & 0xC0 != 0x80 ? 1 : 0 }
        return count
    }

    /// The line a byte stands in, from 1.
    func line(ofByte byte: Int) -> Int {
        let checkpoint = byte / Self.step
        var count = checkpoints[checkpoint].lineEnds
        let text = text.span
        for index in checkpoint * Self.step..<byte where Self.isLineEnd(index, text) { count += 1 }
        return count + 1
    }

    /// The text of some bytes.
    func string(_ bytes: Range<Int>) -> String {
        String(decoding: text[bytes], as: UTF8.self)
    }

    private static func checkpoints(of text: Span<UInt8>) -> [Checkpoint] {
        var result: [Checkpoint] = []
        result.reserveCapacity(text.count / step + 1)
        var current = Checkpoint()
        for index in text.indices {
            if index % step == 0 { result.append(current) }
            if text[index] & 0xC0 != 0x80 { current.scalars += 1 }
            if isLineEnd(index, text) { current.lineEnds += 1 }
        }
        if text.count % step == 0 { result.append(current) }
        return result
    }

    /// Whether a line ends with a byte: LF, or CR that no LF follows.
    private static func isLineEnd(_ index: Int, _ text: Span<UInt8>) -> Bool {
        if text[index] == 0x0A { return true }
        guard text[index] == 0x0D else { return false }
        return index + 1 == text.count || text[index + 1] != 0x0A
    }
}

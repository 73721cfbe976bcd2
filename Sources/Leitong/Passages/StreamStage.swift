import LeitongCore
import LeitongDocuments

/// Folds whole documents and joins them to one stream: passages run across paragraph breaks.
struct StreamStage: Sendable {
    let folder: Folder

    /// Documents a chunk.
    private static let chunkSize = 64

    /// Folds all documents.
    ///
    /// - Throws: ``LeitongError`` where they have more scalars than positions can count.
    func run(_ batch: DocumentBatch, threads: Int) async throws -> TextStream {
        let parts = await ParallelRanges.map(
            count: batch.documents.count,
            chunkSize: Self.chunkSize,
            threads: threads
        ) { range in
            fold(range, of: batch)
        }
        let scalarCount = parts.reduce(0) { $0 + $1.scalars.count }
        guard scalarCount < FoldedStream.scalarLimit else {
            throw LeitongError(
                .tooMuchText,
                "\(scalarCount) characters are too many to look for passages in at once; the limit is "
                    + "\(FoldedStream.scalarLimit); --only paragraphs takes any number"
            )
        }
        var result = TextStream()
        result.scalars.reserveCapacity(scalarCount)
        for part in parts { result.append(part) }
        return result
    }

    private func fold(_ range: Range<Int>, of batch: DocumentBatch) -> TextStream.Part {
        var part = TextStream.Part()
        var folded = FoldedText()
        var scratch: [UInt8] = []
        var scalars: [UInt32] = []
        for index in range {
            let document = batch.documents[index]
            let start = part.scalars.count
            batch.withText(of: document, scratch: &scratch) { text in
                for piece in DocumentPieces(document, of: batch, byteCount: text.count) {
                    let bytes = text.extracting(piece.bytes)
                    if piece.paragraph == nil, bytes.isBlank { continue }
                    folder.fold(bytes, into: &folded, keepingMap: false)
                    folded.decodeScalars(into: &scalars)
                    if piece.paragraph != nil {
                        part.paragraphs.append((part.scalars.count, scalars.count))
                    }
                    part.scalars.append(contentsOf: scalars)
                }
            }
            part.lengths.append(part.scalars.count - start)
        }
        return part
    }
}

/// The folded stream of a collection, and where its paragraphs lie in it.
struct TextStream: Sendable {
    var scalars = FoldedStream()
    /// Range of each paragraph.
    private(set) var paragraphStarts: [UInt32] = []
    private(set) var paragraphLengths: [UInt32] = []

    /// Some documents, folded apart.
    struct Part: Sendable {
        var scalars: [UInt32] = []
        /// Scalars of each document.
        var lengths: [Int] = []
        /// Start and length of each paragraph, in the part.
        var paragraphs: [(start: Int, length: Int)] = []
    }

    mutating func append(_ part: Part) {
        let base = scalars.scalars.count
        for paragraph in part.paragraphs {
            paragraphStarts.append(UInt32(base + paragraph.start))
            paragraphLengths.append(UInt32(paragraph.length))
        }
        var start = 0
        for length in part.lengths {
            scalars.append(part.scalars[start..<start + length])
            start += length
        }
    }

    /// Where a paragraph lies.
    func range(ofParagraph paragraph: Int) -> Range<Int> {
        let start = Int(paragraphStarts[paragraph])
        return start..<start + Int(paragraphLengths[paragraph])
    }
}

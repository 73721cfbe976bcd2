@_spi(Core) import LeitongCore
import LeitongModel
import LeitongStorage

/// Folds whole documents and joins them to one stream: passages run across paragraph breaks.
struct StreamStage: Sendable {
    let folder: Folder

    /// Bytes of text a chunk.
    private static let chunkSize = 1 << 20

    /// Folds all documents.
    ///
    /// - Throws: ``LeitongError`` where they have more scalars than positions can count, or
    ///   `StorageError` where there is no room for them.
    func run(_ batch: DocumentBatch, context: RunContext) async throws -> TextStream {
        var writer = TextStreamWriter(budget: context.memory)
        let chunks = RunContext.chunks(of: batch.documents.count, limit: Self.chunkSize) {
            batch.documents[$0].textByteRange.count
        }
        try await context.forEach(chunks) { range in
            fold(range, of: batch)
        } consume: { part in
            try writer.append(part)
        }
        return try writer.finish()
    }

    private func fold(_ range: Range<Int>, of batch: DocumentBatch) -> TextStream.Part {
        var part = TextStream.Part()
        var folded = FoldedText()
        var scratch: [UInt8] = []
        var scalars: [UInt32] = []
        for index in range {
            let document = batch.documents[index]
            let start = part.scalars.count
            part.positions.beginDocument()
            batch.withText(of: document, scratch: &scratch) { text in
                for piece in DocumentPieces(document, of: batch, byteCount: text.count) {
                    let bytes = text.extracting(piece.bytes)
                    if piece.paragraph == nil, folder.level != .none, bytes.isBlank { continue }
                    folder.fold(bytes, into: &folded, keepingMap: true)
                    folded.decodeScalars(into: &scalars)
                    part.positions.append(
                        folded.sourceStarts.span,
                        folded.sourceEnds.span,
                        from: piece.bytes.lowerBound,
                        of: text
                    )
                    if piece.paragraph != nil {
                        part.paragraphs.append((part.scalars.count, scalars.count))
                        part.noteQuotations(QuotationMarks.ranges(in: bytes), folded)
                    }
                    part.noteWordStarts(folded)
                    part.scalars.append(contentsOf: scalars)
                }
            }
            part.lengths.append(part.scalars.count - start)
        }
        return part
    }
}

/// The folded stream of a corpus, and where its paragraphs lie in it.
struct TextStream: Sendable {
    let scalars: FoldedStream
    /// The way back to the sources.
    let positions: SourcePositions
    /// What is quoted.
    let quoted: TextMask
    /// The paragraphs that hold quoted text.
    let quotingParagraphs: TextMask
    /// Range of each paragraph.
    fileprivate let paragraphs: FlatArray<Place>

    /// Where a paragraph lies.
    fileprivate struct Place: BitwiseCopyable, Sendable {
        var start: UInt32
        var length: UInt32
    }

    /// Some documents, folded apart.
    struct Part: Sendable {
        var scalars: [UInt32] = []
        /// Scalars of each document.
        var lengths: [Int] = []
        /// Start and length of each paragraph, in the part.
        var paragraphs: [(start: Int, length: Int)] = []
        /// Where the scalars stand in their sources.
        var positions = SourcePositions.Part()
        /// Each quoted stretch, in the part.
        var quoted: [Range<Int>] = []
        /// The paragraphs that hold one.
        var quotingParagraphs: [Range<Int>] = []
        /// Scalars of the part before which white space or punctuation stood.
        var wordStarts: [UInt32] = []

        /// Notes what is quoted in a paragraph whose scalars are about to be added.
        mutating func noteQuotations(_ bytes: [Range<Int>], _ folded: borrowing FoldedText) {
            if bytes.isEmpty { return }
            let base = scalars.count
            for range in bytes {
                let quoted = folded.scalars(ofSource: range)
                self.quoted.append(base + quoted.lowerBound..<base + quoted.upperBound)
            }
            quotingParagraphs.append(base..<base + folded.scalarCount)
        }

        /// Notes where words begin in a piece whose scalars are about to be added.
        mutating func noteWordStarts(_ folded: borrowing FoldedText) {
            for index in 0..<folded.scalarCount
            where index == 0 || folded.sourceStarts[index] > folded.sourceEnds[index - 1] {
                wordStarts.append(UInt32(scalars.count + index))
            }
        }
    }

    /// What stands under headings such as 参考文献.
    func bibliographies(of corpus: Corpus) -> TextMask {
        var mask = TextMask()
        for unit in corpus.units.indices {
            let paragraphs = corpus.units.paragraphs(ofUnit: unit)
            for listed in corpus.batch.bibliographyRanges(in: paragraphs) {
                mask.append(
                    range(ofParagraph: listed.lowerBound)
                        .lowerBound..<range(ofParagraph: listed.upperBound - 1).upperBound
                )
            }
        }
        return mask
    }

    /// Where a paragraph lies.
    func range(ofParagraph paragraph: Int) -> Range<Int> {
        let place = paragraphs[paragraph]
        return Int(place.start)..<Int(place.start) + Int(place.length)
    }
}

/// Joins parts of a stream, in order.
private struct TextStreamWriter: ~Copyable {
    private var scalars: FlatArrayWriter<UInt32>
    private var paragraphs: FlatArrayWriter<TextStream.Place>
    private var positions: SourcePositions.Writer
    private var documentStarts = [0]
    private var quoted = TextMask()
    private var quotingParagraphs = TextMask()
    private var wordStarts: [UInt64] = []

    init(budget: MemoryBudget) {
        positions = SourcePositions.Writer(budget: budget)
        scalars = FlatArrayWriter(budget: budget)
        paragraphs = FlatArrayWriter(budget: budget)
    }

    mutating func append(_ part: TextStream.Part) throws {
        let base = scalars.count
        guard base + part.scalars.count < FoldedStream.scalarLimit else {
            throw LeitongError.tooMuchText(limit: FoldedStream.scalarLimit)
        }
        let places = part.paragraphs.map {
            TextStream.Place(start: UInt32(base + $0.start), length: UInt32($0.length))
        }
        try paragraphs.append(places.span)
        try scalars.append(part.scalars.span)
        try positions.append(part.positions)
        for range in part.quoted {
            quoted.append(base + range.lowerBound..<base + range.upperBound)
        }
        for range in part.quotingParagraphs {
            quotingParagraphs.append(base + range.lowerBound..<base + range.upperBound)
        }
        let words = (base + part.scalars.count) / 64 + 1
        wordStarts.append(contentsOf: repeatElement(0, count: words - wordStarts.count))
        for start in part.wordStarts {
            wordStarts[(base + Int(start)) / 64] |= 1 << UInt64((base + Int(start)) % 64)
        }
        var end = base
        for length in part.lengths {
            end += length
            documentStarts.append(end)
        }
    }

    consuming func finish() throws -> TextStream {
        TextStream(
            scalars: FoldedStream(
                scalars: try scalars.finish(),
                documentStarts: documentStarts,
                wordStarts: wordStarts
            ),
            positions: try positions.finish(),
            quoted: quoted,
            quotingParagraphs: quotingParagraphs,
            paragraphs: try paragraphs.finish()
        )
    }
}

import LeitongAlgorithms
@_spi(Core) import LeitongCore
import LeitongModel
import LeitongReport

/// Where stretches of the stream stand in their sources.
struct PassagePlaces: Sendable {
    let corpus: Corpus
    let text: TextStream

    /// A stretch in its source.
    struct Side {
        /// Where it stands.
        let place: Place
        /// Where its runs begin in Unicode scalars, and the end of the last.
        let cuts: [Int]
        fileprivate let document: Int
        fileprivate let checkpoint: SourcePositions.Checkpoint
    }

    /// Finds a stretch.
    ///
    /// - Parameters:
    ///   - range: The stretch, not empty.
    ///   - document: The document it lies in.
    ///   - lengths: Folded scalars of the runs that make it up, if that is asked.
    /// - Returns: Where it stands.
    /// - Complexity: Constant, and linear in the runs; logarithmic in the paragraphs of the document.
    func side(
        of range: Range<Int>,
        in document: Int,
        runs lengths: some Sequence<Int> = EmptyCollection()
    ) -> Side {
        let numbers = numbers(of: range, in: document)
        let scalars = text.positions.scalars(of: numbers, in: document)
        return Side(
            place: Place(
                document: name(at: range.lowerBound, in: document),
                range: scalars,
                line: text.positions.line(of: numbers.lowerBound, in: document)
            ),
            cuts: cuts(numbers, scalars, in: document, lengths),
            document: document,
            checkpoint: text.positions.checkpoint(before: numbers.lowerBound, in: document)
        )
    }

    /// Where a stretch stands.
    func place(of range: Range<Int>, in document: Int) -> Place {
        side(of: range, in: document).place
    }

    /// The paragraph that holds all of a stretch.
    func paragraph(holding range: Range<Int>, in document: Int) -> Int? {
        guard let paragraph = paragraph(at: range.lowerBound, in: document) else { return nil }
        let place = text.range(ofParagraph: paragraph)
        return range.upperBound <= place.upperBound ? paragraph : nil
    }

    /// The text of a stretch, or of its runs.
    ///
    /// - Parameters:
    ///   - side: The stretch, found with its runs.
    ///   - isWanted: Whether the text of a run is asked for.
    /// - Returns: A text for each run that is asked for, `nil` for the others.
    /// - Complexity: Linear in the stretch; of a short text with escapes in the whole text.
    func texts(of side: Side, where isWanted: (Int) -> Bool) -> [String?] {
        guard let end = side.cuts.last else { return [] }
        var bytes: [UInt8] = []
        var walk = source(of: side.document, from: side.checkpoint, to: end, into: &bytes)
        walk.advance(to: side.cuts[0], in: bytes.span)
        return (0..<side.cuts.count - 1)
            .map { run in
                let start = walk.byte
                walk.advance(to: side.cuts[run + 1], in: bytes.span)
                guard isWanted(run) else { return nil }
                return String(decoding: bytes[start..<walk.byte], as: UTF8.self)
            }
    }

    /// Cuts a stretch into its runs; what folding drops goes with the run before it.
    private func cuts(
        _ numbers: Range<Int>,
        _ scalars: Range<Int>,
        in document: Int,
        _ lengths: some Sequence<Int>
    ) -> [Int] {
        var cuts: [Int] = []
        var position = numbers.lowerBound
        let count = text.scalars.range(ofDocument: document).count
        for length in lengths {
            // What came of one source scalar with its neighbour begins where that does.
            let next =
                position < count
                ? text.positions.firstScalar(of: position, in: document) : scalars.upperBound
            cuts.append(Swift.min(Swift.max(cuts.last ?? next, next), scalars.upperBound))
            position += length
        }
        if !cuts.isEmpty { cuts.append(scalars.upperBound) }
        return cuts
    }

    /// Folded scalars as they are counted in their document.
    private func numbers(of range: Range<Int>, in document: Int) -> Range<Int> {
        let base = text.scalars.documentStarts[document]
        return range.lowerBound - base..<range.upperBound - base
    }

    /// Name of the unit that a position stands in: that of the last paragraph that begins there or
    /// before, else of the document's first.
    private func name(at position: Int, in document: Int) -> String {
        let paragraphs = corpus.batch.documents.paragraphs(of: document)
        guard let paragraph = paragraph(at: position, in: document) ?? paragraphs.first else {
            return corpus.batch.documents.name(of: document)
        }
        return corpus.units.name(ofUnit: corpus.units.unit(ofParagraph: paragraph))
    }

    /// The last paragraph of a document that begins at or before a position.
    private func paragraph(at position: Int, in document: Int) -> Int? {
        let range = corpus.batch.documents.paragraphs(of: document)
        let next = range.partitioningIndex { text.range(ofParagraph: $0).lowerBound > position }
        return next > range.lowerBound ? next - 1 : nil
    }
}

extension PassagePlaces {
    /// A way through the source, scalar by scalar.
    private struct Walk {
        /// Scalars of the document before the next one.
        var scalar: Int
        /// Where that begins in the bytes at hand.
        var byte: Int

        /// Goes on to a scalar that is not before the next one.
        mutating func advance(to end: Int, in bytes: Span<UInt8>) {
            while scalar < end {
                byte += 1
                while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
                scalar += 1
            }
        }
    }

    /// Copies part of a document's text.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - checkpoint: A place in it.
    ///   - end: The scalar that the part reaches up to at least.
    ///   - bytes: Receives the part.
    /// - Returns: The way that begins at the checkpoint.
    private func source(
        of document: Int,
        from checkpoint: SourcePositions.Checkpoint,
        to end: Int,
        into bytes: inout [UInt8]
    ) -> Walk {
        // A scalar has four bytes at most.
        let reach = 4 * (end - checkpoint.scalar)
        let part = checkpoint.byte..<checkpoint.byte + reach
        corpus.batch.appendText(ofDocument: document, part, to: &bytes)
        return Walk(scalar: checkpoint.scalar, byte: 0)
    }
}

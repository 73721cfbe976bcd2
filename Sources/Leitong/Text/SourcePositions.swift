import LeitongAlgorithms
import LeitongStorage

/// Where each folded scalar of the stream stands in the text of its document, in about four bits a
/// scalar.
///
/// Both the scalar a folded one begins with and the line it stands in rise with the position: of
/// each, the differences are kept in unary, so many zeros and a one. A document begins with a word
/// of its own, and samples make the way to any position short.
///
/// Source: P. Elias, Efficient storage and retrieval by content and address of static files, 1974;
/// without the lower bits, as most differences are 1 or 0.
struct SourcePositions: Sendable {
    fileprivate let documents: FlatArray<DocumentStart>
    /// Differences of first scalars.
    fileprivate let scalarBits: FlatArray<UInt64>
    /// Differences of lines.
    fileprivate let lineBits: FlatArray<UInt64>
    fileprivate let samples: FlatArray<Sample>
    /// Folded scalars that came of several, in order.
    fileprivate let joined: FlatArray<Joined>

    /// Folded scalars between samples.
    static let step = 128

    /// Where the parts of a document begin in the flat arrays.
    fileprivate struct DocumentStart: BitwiseCopyable, Sendable {
        var scalarWord: UInt32 = 0
        var lineWord: UInt32 = 0
        var sample: UInt32 = 0
        var joined: UInt32 = 0
    }

    /// What stands in the source before a folded scalar: texts are shorter than 4 GiB.
    fileprivate struct Sample: BitwiseCopyable, Sendable {
        var scalars: UInt32 = 0
        var lineEnds: UInt32 = 0
        var bytes: UInt32 = 0
    }

    /// A folded scalar that did not come of one scalar alone.
    fileprivate struct Joined: BitwiseCopyable, Sendable {
        /// Its number in the document.
        var number: UInt32
        /// Scalars it came of.
        var length: UInt32
    }

    /// A place in the source.
    struct Checkpoint {
        /// Unicode scalars before it.
        var scalar = 0
        /// Bytes before it.
        var byte = 0
    }

    /// First source scalar of a folded one.
    ///
    /// - Parameters:
    ///   - number: Number of the folded scalar in its document.
    ///   - document: The document.
    /// - Returns: Unicode scalars of the document's text before it.
    func firstScalar(of number: Int, in document: Int) -> Int {
        let start = documents[document]
        let sample = sample(before: number, start)
        let word = Int(start.scalarWord)
        return Self.number(number, in: scalarBits.span, from: word, after: Int(sample.scalars))
    }

    /// Source scalars of folded ones, at least one.
    func scalars(of numbers: Range<Int>, in document: Int) -> Range<Int> {
        let last = numbers.upperBound - 1
        let end = firstScalar(of: last, in: document) + length(of: last, in: document)
        return firstScalar(of: numbers.lowerBound, in: document)..<end
    }

    /// The line that a folded scalar begins in, from 1.
    func line(of number: Int, in document: Int) -> Int {
        let start = documents[document]
        let sample = sample(before: number, start)
        let word = Int(start.lineWord)
        return 1 + Self.number(number, in: lineBits.span, from: word, after: Int(sample.lineEnds))
    }

    /// A place in the source, not far before a folded scalar.
    func checkpoint(before number: Int, in document: Int) -> Checkpoint {
        let sample = sample(before: number, documents[document])
        return Checkpoint(scalar: Int(sample.scalars), byte: Int(sample.bytes))
    }

    private func sample(before number: Int, _ start: DocumentStart) -> Sample {
        let count = number / Self.step
        return count == 0 ? Sample() : samples[Int(start.sample) + count - 1]
    }

    /// Scalars that a folded one came of.
    private func length(of number: Int, in document: Int) -> Int {
        let start = Int(documents[document].joined)
        let end =
            document + 1 < documents.count ? Int(documents[document + 1].joined) : joined.count
        let index = (start..<end).partitioningIndex { joined[$0].number >= number }
        return index < end && Int(joined[index].number) == number ? Int(joined[index].length) : 1
    }

    /// A number of a rising sequence.
    ///
    /// - Parameters:
    ///   - index: Position in the sequence.
    ///   - words: Unary differences.
    ///   - first: Word that the sequence begins with.
    ///   - sampled: What the sampled number at or before it is.
    /// - Returns: The number.
    private static func number(
        _ index: Int,
        in words: Span<UInt64>,
        from first: Int,
        after sampled: Int
    ) -> Int {
        let known = index / step * step
        // The first of a sequence has no sample: its zeros are counted too.
        let bit = 64 * first + (known == 0 ? 0 : known + sampled)
        var word = bit / 64
        var rest = index - known
        var value = words[word] & (UInt64.max << UInt64(bit % 64))
        while true {
            let count = value.nonzeroBitCount
            if rest < count { break }
            rest -= count
            word += 1
            value = words[word]
        }
        for _ in 0..<rest { value &= value - 1 }
        return 64 * (word - first) + value.trailingZeroBitCount - index
    }
}

extension SourcePositions {
    /// The positions of some documents, made apart.
    struct Part: Sendable {
        fileprivate var documents: [DocumentStart] = []
        fileprivate var scalarBits = UnaryNumbers()
        fileprivate var lineBits = UnaryNumbers()
        fileprivate var samples: [Sample] = []
        fileprivate var joined: [Joined] = []
        /// Folded scalars of the document under way.
        private var count = 0
        /// How far its source was read.
        private var current = Sample()

        /// Begins the next document.
        mutating func beginDocument() {
            scalarBits.beginWord()
            lineBits.beginWord()
            documents.append(
                DocumentStart(
                    scalarWord: UInt32(truncatingIfNeeded: scalarBits.words.count),
                    lineWord: UInt32(truncatingIfNeeded: lineBits.words.count),
                    sample: UInt32(truncatingIfNeeded: samples.count),
                    joined: UInt32(truncatingIfNeeded: joined.count)
                )
            )
            count = 0
            current = Sample()
        }

        /// Adds folded scalars of the document.
        ///
        /// - Parameters:
        ///   - starts: First byte of each.
        ///   - ends: One past the last byte of each.
        ///   - base: What both are counted from.
        ///   - text: The text of the document.
        mutating func append(
            _ starts: Span<UInt32>,
            _ ends: Span<UInt32>,
            from base: Int,
            of text: Span<UInt8>
        ) {
            precondition(starts.count == ends.count)
            for index in starts.indices {
                let start = base + Int(starts[index])
                let before = current
                read(to: start, of: text)
                scalarBits.append(Int(current.scalars - before.scalars))
                lineBits.append(Int(current.lineEnds - before.lineEnds))
                if count % step == 0, count > 0 { samples.append(current) }
                let length = Self.length(start..<base + Int(ends[index]), of: text)
                if length != 1 {
                    joined.append(Joined(number: UInt32(count), length: UInt32(length)))
                }
                count += 1
            }
        }

        /// Counts what stands before a byte of the source.
        @inline(__always)
        private mutating func read(to end: Int, of text: Span<UInt8>) {
            var byte = Int(current.bytes)
            while byte < end {
                let value = text[byte]
                if value & 0xC0 != 0x80 { current.scalars += 1 }
                byte += 1
                if value == 0x0A || value == 0x0D && (byte == text.count || text[byte] != 0x0A) {
                    current.lineEnds += 1
                }
            }
            current.bytes = UInt32(byte)
        }

        /// Scalars that begin in a range.
        @inline(__always)
        private static func length(_ range: Range<Int>, of text: Span<UInt8>) -> Int {
            var count = 0
            for byte in range where text[byte] & 0xC0 != 0x80 { count += 1 }
            return count
        }
    }

    /// Joins parts, in order.
    struct Writer: ~Copyable {
        private var documents: FlatArrayWriter<DocumentStart>
        private var scalarBits: FlatArrayWriter<UInt64>
        private var lineBits: FlatArrayWriter<UInt64>
        private var samples: FlatArrayWriter<Sample>
        private var joined: FlatArrayWriter<Joined>

        init(budget: MemoryBudget) {
            documents = FlatArrayWriter(budget: budget)
            scalarBits = FlatArrayWriter(budget: budget)
            lineBits = FlatArrayWriter(budget: budget)
            samples = FlatArrayWriter(budget: budget)
            joined = FlatArrayWriter(budget: budget)
        }

        mutating func append(_ part: Part) throws {
            let starts = part.documents.map { start in
                DocumentStart(
                    scalarWord: start.scalarWord + UInt32(scalarBits.count),
                    lineWord: start.lineWord + UInt32(lineBits.count),
                    sample: start.sample + UInt32(samples.count),
                    joined: start.joined + UInt32(joined.count)
                )
            }
            try documents.append(starts.span)
            try scalarBits.append(part.scalarBits.words.span)
            try lineBits.append(part.lineBits.words.span)
            try samples.append(part.samples.span)
            try joined.append(part.joined.span)
        }

        consuming func finish() throws -> SourcePositions {
            SourcePositions(
                documents: try documents.finish(),
                scalarBits: try scalarBits.finish(),
                lineBits: try lineBits.finish(),
                samples: try samples.finish(),
                joined: try joined.finish()
            )
        }
    }
}

/// Numbers as so many zeros and a one.
private struct UnaryNumbers: Sendable {
    private(set) var words: [UInt64] = []
    /// Bits that are in use.
    private var count = 0

    /// Adds a number.
    mutating func append(_ number: Int) {
        count += number
        while count >= 64 * words.count { words.append(0) }
        words[count / 64] |= 1 << UInt64(count % 64)
        count += 1
    }

    /// Leaves what remains of the last word.
    mutating func beginWord() {
        count = 64 * words.count
    }
}

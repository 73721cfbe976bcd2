import LeitongCore

/// What the first pass learned of a range of paragraphs, in flat arrays.
///
/// A row is a text that stands for the first time in the chunk; later equal paragraphs refer to it.
struct SketchChunk: Sendable {
    /// The paragraphs of the chunk.
    let paragraphs: Range<Int>
    /// Folded characters of each paragraph.
    private(set) var lengths: [UInt32] = []
    /// Row of each paragraph's text, or ``noRow`` for one that is too short.
    private(set) var rowOfParagraph: [UInt32] = []
    /// Digest of each row's folded text.
    private(set) var digests: [TextDigest] = []
    /// Paragraph at which each row was met first.
    private(set) var firstParagraphs: [UInt32] = []
    /// Shingles of each row, repeats included.
    private(set) var shingleCounts: [UInt32] = []
    /// Two bits of each signature value; empty without signatures.
    private(set) var sketches: [BitSketch] = []
    /// Band keys, all of one band together: a band is read in one sweep.
    private var keys: [UInt32]
    private let bandCount: Int

    static let noRow = UInt32.max

    var rowCount: Int { shingleCounts.count }

    init(paragraphs: Range<Int>, bandCount: Int) {
        self.paragraphs = paragraphs
        self.bandCount = bandCount
        keys = [UInt32](repeating: 0, count: bandCount * paragraphs.count)
        lengths.reserveCapacity(paragraphs.count)
        rowOfParagraph.reserveCapacity(paragraphs.count)
    }

    /// Notes a paragraph that is left out.
    mutating func addShort(length: Int) {
        lengths.append(UInt32(length))
        rowOfParagraph.append(Self.noRow)
    }

    /// Notes a paragraph whose text has a row already.
    mutating func addRepeat(of row: Int, length: Int) {
        lengths.append(UInt32(length))
        rowOfParagraph.append(UInt32(row))
    }

    /// Adds a row for the next paragraph.
    mutating func add(
        _ digest: TextDigest,
        length: Int,
        shingleCount: Int,
        sketch: BitSketch? = nil
    ) {
        firstParagraphs.append(UInt32(paragraphs.lowerBound + lengths.count))
        rowOfParagraph.append(UInt32(rowCount))
        lengths.append(UInt32(length))
        digests.append(digest)
        shingleCounts.append(UInt32(shingleCount))
        if let sketch { sketches.append(sketch) }
    }

    /// Sets a band key of the row added last.
    mutating func setKey(_ key: UInt32, ofBand band: Int) {
        keys[band * paragraphs.count + rowCount - 1] = key
    }

    /// Keys of a band, one a row.
    func withKeys<Result, Failure: Error>(
        ofBand band: Int,
        _ body: (Span<UInt32>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let first = band * paragraphs.count
        return try body(keys.span.extracting(first..<first + rowCount))
    }
}

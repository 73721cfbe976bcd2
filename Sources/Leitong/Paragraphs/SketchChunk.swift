@_spi(Core) import LeitongCore

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
    /// Rows by the lower bits of their digests, in open addressing.
    private var slots: [UInt32]

    static let noRow = UInt32.max

    var rowCount: Int { shingleCounts.count }

    init(paragraphs: Range<Int>, bandCount: Int) {
        self.paragraphs = paragraphs
        self.bandCount = bandCount
        keys = [UInt32](repeating: 0, count: bandCount * paragraphs.count)
        var slotCount = 16
        while slotCount < 2 * paragraphs.count { slotCount *= 2 }
        slots = [UInt32](repeating: Self.noRow, count: slotCount)
        lengths.reserveCapacity(paragraphs.count)
        rowOfParagraph.reserveCapacity(paragraphs.count)
    }

    /// Notes a paragraph that is left out.
    mutating func addShort(length: Int) {
        lengths.append(UInt32(length))
        rowOfParagraph.append(Self.noRow)
    }

    /// Notes a paragraph whose text has a row already.
    ///
    /// - Returns: Whether that is so; if not, nothing is noted.
    mutating func addRepeat(of digest: TextDigest, length: Int) -> Bool {
        let row = slots[slot(of: digest)]
        guard row != Self.noRow else { return false }
        lengths.append(UInt32(length))
        rowOfParagraph.append(row)
        return true
    }

    /// The slot of a row, or the free one where it belongs; there are more slots than rows.
    private func slot(of digest: TextDigest) -> Int {
        var slot = Int(truncatingIfNeeded: digest.low) & (slots.count - 1)
        while slots[slot] != Self.noRow, digests[Int(slots[slot])] != digest {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    /// Adds a row for the next paragraph.
    mutating func add(
        _ digest: TextDigest,
        length: Int,
        shingleCount: Int,
        sketch: BitSketch? = nil
    ) {
        slots[slot(of: digest)] = UInt32(rowCount)
        firstParagraphs.append(UInt32(paragraphs.lowerBound + lengths.count))
        rowOfParagraph.append(UInt32(rowCount))
        lengths.append(UInt32(length))
        digests.append(digest)
        shingleCounts.append(UInt32(shingleCount))
        if let sketch { sketches.append(sketch) }
    }

    /// Sets the band keys of the row added last.
    mutating func setKeys(_ rowKeys: [UInt32]) {
        for band in 0..<bandCount {
            keys[band * paragraphs.count + rowCount - 1] = rowKeys[band]
        }
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

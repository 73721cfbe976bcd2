@_spi(Core) import LeitongCore
import LeitongStorage

/// What the first pass learned of all items, in flat arrays that go on in scratch files where memory ends.
///
/// A row is a text that stands for the first time in its chunk: 8 bytes an item, and of a row 56
/// bytes and its band keys.
struct SketchTable: Sendable {
    /// Folded characters of each item.
    let lengths: FlatArray<UInt32>
    /// Row of each item's text, or ``SketchChunk/noRow`` for one that is too short.
    let rowOfItem: FlatArray<UInt32>
    /// Digest of each row's folded text.
    let digests: FlatArray<TextDigest>
    /// Item at which each row was met first; rising.
    let firstUnits: FlatArray<UInt32>
    /// Shingles of each row, repeats included.
    let shingleCounts: FlatArray<UInt32>
    /// Two bits of each signature value of each row; empty without signatures.
    let sketches: FlatArray<BitSketch>
    /// Chunk after chunk, in a chunk band after band.
    private let keys: FlatArray<UInt32>
    /// First row of each chunk, and one entry more.
    private let chunkRows: [Int]
    private let bandCount: Int

    /// Number of rows.
    var rowCount: Int { digests.count }

    /// Lends the keys of a band, stretch by stretch.
    ///
    /// - Parameters:
    ///   - band: Number of the band.
    ///   - body: Receives the first row of a stretch and the keys of its rows.
    func forEachKeys(ofBand band: Int, _ body: (Int, Span<UInt32>) -> Void) {
        var stretch: [UInt32] = []
        for (first, end) in zip(chunkRows, chunkRows.dropFirst()) where first < end {
            let start = bandCount * first + band * (end - first)
            stretch.removeAll(keepingCapacity: true)
            keys.append(start..<start + end - first, to: &stretch)
            body(first, stretch.span)
        }
    }

    /// Gathers chunks to a table.
    struct Writer: ~Copyable {
        private var lengths: FlatArrayWriter<UInt32>
        private var rowOfItem: FlatArrayWriter<UInt32>
        private var digests: FlatArrayWriter<TextDigest>
        private var firstUnits: FlatArrayWriter<UInt32>
        private var shingleCounts: FlatArrayWriter<UInt32>
        private var sketches: FlatArrayWriter<BitSketch>
        private var keys: FlatArrayWriter<UInt32>
        private var chunkRows = [0]
        private let bandCount: Int

        init(bandCount: Int, memory: MemoryBudget) {
            self.bandCount = bandCount
            lengths = FlatArrayWriter(budget: memory)
            rowOfItem = FlatArrayWriter(budget: memory)
            digests = FlatArrayWriter(budget: memory)
            firstUnits = FlatArrayWriter(budget: memory)
            shingleCounts = FlatArrayWriter(budget: memory)
            sketches = FlatArrayWriter(budget: memory)
            keys = FlatArrayWriter(budget: memory)
        }

        /// Adds the next chunk.
        ///
        /// - Throws: ``StorageError`` where no scratch space is to be had.
        mutating func append(_ chunk: SketchChunk) throws(StorageError) {
            let base = UInt32(digests.count)
            let rows = chunk.rowOfParagraph.map { $0 == SketchChunk.noRow ? $0 : base + $0 }
            try lengths.append(chunk.lengths.span)
            try rowOfItem.append(rows.span)
            try digests.append(chunk.digests.span)
            try firstUnits.append(chunk.firstParagraphs.span)
            try shingleCounts.append(chunk.shingleCounts.span)
            try sketches.append(chunk.sketches.span)
            for band in 0..<bandCount {
                try chunk.withKeys(ofBand: band) { (span) throws(StorageError) in
                    try keys.append(span)
                }
            }
            chunkRows.append(digests.count)
        }

        /// Ends the table.
        ///
        /// - Throws: ``StorageError`` where no scratch space is to be had.
        consuming func finish() throws(StorageError) -> SketchTable {
            SketchTable(
                lengths: try lengths.finish(),
                rowOfItem: try rowOfItem.finish(),
                digests: try digests.finish(),
                firstUnits: try firstUnits.finish(),
                shingleCounts: try shingleCounts.finish(),
                sketches: try sketches.finish(),
                keys: try keys.finish(),
                chunkRows: chunkRows,
                bandCount: bandCount
            )
        }
    }
}

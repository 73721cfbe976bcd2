import LeitongAlgorithms
@_spi(Core) import LeitongCore
import LeitongStorage

/// The different texts of a corpus, each with the paragraphs it stands in.
///
/// Where whole documents are compared, paragraph means document here. Texts are numbered by the paragraph they stand in first, so numbers follow document order and
/// do not depend on how the work was split.
struct DistinctTexts: Sendable {
    /// Text of each paragraph, or ``noText`` for one that is too short.
    let textOfParagraph: [UInt32]
    /// Folded characters of each paragraph.
    let lengths: FlatArray<UInt32>
    /// First paragraph of each text.
    let firstParagraphs: [UInt32]
    /// Shingles of each text, repeats included.
    let shingleCounts: [UInt32]
    /// Sketch of each text; empty without signatures.
    let sketches: FlatArray<BitSketch>
    /// Later paragraphs of texts that stand more than once, by text.
    let repeats: [UInt32: [UInt32]]
    /// Text of each row of the table, or ``noText`` where an earlier row has the text.
    let textOfRow: [UInt32]

    static let noText = UInt32.max

    var count: Int { firstParagraphs.count }

    /// Collapses equal rows.
    ///
    /// - Parameters:
    ///   - table: What the first pass learned.
    ///   - memory: What the sketches of the texts are counted in.
    /// - Returns: The texts.
    /// - Throws: ``StorageError`` where memory ends and no scratch space is to be had.
    /// - Complexity: Linear in the paragraphs.
    static func collapsing(
        _ table: SketchTable,
        memory: MemoryBudget
    ) throws(StorageError) -> DistinctTexts {
        let holders = firstHolders(table)
        var firstParagraphs: [UInt32] = []
        var shingleCounts: [UInt32] = []
        var textOfRow = [UInt32](repeating: noText, count: table.rowCount)
        var kept = FlatArrayWriter<BitSketch>(budget: memory)
        for row in 0..<table.rowCount where holders[row] == row {
            textOfRow[row] = UInt32(firstParagraphs.count)
            firstParagraphs.append(table.firstUnits[row])
            shingleCounts.append(table.shingleCounts[row])
            if !table.sketches.isEmpty { try kept.append(table.sketches[row]) }
        }
        let sketches = try kept.finish()
        var textOfParagraph = [UInt32](repeating: noText, count: table.rowOfItem.count)
        var repeats: [UInt32: [UInt32]] = [:]
        for paragraph in 0..<table.rowOfItem.count {
            let row = table.rowOfItem[paragraph]
            guard row != SketchChunk.noRow else { continue }
            let text = textOfRow[Int(holders[Int(row)])]
            textOfParagraph[paragraph] = text
            if paragraph != Int(firstParagraphs[Int(text)]) {
                repeats[text, default: []].append(UInt32(paragraph))
            }
        }
        return DistinctTexts(
            textOfParagraph: textOfParagraph,
            lengths: table.lengths,
            firstParagraphs: firstParagraphs,
            shingleCounts: shingleCounts,
            sketches: sketches,
            repeats: repeats,
            textOfRow: textOfRow
        )
    }

    /// All paragraphs of a text, in document order.
    func occurrences(of text: UInt32) -> [UInt32] {
        [firstParagraphs[Int(text)]] + (repeats[text] ?? [])
    }

    /// How many paragraphs a text stands in.
    func occurrenceCount(of text: UInt32) -> Int {
        1 + (repeats[text]?.count ?? 0)
    }

    /// For each row, the first row with the same digest.
    private static func firstHolders(_ table: SketchTable) -> [UInt32] {
        let digests = table.digests.span
        var entries: [HashedNumber] = []
        entries.reserveCapacity(digests.count)
        for row in 0..<digests.count {
            entries.append(HashedNumber(hash: digests[row].low, number: UInt32(row)))
        }
        var sorter = HashSorter()
        sorter.sort(&entries)
        var holders = (0..<UInt32(digests.count)).map { $0 }
        // Of equal lower halves the upper ones tell whether the texts are equal.
        var firsts: [TextDigest: UInt32] = [:]
        entries.indices.forEachRun(
            by: { entries[$0].hash },
            do: { run in
                guard run.count > 1 else { return }
                firsts.removeAll(keepingCapacity: true)
                for entry in entries[run] {
                    let digest = digests[Int(entry.number)]
                    holders[Int(entry.number)] = firsts[digest] ?? entry.number
                    if firsts[digest] == nil { firsts[digest] = entry.number }
                }
            }
        )
        return holders
    }
}

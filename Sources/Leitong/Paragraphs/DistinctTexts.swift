import LeitongCore

/// The different texts of a collection, each with the paragraphs it stands in.
///
/// Where whole documents are compared, paragraph means document here. Texts are numbered by the paragraph they stand in first, so numbers follow document order and
/// do not depend on how the work was split.
struct DistinctTexts: Sendable {
    /// Text of each paragraph, or ``noText`` for one that is too short.
    private(set) var textOfParagraph: [UInt32]
    /// Folded characters of each paragraph.
    private(set) var lengths: [UInt32]
    /// First paragraph of each text.
    private(set) var firstParagraphs: [UInt32] = []
    /// Shingles of each text, repeats included.
    private(set) var shingleCounts: [UInt32] = []
    /// Sketch of each text; empty without signatures.
    private(set) var sketches: [BitSketch] = []
    /// Later paragraphs of texts that stand more than once, by text.
    private(set) var repeats: [UInt32: [UInt32]] = [:]
    /// Text of each row of each chunk, or ``noText`` where an earlier chunk has the text.
    private(set) var textOfRow: [[UInt32]] = []

    static let noText = UInt32.max

    var count: Int { firstParagraphs.count }

    /// Collapses the rows of all chunks.
    ///
    /// - Parameter chunks: Chunks in order of their paragraphs.
    /// - Complexity: Linear in the paragraphs.
    init(_ chunks: [SketchChunk]) {
        let paragraphCount = chunks.last?.paragraphs.upperBound ?? 0
        textOfParagraph = [UInt32](repeating: Self.noText, count: paragraphCount)
        lengths = []
        lengths.reserveCapacity(paragraphCount)
        for chunk in chunks { lengths.append(contentsOf: chunk.lengths) }
        let firsts = Self.firstHolders(chunks)
        number(chunks, firsts)
        assignParagraphs(chunks, firsts)
    }

    /// All paragraphs of a text, in document order.
    func occurrences(of text: UInt32) -> [UInt32] {
        [firstParagraphs[Int(text)]] + (repeats[text] ?? [])
    }

    /// How many paragraphs a text stands in.
    func occurrenceCount(of text: UInt32) -> Int {
        1 + (repeats[text]?.count ?? 0)
    }

    /// For each row of each chunk, the first paragraph of the collection with the same digest.
    private static func firstHolders(_ chunks: [SketchChunk]) -> [[UInt32]] {
        var entries: [BandEntry] = []
        var digests: [UInt32: TextDigest] = [:]
        var holders = chunks.map(\.firstParagraphs)
        for chunk in chunks {
            for row in 0..<chunk.rowCount {
                entries.append(
                    BandEntry(key: chunk.digests[row].low, text: chunk.firstParagraphs[row])
                )
            }
        }
        var sorter = BandSorter()
        sorter.sort(&entries)
        // All chunks but the last are of one size.
        let chunkSize = Swift.max(chunks.first?.paragraphs.count ?? 1, 1)
        let place = { (paragraph: UInt32) -> (chunk: Int, row: Int) in
            let chunk = Int(paragraph) / chunkSize
            let offset = Int(paragraph) - chunks[chunk].paragraphs.lowerBound
            return (chunk, Int(chunks[chunk].rowOfParagraph[offset]))
        }
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].key == entries[start].key { end += 1 }
            digests.removeAll(keepingCapacity: true)
            for index in start..<end where end - start > 1 {
                let (chunk, row) = place(entries[index].text)
                let digest = chunks[chunk].digests[row]
                let holder = digests.first { $0.value == digest }?.key ?? entries[index].text
                digests[holder] = digest
                holders[chunk][row] = holder
            }
            start = end
        }
        return holders
    }

    /// Gives a number to each row that is the first holder of its text.
    private mutating func number(_ chunks: [SketchChunk], _ holders: [[UInt32]]) {
        for (chunkIndex, chunk) in chunks.enumerated() {
            var texts = [UInt32](repeating: Self.noText, count: chunk.rowCount)
            for row in 0..<chunk.rowCount
            where holders[chunkIndex][row] == chunk.firstParagraphs[row] {
                texts[row] = UInt32(firstParagraphs.count)
                firstParagraphs.append(chunk.firstParagraphs[row])
                shingleCounts.append(chunk.shingleCounts[row])
                if !chunk.sketches.isEmpty { sketches.append(chunk.sketches[row]) }
            }
            textOfRow.append(texts)
        }
    }

    /// Tells each paragraph its text and each text its later paragraphs.
    private mutating func assignParagraphs(_ chunks: [SketchChunk], _ holders: [[UInt32]]) {
        for (chunkIndex, chunk) in chunks.enumerated() {
            for paragraph in chunk.paragraphs {
                let row = chunk.rowOfParagraph[paragraph - chunk.paragraphs.lowerBound]
                guard row != SketchChunk.noRow else { continue }
                let holder = Int(holders[chunkIndex][Int(row)])
                let isFirst = holder == paragraph
                let text = isFirst ? textOfRow[chunkIndex][Int(row)] : textOfParagraph[holder]
                textOfParagraph[paragraph] = text
                if !isFirst { repeats[text, default: []].append(UInt32(paragraph)) }
            }
        }
    }
}

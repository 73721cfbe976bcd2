import LeitongCore

/// Verifies every candidate on the texts themselves: nothing else is ever reported.
struct VerificationStage: Sendable {
    let threshold: Double
    let texts: TextTable
    let threads: Int

    /// Candidates a chunk.
    private static let chunkSize = 1024

    /// Keeps the pairs that are copies.
    ///
    /// - Parameters:
    ///   - pairs: Candidates in rising order, so that a text is loaded once for all its partners.
    ///   - reader: Reads texts again.
    /// - Returns: Verified pairs in the same order.
    func verify(_ pairs: [TextPair], reader: TextReader) async -> [TextEdge] {
        let parts = await ParallelRanges.map(
            count: pairs.count,
            chunkSize: Self.chunkSize,
            threads: threads
        ) { range in
            verify(pairs[range], reader: reader)
        }
        return Array(parts.joined())
    }

    private func verify(_ pairs: ArraySlice<TextPair>, reader: TextReader) -> [TextEdge] {
        var reader = reader
        var counter = JaccardCounter()
        var left = TextTable.noText
        var leftText = FoldedText()
        var edges: [TextEdge] = []
        for pair in pairs {
            if pair.first != left {
                left = pair.first
                reader.read(left)
                counter.load(reader.shingles)
                leftText = reader.folded
            }
            reader.read(pair.second)
            let overlap = counter.compare(reader.shingles)
            if overlap.jaccard >= threshold {
                edges.append(TextEdge(pair: pair, overlap: overlap, isShortEdit: false))
            } else if isShortPair(pair), SingleEditJoin.differByOneEdit(leftText, reader.folded) {
                edges.append(TextEdge(pair: pair, overlap: overlap, isShortEdit: true))
            }
        }
        return edges
    }

    private func isShortPair(_ pair: TextPair) -> Bool {
        ShortText.isShort(Int(pair.first), in: texts)
            && ShortText.isShort(Int(pair.second), in: texts)
    }
}

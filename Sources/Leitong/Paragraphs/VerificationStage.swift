import LeitongCore

/// Verifies every candidate on the texts themselves: nothing else is ever reported.
struct VerificationStage: Sendable {
    let threshold: Double
    let texts: DistinctTexts
    /// Whether short texts that differ by one character are copies, whatever their similarity.
    var takesShortEdits = true

    /// Candidates a chunk.
    private static let chunkSize = 1024
    /// Pairs between asking for a text and reading it: it comes from memory in the time that takes.
    private static let pairsAhead = 2

    /// Keeps the pairs that are copies.
    ///
    /// - Parameters:
    ///   - pairs: Candidates in rising order, so that a text is loaded once for all its partners.
    ///   - lookup: Reads texts again.
    ///   - context: How it is run.
    /// - Returns: Verified pairs in the same order.
    /// - Throws: `CancellationError`.
    func verify(
        _ pairs: [TextPair],
        lookup: TextLookup,
        context: RunContext
    ) async throws -> [TextEdge] {
        let parts = try await context.map(
            count: pairs.count,
            chunkSize: Self.chunkSize
        ) { range in
            verify(pairs[range], lookup: lookup)
        }
        return Array(parts.joined())
    }

    private func verify(_ pairs: ArraySlice<TextPair>, lookup: TextLookup) -> [TextEdge] {
        var lookup = lookup
        var counter = JaccardCounter()
        var left = DistinctTexts.noText
        var leftText = FoldedText()
        var edges: [TextEdge] = []
        for (index, pair) in zip(pairs.indices, pairs) {
            if index + Self.pairsAhead < pairs.endIndex {
                lookup.anticipate(pairs[index + Self.pairsAhead].second)
            }
            if pair.first != left {
                left = pair.first
                lookup.read(left)
                counter.load(lookup.shingles)
                // Kept for texts that may match by one edit only: a copy costs the buffers anew.
                if ShortText.isShort(Int(left), in: texts) { leftText = lookup.folded }
            }
            lookup.read(pair.second)
            if let overlap = counter.compare(lookup.shingles, atLeast: threshold) {
                edges.append(TextEdge(pair: pair, overlap: overlap, isShortEdit: false))
            } else if takesShortEdits, isShortPair(pair),
                SingleEditJoin.differByOneEdit(leftText, lookup.folded)
            {
                let overlap = counter.compare(lookup.shingles)
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

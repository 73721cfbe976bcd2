import LeitongAlgorithms
@_spi(Core) import LeitongCore
import LeitongModel
import LeitongReport
import LeitongStorage

/// Two paragraphs that were verified to be near copies, in documents that are compared.
struct NearMatch {
    /// The paragraphs, by position in the batch.
    var a: UInt32
    var b: UInt32
    var matchClass: MatchClass
}

extension MatchRows {
    /// Edges that one task takes at a time.
    private static let edgeChunkSize = 256
    /// Places of two texts that are told each with each; of more, what they share stands in passages.
    private static let placePairLimit = 1 << 12

    /// All near copies, whichever of them are rows: shares must not depend on which are.
    ///
    /// - Parameter pairs: Which units are compared.
    /// - Returns: A match for each two places of each near copy, in order.
    /// - Throws: `CancellationError`.
    /// - Complexity: Linear in the verified pairs and their places.
    func nearMatches(_ pairs: UnitPairs) async throws -> [NearMatch] {
        let edges = findings.paragraphs.edges
        let parts = try await context.map(
            count: edges.count,
            chunkSize: Self.edgeChunkSize
        ) { range in
            var rows = RowMaker(self)
            return range.flatMap { nearMatches(of: edges[$0], pairs, &rows) }
        }
        return Array(parts.joined())
    }

    private func nearMatches(
        of edge: TextEdge,
        _ pairs: UnitPairs,
        _ rows: inout RowMaker
    ) -> [NearMatch] {
        let texts = findings.paragraphs.texts
        let units = findings.corpus.units
        var (first, second) = (
            texts.occurrences(of: edge.pair.first), texts.occurrences(of: edge.pair.second)
        )
        if first.count * second.count > Self.placePairLimit {
            (first, second) = (Array(first.prefix(1)), Array(second.prefix(1)))
        }
        var matches: [NearMatch] = []
        for a in first {
            for b in second
            where pairs.allows(units.unit(ofParagraph: Int(a)), units.unit(ofParagraph: Int(b))) {
                let matchClass = rows.matchClass(a, b, edge: edge)
                matches.append(NearMatch(a: a, b: b, matchClass: matchClass))
            }
        }
        return matches
    }
}

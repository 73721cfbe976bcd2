@_spi(Core) import LeitongCore
import TestSupport
import Testing

@testable import Leitong

/// Edges between texts, drawn at random.
enum RandomEdges {
    static func edges(textCount: UInt32, count: Int, _ random: inout SplitMix64) -> [TextEdge] {
        let pairs = (0..<count)
            .map { _ in
                let first = UInt32.random(in: 0..<textCount - 1, using: &random)
                let second = UInt32.random(in: first + 1..<textCount, using: &random)
                return [first, second]
            }
        return Set(pairs).sorted { $0.lexicographicallyPrecedes($1) }
            .map { pair in
                let overlap = Overlap(
                    intersection: Int.random(in: 7...10, using: &random),
                    union: 10
                )
                return TextEdge(
                    pair: TextPair(pair[0], pair[1]),
                    overlap: overlap,
                    isShortEdit: false
                )
            }
    }
}

@Suite struct EdgesOfTextsTests {
    @Test(arguments: 0..<20 as Range<UInt64>)
    func eachTextHasThePairsItIsIn(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let edges = RandomEdges.edges(textCount: 12, count: 30, &random)
        let kept = edges.indices.filter { _ in Int.random(in: 0..<4, using: &random) > 0 }
        let listed = EdgesOfTexts.listing(edges, at: kept, textCount: 12)
        for text in 0..<12 as Range<UInt32> {
            let expected = kept.filter {
                edges[$0].pair.first == text || edges[$0].pair.second == text
            }
            #expect(listed[text].map { Int($0) } == expected)
            for index in expected {
                let pair = edges[index].pair
                let other = pair.first == text ? pair.second : pair.first
                #expect(edges[index].other(than: text) == other)
            }
        }
    }
}

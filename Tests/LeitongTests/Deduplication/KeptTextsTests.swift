@_spi(Core) import LeitongCore
import TestSupport
import Testing

@testable import Leitong

/// The star rule on verified pairs, against its definition; families are tried in `DeduplicatorTests`.
@Suite struct KeptTextsTests {
    @Test(arguments: 0..<30 as Range<UInt64>)
    func aTextGoesIfOneThatStaysIsLikeIt(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let edges = RandomEdges.edges(textCount: 20, count: 40, &random)
        let order = (0..<20 as Range<UInt32>).shuffled(using: &random)
        let threshold = 0.8
        var choice = KeptTexts(
            textCount: 20,
            edges: edges,
            families: TextFamilies.joining([], textCount: 20),
            shingles: [],
            threshold: threshold,
            candidateLimit: 1
        )
        try choice.choose(in: order)
        var kept: [UInt32] = []
        for text in order {
            // The most similar of those that stay, of several the first to stay.
            let near = kept.compactMap { other -> KeptTexts.Original? in
                let pair = TextPair(Swift.min(text, other), Swift.max(text, other))
                guard let edge = edges.first(where: { $0.pair == pair }),
                    edge.overlap.jaccard >= threshold
                else { return nil }
                return .init(
                    text: other,
                    similarity: Swift.min(edge.overlap.jaccard, Rounded.underOne)
                )
            }
            let best = near.max { $0.similarity < $1.similarity }
            let expected = best.flatMap { best in near.first { $0.similarity == best.similarity } }
            #expect(choice.original(of: text) == expected)
            if expected == nil { kept.append(text) }
        }
        #expect(kept.count < 20)
        #expect(choice.partlyComparedCount == 0)
    }
}

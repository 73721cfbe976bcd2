import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct SpanningForestTests {
    /// Whether two nodes are joined by edges, step by step.
    private func areJoined(_ pair: TextPair, by edges: [SpanningForest.Edge]) -> Bool {
        var reached: Set<UInt32> = [pair.first]
        var isGrowing = true
        while isGrowing {
            let before = reached.count
            for edge in edges {
                if reached.contains(edge.pair.first) { reached.insert(edge.pair.second) }
                if reached.contains(edge.pair.second) { reached.insert(edge.pair.first) }
            }
            isGrowing = reached.count > before
        }
        return reached.contains(pair.second)
    }

    @Test(arguments: 0..<40)
    func isThatOfKruskalStepByStep(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let nodes = UInt32.random(in: 2...9, using: &random)
        var edges: [SpanningForest.Edge] = []
        for number in 0..<Int.random(in: 0...30, using: &random) {
            let a = UInt32.random(in: 0..<nodes, using: &random)
            let b = (a + UInt32.random(in: 1..<nodes, using: &random)) % nodes
            // Few values, so that many edges are equally similar.
            let similarity = Double(Int.random(in: 1...3, using: &random)) / 4
            edges.append(.init(TextPair(a, b), similarity: similarity, number: number))
        }
        var expected: [SpanningForest.Edge] = []
        for edge in edges.sorted(by: { ($1.similarity, $0.pair) < ($0.similarity, $1.pair) })
        where !areJoined(edge.pair, by: expected) {
            expected.append(edge)
        }
        var forest = SpanningForest(nodeCount: Int(nodes))
        let found = forest.choose(edges.shuffled(using: &random))
        #expect(found.map(\.pair) == expected.map(\.pair))
        #expect(found.map(\.similarity) == expected.map(\.similarity))
        // What was chosen joins its nodes for ever.
        #expect(forest.choose(edges).isEmpty)
    }
}

@_spi(Core) import LeitongCore
import Testing

@Suite struct BucketScanTests {
    private let sketch = BitSketch([UInt32](repeating: 1, count: 128).span)
    private let opposite = BitSketch([UInt32](repeating: 2, count: 128).span)

    private func nominate(
        _ entries: [BandEntry],
        sketches: [BitSketch],
        leastAgreements: Int = 0
    ) -> (pairs: [TextPair], large: [[UInt32]]) {
        var pairs: [TextPair] = []
        var large: [[UInt32]] = []
        BucketScan(leastAgreements: leastAgreements)
            .nominate(
                from: entries.span,
                sketches: sketches.span,
                pairs: &pairs,
                largeBuckets: &large
            )
        return (pairs, large)
    }

    @Test func smallBucketsGiveAllTheirPairs() {
        let entries = [(1, 0), (1, 2), (1, 3), (2, 1), (3, 4), (3, 5)]
            .map {
                BandEntry(key: $0.0, text: $0.1)
            }
        let found = nominate(entries, sketches: Array(repeating: sketch, count: 6))
        #expect(found.pairs == [TextPair(0, 2), TextPair(0, 3), TextPair(2, 3), TextPair(4, 5)])
        #expect(found.large.isEmpty)
    }

    @Test func dissimilarSketchesAreNotNominated() {
        let entries = [0, 1, 2].map { BandEntry(key: 9, text: $0) }
        let found = nominate(entries, sketches: [sketch, opposite, sketch], leastAgreements: 60)
        #expect(found.pairs == [TextPair(0, 2)])
    }

    @Test func largeBucketsAreHandedOverWhole() {
        let entries = (0..<UInt32(100)).map { BandEntry(key: 9, text: $0) }
        let sketches = Array(repeating: sketch, count: 100)
        let found = nominate(entries, sketches: sketches)
        #expect(found.pairs.isEmpty)
        #expect(found.large == [Array(0..<100)])
    }
}

@_spi(Core) import LeitongCore
import TestSupport
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
                of: entries.span,
                against: entries.span,
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

    /// Pairs of one side with the other are those of all with all that join the sides, and large
    /// buckets are as large as they are with both.
    @Test(arguments: 0..<30 as Range<UInt64>)
    func sidesGiveThePairsAcross(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let count = 160
        let drawn = TestSides(count: count, using: &random)
        let keyCount: UInt32 = seed.isMultiple(of: 3) ? 2 : 30
        let entries = (0..<UInt32(count))
            .filter { drawn.isAsked[Int($0)] || drawn.isKnown[Int($0)] }
            .map { BandEntry(key: UInt32.random(in: 0..<keyCount, using: &random), text: $0) }
            .sorted()
        let sketches = (0..<count).map { _ in Bool.random(using: &random) ? sketch : opposite }
        let same = nominate(entries, sketches: sketches, leastAgreements: 60)
        let parts = drawn.sides.parts(of: entries)
        var pairs: [TextPair] = []
        var large: [[UInt32]] = []
        BucketScan(leastAgreements: 60)
            .nominate(
                of: parts.query.span,
                against: parts.reference.span,
                sketches: sketches.span,
                pairs: &pairs,
                largeBuckets: &large
            )
        #expect(Set(pairs) == Set(same.pairs.filter { drawn.joins($0) }))
        #expect(large == same.large)
        #expect(large.isEmpty == (keyCount > 2))
    }

    @Test func sidesThatShareNoKeyGiveNothing() {
        let asked = [1, 4, 9].map { BandEntry(key: $0, text: $0) }
        let known = [0, 2, 10].map { BandEntry(key: $0, text: $0) }
        for (query, reference) in [(asked, known), (asked, []), ([], known)] {
            var pairs: [TextPair] = []
            var large: [[UInt32]] = []
            BucketScan(leastAgreements: 0)
                .nominate(
                    of: query.span,
                    against: reference.span,
                    sketches: Array(repeating: sketch, count: 11).span,
                    pairs: &pairs,
                    largeBuckets: &large
                )
            #expect(pairs.isEmpty && large.isEmpty)
        }
    }
}

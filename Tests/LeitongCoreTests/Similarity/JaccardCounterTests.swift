import TestSupport
import Testing

@testable import LeitongCore

@Suite struct JaccardCounterTests {
    @Test(arguments: 0..<30)
    func equalsThePlainDefinition(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        var counter = JaccardCounter()
        for _ in 0..<5 {
            let universe = UInt64.random(in: 1...400, using: &generator)
            let left = (0..<Int.random(in: 0...700, using: &generator))
                .map { _ in
                    UInt64.random(in: 0..<universe, using: &generator)
                }
            counter.load(ShingleHashes(left))
            for _ in 0..<4 {
                let right = (0..<Int.random(in: 0...700, using: &generator))
                    .map { _ in
                        UInt64.random(in: 0..<universe, using: &generator)
                    }
                let overlap = counter.compare(ShingleHashes(right))
                #expect(overlap.intersection == Set(left).intersection(right).count)
                #expect(overlap.union == Set(left).union(right).count)
            }
        }
    }

    @Test func growsForALargerRightSide() {
        var counter = JaccardCounter()
        counter.load(ShingleHashes((0..<10).map(UInt64.init)))
        let overlap = counter.compare(ShingleHashes((5..<50_000).map(UInt64.init)))
        #expect(overlap == Overlap(intersection: 5, union: 50_000))
        // The left side is still there.
        #expect(counter.compare(ShingleHashes([1, 2, 99])) == Overlap(intersection: 2, union: 11))
    }

    @Test func emptySetsHaveNothingInCommon() {
        var counter = JaccardCounter()
        counter.load(ShingleHashes())
        #expect(counter.compare(ShingleHashes()).jaccard == 0)
    }

    @Test func aSetAgainstItselfIsOne() {
        var counter = JaccardCounter()
        let set = Samples.shingles("坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念")
        counter.load(set)
        #expect(counter.compare(set).jaccard == 1)
    }
}

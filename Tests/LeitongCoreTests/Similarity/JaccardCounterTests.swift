import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

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
                let threshold = Double.random(in: 0...1, using: &generator)
                let expected = overlap.jaccard >= threshold ? overlap : nil
                #expect(counter.compare(ShingleHashes(right), atLeast: threshold) == expected)
            }
        }
    }

    /// Texts that agree in runs, with what was put in, taken out, moved and repeated.
    @Test(arguments: 0..<20)
    func equalsThePlainDefinitionInRuns(seed: UInt64) {
        var generator = SplitMix64(seed: seed &+ 77)
        var counter = JaccardCounter()
        let left = (0..<300).map { UInt64($0 % 211) &* 0x9E37_79B9_7F4A_7C15 }
        counter.load(ShingleHashes(left))
        for _ in 0..<20 {
            var right = left
            for _ in 0..<Int.random(in: 0...12, using: &generator) {
                let start = Int.random(in: 0..<right.count, using: &generator)
                let end = Swift.min(right.count, start + Int.random(in: 1...9, using: &generator))
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: right.removeSubrange(start..<end)
                case 1: right.append(contentsOf: right[start..<end])
                default: right[start] = generator.next()
                }
            }
            let overlap = counter.compare(ShingleHashes(right))
            #expect(overlap.intersection == Set(left).intersection(right).count)
            #expect(overlap.union == Set(left).union(right).count)
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

    @Test func withoutALeftSetThereIsNothingInCommon() {
        var counter = JaccardCounter()
        let overlap = counter.compare(ShingleHashes([1, 2, 1]))
        #expect(overlap == Overlap(intersection: 0, union: 2))
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

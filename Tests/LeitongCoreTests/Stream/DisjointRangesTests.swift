import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

/// Ranges, held to sets of integers.
@Suite struct DisjointRangesTests {
    private func ranges(_ random: inout SplitMix64) -> [Range<Int>] {
        (0..<Int.random(in: 0...8, using: &random))
            .map { _ in
                let start = Int.random(in: -5...40, using: &random)
                return start..<start + Int.random(in: 0...9, using: &random)
            }
    }

    private func numbers(_ ranges: [Range<Int>]) -> Set<Int> {
        Set(ranges.flatMap(Array.init))
    }

    /// Rising, none empty, and parted by at least one number.
    private func areDisjoint(_ ranges: [Range<Int>]) -> Bool {
        ranges.allSatisfy { !$0.isEmpty }
            && zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound }
    }

    @Test(arguments: 0..<300)
    func theUnionHoldsWhatTheRangesHold(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let ranges = ranges(&random)
        let union = DisjointRanges(ranges)
        #expect(numbers(union.ranges) == numbers(ranges))
        // Of equal unions there is one, whatever made it.
        #expect(union == DisjointRanges(ranges.shuffled(using: &random)))
        #expect(areDisjoint(union.ranges))
    }

    @Test(arguments: 0..<300)
    func subtractingLeavesWhatIsOnlyInOne(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed) &+ 1_000)
        let (first, second) = (ranges(&random), ranges(&random))
        let rest = DisjointRanges(first).subtracting(DisjointRanges(second))
        #expect(numbers(rest.ranges) == numbers(first).subtracting(numbers(second)))
        #expect(areDisjoint(rest.ranges))
    }

    @Test func rangesThatTouchAreOne() {
        #expect(DisjointRanges([3..<5, 1..<3]).ranges == [1..<5])
        #expect(DisjointRanges([1..<3, 4..<5]).ranges == [1..<3, 4..<5])
        #expect(DisjointRanges([2..<2]).ranges.isEmpty)
        #expect(DisjointRanges([]).ranges.isEmpty)
        // One inside another does not shorten it.
        #expect(DisjointRanges([1..<9, 2..<3]).ranges == [1..<9])
    }

    @Test func rangesAreAddedOneByOne() {
        var ranges = DisjointRanges()
        for range in [0..<2, 2..<4, 2..<3, 7..<9, 8..<8] { ranges.add(range) }
        #expect(ranges.ranges == [0..<4, 7..<9])
    }

    @Test(arguments: 0..<200)
    func gapAndUnionSpanWhatLiesBetween(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed) &+ 2_000)
        let bounds = (0..<4).map { _ in Int.random(in: 0...20, using: &random) }
        let p = Swift.min(bounds[0], bounds[1])..<Swift.max(bounds[0], bounds[1]) + 1
        let q = Swift.min(bounds[2], bounds[3])..<Swift.max(bounds[2], bounds[3]) + 1
        let union = p.union(q)
        let missing = Set(union).subtracting(Set(p).union(q))
        #expect(p.gap(to: q) == missing.count && q.gap(to: p) == missing.count)
        #expect(Set(union).isSuperset(of: Set(p).union(q)) && union == q.union(p))
        let ends = [p.lowerBound, p.upperBound, q.lowerBound, q.upperBound]
        #expect(union.lowerBound == ends.min() && union.upperBound == ends.max())
    }
}

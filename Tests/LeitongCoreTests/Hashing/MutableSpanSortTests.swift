import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct MutableSpanSortTests {
    /// Shorter and longer than what is sorted by insertion.
    @Test(arguments: [0, 1, 2, 17, 64, 65, 300])
    func sortsTheRangeAndLeavesTheRest(count: Int) {
        var random = SplitMix64(seed: UInt64(count))
        var list = (0..<count + 6).map { _ in UInt32.random(in: 0..<40, using: &random) }
        let before = list
        var span = list.mutableSpan
        span.sort(3..<3 + count)
        #expect(list[..<3] == before[..<3] && list[(3 + count)...] == before[(3 + count)...])
        #expect(Array(list[3..<3 + count]) == before[3..<3 + count].sorted())
    }
}

@_spi(Core) import LeitongCore
import TestSupport
import Testing

@Suite struct TextPairTests {
    @Test func lowerNumberComesFirst() {
        let pair = TextPair(9, 2)
        #expect(pair.first == 2)
        #expect(pair.second == 9)
        #expect(pair == TextPair(2, 9))
    }

    @Test func numbersUseAllTheirBits() {
        let pair = TextPair(.max, .max - 1)
        #expect(pair.first == UInt32.max - 1)
        #expect(pair.second == UInt32.max)
    }

    @Test func sortUniqueKeepsEachOnce() {
        var pairs = [TextPair(3, 1), TextPair(0, 5), TextPair(1, 3), TextPair(0, 2)]
        TextPair.sortUnique(&pairs)
        #expect(pairs == [TextPair(0, 2), TextPair(0, 5), TextPair(1, 3)])
        var none: [TextPair] = []
        TextPair.sortUnique(&none)
        #expect(none.isEmpty)
    }

    /// Few and many pairs, of few and of many texts, with repeats and with texts of many partners.
    @Test(arguments: [(10, 5), (1024, 3), (1025, 3), (5000, 40), (5000, 2000), (3000, 1_000_000)])
    func sortUniqueIsSortingASet(count: Int, textCount: UInt32) {
        var generator = SplitMix64(seed: UInt64(count))
        let pairs = (0..<count)
            .map { _ in
                TextPair(
                    UInt32.random(in: 0..<textCount, using: &generator),
                    UInt32.random(in: 0..<textCount, using: &generator)
                )
            }
        var sorted = pairs
        TextPair.sortUnique(&sorted)
        #expect(sorted == Set(pairs).sorted())
    }
}

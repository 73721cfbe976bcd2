import LeitongCore
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
}

@_spi(Core) import LeitongCore
import Testing

@Suite struct TextSetTests {
    @Test func holdsWhatItWasGiven() {
        let isMember = [true, false, true, true]
        let set = TextSet(isMember)
        #expect((0..<4).map { set.contains($0) } == isMember)
        #expect(set.count(of: 4) == 3)
        #expect(set != .all)
    }

    @Test func allHoldsAny() {
        #expect(TextSet.all.contains(0) && TextSet.all.contains(.max))
        #expect(TextSet.all.count(of: 7) == 7)
    }
}

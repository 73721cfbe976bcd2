@_spi(Core) import LeitongCore
import Testing

@testable import Leitong

@Suite struct RoundedTests {
    @Test func onlyEqualThingsAreOneAndOnlyUnlikeOnesNothing() {
        #expect(Rounded.value(1) == 1 && Rounded.value(0) == 0)
        #expect(Rounded.value(0.99999999) == 0.9999)
        #expect(Rounded.value(0.00000001) == 0.0001)
        #expect(Rounded.value(0.12344) == 0.1234 && Rounded.value(0.12346) == 0.1235)
        for part in 0...200 {
            let share = Rounded.share(part, of: 200)
            #expect((share == 0) == (part == 0) && (share == 1) == (part == 200))
            #expect(abs(share - Double(part) / 200) <= 0.0001)
        }
        #expect(Rounded.share(0, of: 0) == 0)
        #expect(Rounded.similarity(Overlap(intersection: 1, union: 3)) == 0.3333)
    }

    /// No more is promised than is true, and no less for want of a bit.
    @Test func probabilitiesAreRoundedDown() {
        #expect(Rounded.probability(0.99999) == 0.9999)
        #expect(Rounded.probability(1) == 1)
        for number in 0...10_000 {
            let value = Double(number) / 10_000
            #expect(Rounded.probability(value) == value)
        }
    }

    @Test func bitsHaveOneDecimal() {
        #expect(12.34.roundedToTenths == 12.3 && 12.35.roundedToTenths == 12.4)
    }
}

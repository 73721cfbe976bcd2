import TestSupport
import Testing

@testable import LeitongReport

@Suite struct WordingTests {
    /// Without its commas a number is itself, and every group but the first has three digits.
    @Test func thousandsAreApart() {
        var random = SplitMix64(seed: 4)
        for _ in 0..<300 {
            let number = Int.random(in: -(1 << 40)...(1 << 40), using: &random) >> 8
            let groups = Wording.number(number).split(separator: ",")
            #expect(groups.joined() == String(number))
            #expect(groups.dropFirst().allSatisfy { $0.count == 3 })
            #expect(groups[0].count { $0 != "-" } <= 3)
        }
        #expect(Wording.number(Int.min).hasPrefix("-9,223,"))
    }

    @Test func nounsFollowTheirNumber() {
        #expect(Wording.count(1, "copy", "copies") == "1 copy")
        #expect(Wording.count(0, "copy", "copies") == "0 copies")
        #expect(Wording.count(1_000, "text") == "1,000 texts")
    }

    /// Shares rise with what they say, and only nothing is 0 and only all is 100.
    @Test func sharesAreNeverSaidToBeNothingOrAll() {
        for number in 0...10_000 {
            let share = Double(number) / 10_000
            #expect((Wording.wholePercent(share) == "0") == (number == 0))
            #expect((Wording.wholePercent(share) == "100") == (number == 10_000))
            #expect((Wording.percent(share) == "0 %") == (number == 0))
            #expect((Wording.percent(share) == "100 %") == (number == 10_000))
        }
        #expect(Wording.wholePercent(0.505) == "51" && Wording.percent(0.505) == "50.5 %")
    }

    @Test func slotsAreNumberedFromOne() {
        #expect(SlotMark.text(0) == "〔1〕" && SlotMark.text(11) == "〔12〕")
    }
}

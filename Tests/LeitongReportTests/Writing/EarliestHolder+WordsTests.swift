import Testing

@testable import LeitongReport

@Suite struct EarliestHolderWordsTests {
    @Test func whatStandsAgainstItIsSaid() {
        #expect(EarliestHolder(name: "a\nb", date: "2023").words == "a b (2023)")
        let ties = EarliestHolder(name: "a", date: "2023", ties: ["b", "c"], unknown: 2).words
        #expect(ties == "a (2023); perhaps as early: b, c; of 2 documents no date is known")
        let many = EarliestHolder(name: "a", date: "2023", ties: (1...5).map { "\($0)" }).words
        #expect(many == "a (2023); perhaps as early: 1, 2, 3 and 2 more")
    }
}

import Testing

@testable import LeitongReport

/// Figures are rounded where a row is made, so that what is held is what is written.
@Suite struct RoundingTests {
    @Test func sharesHaveFourDecimalsAndBitsOne() {
        #expect((2.0 / 3).roundedToFourDecimals == 0.6667)
        #expect((-0.000_04).roundedToFourDecimals == 0)
        #expect(12.25.roundedToTenths == 12.3 && 12.24.roundedToTenths == 12.2)
    }

    /// Rounding again changes nothing: a report that was read is rounded once more.
    @Test func roundedFiguresStay() {
        for number in 0...10_000 {
            let share = Double(number) / 10_000
            #expect(share.roundedToFourDecimals == share)
            let bits = Double(number) / 10
            #expect(bits.roundedToTenths == bits)
        }
    }

    @Test func rowsAreRoundedWhenTheyAreMade() {
        let place = Place(document: "x", range: 0..<1, line: 1)
        let cluster = Cluster(
            members: [place],
            similarities: [1.0 / 3],
            cohesion: 1.0 / 3,
            meanSimilarity: 2.0 / 3,
            text: ""
        )
        #expect(cluster.similarities == [0.3333] && cluster.cohesion == 0.3333)
        #expect(cluster.meanSimilarity == 0.6667)
        let phrase = Phrase(text: "", matchClass: .copy, documents: 1, bits: 1.26, places: [place])
        #expect(phrase.bits == 1.3)
        let pair = PairScore(
            a: "a",
            b: "b",
            aCovered: 1.0 / 3,
            bCovered: 0.5,
            resemblance: 2.0 / 3,
            longest: 1,
            aMatchedCharacters: 1,
            bMatchedCharacters: 1,
            aCharacters: 3,
            bCharacters: 2,
            aMatchedParagraphs: 0,
            bMatchedParagraphs: 0
        )
        #expect(pair.aCovered == 0.3333 && pair.resemblance == 0.6667)
        #expect(pair.aShared == pair.aCovered && pair.bShared == 0.5)
    }
}

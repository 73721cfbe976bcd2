import TestSupport
import Testing

/// The essays are what they are said to be.
@Suite struct EssaysSampleTests {
    private static let sample = EssaysSample()

    @Test func equalSeedsGiveEqualEssays() {
        #expect(EssaysSample().files == Self.sample.files)
    }

    @Test func fiftyNineEssaysHaveOneTitleAndOneTask() {
        let documents = Self.sample.documents
        #expect(documents.count == 59)
        #expect(Set(documents.map(\.path)).count == 59)
        #expect(Set(documents.map { $0.paragraphs[0].plain }) == ["Speaking to the public"])
        #expect(Set(documents.map { $0.paragraphs[1].plain }).count == 1)
        #expect(documents.count { $0.text.contains("than he arrived.”") } == 12)
    }

    @Test func nothingButWhatIsPlantedIsShared() {
        #expect(PlainRuns(length: 27).shared(Self.sample.documents).isEmpty)
    }

    @Test func sharesAreThoseOfTheText() throws {
        let byPath = Dictionary(uniqueKeysWithValues: Self.sample.documents.map { ($0.path, $0) })
        for pair in Self.sample.truth.pairs where pair.kind == "paragraphs" {
            let copier = try #require(byPath[pair.copier])
            let source = try #require(byPath[pair.source])
            let covered = PlainRuns(length: 27).covered(copier, by: source)
            #expect(abs(covered - pair.characters) <= 26)
        }
        #expect(Self.sample.truth.pairs.count == 9)
        // Nobody is so near a fifth that a few letters decide.
        #expect(Self.sample.truth.documents.allSatisfy { abs($0.plantedShare - 0.2) > 0.03 })
        #expect(Self.sample.truth.documents.count { $0.isOverAFifth } == 8)
    }
}

import TestSupport
import Testing

/// The editions are what they are said to be.
@Suite struct EditionsSampleTests {
    private static let sample = EditionsSample()

    @Test func equalSeedsGiveEqualEditions() {
        #expect(EditionsSample().files == Self.sample.files)
    }

    @Test func twoEditionsHaveSomeTwentyThousandCharacters() {
        let counts = Self.sample.documents.map(\.characters.counted)
        #expect(counts == [Self.sample.truth.firstCharacters, Self.sample.truth.secondCharacters])
        #expect(counts.count == 2)
        #expect(counts.allSatisfy { (19_000...23_000).contains($0) })
    }

    @Test func chaptersStandInTheOrderTold() {
        let titles = Self.sample.documents[1].paragraphs.map(\.plain).filter { $0.hasPrefix("卷") }
        let all = Self.sample.documents[0].paragraphs.map(\.plain).filter { $0.hasPrefix("卷") }
        #expect(titles == Self.sample.truth.chapterOrder.map { all[$0 - 1] })
    }

    @Test func countsAreThoseOfTheTexts() {
        let truth = Self.sample.truth
        let (first, second) = (Self.sample.documents[0], Self.sample.documents[1])
        let sum = truth.equalCharacters + truth.variantCharacters + truth.omittedCharacters
        #expect(sum == truth.firstCharacters)
        let comments = second.text.split(separator: "〔").dropFirst()
            .map { $0.prefix { $0 != "〕" }.count { $0.isLetter || $0.isNumber } }
        #expect(comments.reduce(0, +) == truth.commentCharacters)
        // Each character that was taken over is the one that stands in the place it is from.
        var places: Set<CharacterPlace> = []
        for character in second.characters {
            guard case .copied(let place) = character.origin else { continue }
            let source = first.paragraphs[place.paragraph][place.offset]
            #expect(source.character == character.character)
            #expect(places.insert(place).inserted)
        }
        #expect(truth.firstShare > 0.85 && truth.secondShare > 0.85)
    }
}

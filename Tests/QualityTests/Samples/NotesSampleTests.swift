import TestSupport
import Testing

/// The notes are what they are said to be.
@Suite struct NotesSampleTests {
    private static let sample = NotesSample()

    @Test func equalSeedsGiveEqualNotes() {
        #expect(NotesSample().files == Self.sample.files)
        #expect(NotesSample(seed: 2).files != Self.sample.files)
    }

    @Test func thereAreFortyOneNotesAndAnEmptyFile() {
        let documents = Self.sample.documents
        #expect(documents.count == 41)
        #expect(Set(documents.map(\.author)).count == 41)
        #expect(Self.sample.files.count == 42)
        #expect(Set(Self.sample.files.map(\.path)).count == 42)
        #expect(documents.count { $0.path.hasSuffix(".docx") } == 8)
        #expect(Set(documents.compactMap { $0.path.split(separator: "/").first }).count == 8)
    }

    @Test func fourTitlesAndSomeDatesAreStated() {
        let documents = Self.sample.documents
        #expect(Set(documents.map { $0.paragraphs[0].plain }).count == 4)
        #expect(documents.count { $0.date == nil } == 4)
        #expect(documents.count { $0.text.contains("（2024年3月") } == 37)
    }

    @Test func allHaveTheHandoutAndFourteenQuote() {
        let documents = Self.sample.documents
        let handouts = documents.map { document in
            document.paragraphs.count { $0.allSatisfy { $0.origin == .common } }
        }
        #expect(handouts == Array(repeating: 3, count: 41))
        #expect(documents.count { $0.text.contains("信任。”") } == 14)
        #expect(documents.count { $0.characters.contains { $0.origin == .quotation } } == 14)
    }

    @Test func nothingButWhatIsPlantedIsShared() {
        #expect(PlainRuns(length: 13).shared(Self.sample.documents).isEmpty)
    }

    @Test func aWholeNoteDiffersInTwoPlaces() throws {
        let copy = try #require(Self.sample.documents.first { $0.author == "许静怡" })
        let body = copy.paragraphs.dropFirst(copy.headLines).joined()
        var places = 0
        var last = CharacterOrigin.common
        for character in body where character.isCounted {
            if character.origin == .own, last != .own { places += 1 }
            last = character.origin
        }
        #expect(places == 2)
    }

    @Test func sharesAreThoseOfTheText() throws {
        let sample = Self.sample
        let byPath = Dictionary(uniqueKeysWithValues: sample.documents.map { ($0.path, $0) })
        let counts = sample.documents.map(\.characters.counted)
        #expect(sample.truth.documents.map(\.characters) == counts)
        for pair in sample.truth.pairs {
            let copier = try #require(byPath[pair.copier])
            let source = try #require(byPath[pair.source])
            #expect(pair.share == Double(pair.characters) / Double(copier.characters.counted))
            let covered = PlainRuns(length: 13).covered(copier, by: source)
            if pair.kind.hasSuffix("reworded") {
                // Between two replaced words stand fewer than 13 characters here and there.
                #expect(covered < pair.characters && covered > pair.characters / 3)
            } else {
                // What follows a copied sentence may be the same by chance, for a few characters.
                #expect(covered >= pair.characters - 26)
                #expect(covered <= pair.characters + 26)
            }
        }
    }

    @Test func whoCopiedHowMuchIsAsPlanned() {
        let pairs = Self.sample.truth.pairs
        let patched = pairs.filter { $0.kind == "patched" }.map { ($0.share * 100).rounded() }
        #expect(patched == [29, 22, 22])
        #expect(pairs.count { $0.kind.hasPrefix("whole") && $0.share > 0.75 } == 2)
        #expect(pairs.count { $0.kind.hasPrefix("part") && $0.share < 0.31 } == 12)
        // Nobody is so near a fifth that a few characters decide.
        #expect(Self.sample.truth.documents.allSatisfy { abs($0.plantedShare - 0.2) > 0.02 })
        #expect(Self.sample.truth.documents.count { $0.isOverAFifth } == 15)
    }
}

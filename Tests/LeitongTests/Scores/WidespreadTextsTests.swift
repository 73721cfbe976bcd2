import Leitong
import LeitongFiles
import LeitongReport
import TestSupport
import Testing

/// Texts in very many places: scores and totals are as exact as for texts in few.
@Suite struct WidespreadTextsTests {
    /// Records that each hold one common sentence between texts of their own.
    private static func records(count: Int, with common: String, seed: UInt64) -> [String] {
        var generator = SplitMix64(seed: seed)
        return (0..<count)
            .map { _ in
                SampleTexts.paragraph(length: 60, using: &generator) + common
                    + SampleTexts.paragraph(length: 60, using: &generator)
            }
    }

    /// What most documents hold is a copy here.
    private static func options() -> ComparisonOptions {
        var options = ComparisonOptions()
        options.commonShare = 1
        return options
    }

    private static func sentence(_ seed: UInt64) -> String {
        var generator = SplitMix64(seed: seed)
        return SampleTexts.paragraph(length: 60, using: &generator)
    }

    @Test(arguments: [3, 13, 70]) func everyPairSharesTheSentence(count: Int) async throws {
        let common = Self.sentence(5)
        let corpus = try await SampleTexts.corpus(
            Self.records(count: count, with: common, seed: 1)
        )
        let report = try await Scorer(options: Self.options()).score(corpus)
        let pairCount = count * (count - 1) / 2
        #expect(report.pairs.count == pairCount)
        // A neighbour of the sentence may be equal by chance, or be part of an edit.
        let matched = report.pairs.flatMap { [$0.aMatchedCharacters, $0.bMatchedCharacters] }
        #expect(matched.allSatisfy { (60...66).contains($0) })
    }

    @Test(arguments: [3, 13, 70]) func allHoldersAreSourcesAndNoneExclusive(count: Int) async throws
    {
        let common = Self.sentence(6)
        let corpus = try await SampleTexts.corpus(
            Self.records(count: count, with: common, seed: 2)
        )
        let report = try await Finder(options: Self.options()).find(in: corpus)
        for document in report.documents {
            #expect(document.sourceCount == count - 1)
            #expect(document.sources.allSatisfy { $0.characters >= 60 })
            #expect(document.sources.allSatisfy { $0.exclusiveCharacters <= 4 })
            #expect(document.copiedCharacters >= 60)
            #expect(document.sourcesArePartial == nil)
        }
    }

    @Test func twoSentencesOfTwoGroupsAreKeptApart() async throws {
        let (first, second) = (Self.sentence(7), Self.sentence(8))
        let one = Self.records(count: 14, with: first, seed: 3)
        let other = Self.records(count: 14, with: second, seed: 4)
        let corpus = try await SampleTexts.corpus(one + other + [first + "。" + second])
        let report = try await Finder(options: Self.options()).find(in: corpus)
        let counts: [Int] = report.documents.map(\.sourceCount)
        let expected: [Int] = Array(repeating: 14, count: 28) + [28]
        #expect(counts == expected)
        let scores = try await Scorer(options: Self.options()).score(corpus)
        let shared = scores.pairs.filter { $0.aMatchedCharacters > 0 }
        let pairCount = 14 * 13 + 28
        #expect(shared.count == pairCount)
    }

    @Test func aCopyBrokenByEditsIsACopyInEveryPair() async throws {
        // Pieces of 15 characters tell little each; between the first holder and every other one
        // they are a copy, so they are one between any two.
        let pieces = (20..<26).map { Self.sentence($0).prefix(15) }
        var generator = SplitMix64(seed: 9)
        let records = (0..<20)
            .map { _ in
                let joined = pieces.map { piece in
                    String(piece) + SampleTexts.paragraph(length: 2, using: &generator)
                }
                return SampleTexts.paragraph(length: 50, using: &generator) + joined.joined()
                    + SampleTexts.paragraph(length: 50, using: &generator)
            }
        let corpus = try await SampleTexts.corpus(records)
        var options = Self.options()
        options.placeLimit = 4
        let report = try await Finder(options: options).find(in: corpus)
        #expect(report.documents.allSatisfy { $0.sourceCount == 19 })
        #expect(report.documents.allSatisfy { $0.copiedCharacters >= 90 })
        #expect(report.documents.allSatisfy { ($0.sources.first?.characters ?? 0) >= 90 })
    }

    @Test func aPhraseOfUncomparedDocumentsIsNoSource() async throws {
        let common = Self.sentence(10)
        let folder = try TemporaryFolder()
        let records = Self.records(count: 40, with: common, seed: 5)
        for (index, record) in records.enumerated() {
            try folder.write(record, to: index < 20 ? "new/\(index)" : "old/\(index)")
        }
        let corpus = try await Loader().load(paths: [folder.path])
        var options = Self.options()
        options.pairing = .against([folder.path + "/old"])
        let against = try await Finder(options: options).find(in: corpus)
        #expect(against.documents.allSatisfy { $0.sourceCount == 20 })
        options.pairing = .listed([
            NamedPair(folder.path + "/new/1", folder.path + "/old/21", origin: "p:1")
        ])
        let listed = try await Finder(options: options).find(in: corpus)
        #expect(listed.documents.map(\.sourceCount).reduce(0, +) == 2)
        #expect(listed.documents.count { $0.copiedCharacters > 0 } == 2)
    }
}

@_spi(Core) import LeitongCore
import TestSupport
import Testing

@_spi(Core) @testable import Leitong

@Suite struct JoinSidesOfDocumentsTests {
    /// Texts are compared if documents that are compared hold them, whatever the rule.
    @Test(arguments: 0..<4 as Range<UInt64>)
    func followTheDocumentsThatHoldTheTexts(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        let bases = (0..<8).map { _ in SampleTexts.paragraph(length: 20, using: &random) } + ["太短"]
        let paragraphs = (0..<20).compactMap { _ in bases.randomElement(using: &random) }
        let corpus = try await SampleTexts.corpus(paragraphs)
        let isReference = paragraphs.map { _ in Bool.random(using: &random) }
        let options = ComparisonOptions()
        let texts = try await CandidateSearch(
            minLength: options.minParagraph,
            options: options,
            method: .exact,
            expandsAll: true,
            takesShortEdits: false
        )
        .candidates(among: ComparedItems(.paragraphs, of: corpus.batch), context: RunContext())
        .texts
        let partners = paragraphs.indices.map { a in
            paragraphs.indices.filter { isReference[a] != isReference[$0] }
        }
        let against = PairRule.against(isReference)
        let sides = JoinSides(texts, of: corpus.batch, pairRule: against)
        #expect(JoinSides(texts, of: corpus.batch, pairRule: .all) == .same)
        #expect(JoinSides(texts, of: corpus.batch, pairRule: .listed(partners)) == .same)
        // The same documents as a list.
        let listed = TextHolders(texts, of: corpus.batch, pairRule: .listed(partners))
        let holders = TextHolders(texts, of: corpus.batch, pairRule: against)
        for a in 0..<UInt32(texts.count) {
            for b in 0..<UInt32(texts.count) {
                let expected = texts.occurrences(of: a)
                    .contains { place in
                        texts.occurrences(of: b)
                            .contains { isReference[Int($0)] != isReference[Int(place)] }
                    }
                #expect(sides.joins(a, b) == expected)
                #expect(holders.areCompared(a, b) == expected)
                #expect(listed.areCompared(a, b) == expected)
            }
        }
    }
}

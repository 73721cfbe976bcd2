@_spi(Core) import LeitongCore
import TestSupport
import Testing

@testable import Leitong

/// Which units hold a copy of each paragraph, against every pair of paragraphs.
@Suite struct ParagraphHoldersTests {
    @Test(arguments: 0..<5 as Range<UInt64>)
    func holdersAreThoseOfCopies(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        let bases = (0..<5).map { _ in SampleTexts.paragraph(length: 40, using: &random) }
        let corpus = Corpus(
            (0..<8)
                .map { number in
                    let lines = (0..<4)
                        .map { _ in
                            let base = bases[Int.random(in: 0..<5, using: &random)]
                            let rates: [Double] = [0, 0.02, 0.3]
                            let rate = rates.randomElement(using: &random) ?? 0
                            // A line that ends a sentence is a paragraph.
                            return SampleTexts.edited(base, rate: rate, using: &random) + "。"
                        }
                    return InputText(
                        id: "\(number)",
                        text: (lines + ["短。"]).joined(separator: "\n")
                    )
                }
        )
        let findings = try await ParagraphSearch(
            options: ComparisonOptions(),
            method: .exact,
            expandsAll: true
        )
        .findings(in: corpus.batch, context: RunContext())
        // One unit is not asked for.
        let holders = ParagraphHolders.listing(corpus, findings, units: Array(0..<7))
        let texts = findings.texts.textOfParagraph
        for paragraph in corpus.batch.paragraphs.indices {
            let unit = corpus.units.unit(ofParagraph: paragraph)
            let expected = corpus.batch.paragraphs.indices
                .filter { other in
                    guard texts[paragraph] != DistinctTexts.noText,
                        texts[other] != DistinctTexts.noText
                    else { return false }
                    if texts[other] == texts[paragraph] { return true }
                    let pair = TextPair(
                        Swift.min(texts[other], texts[paragraph]),
                        Swift.max(texts[other], texts[paragraph])
                    )
                    return findings.edges.contains { $0.pair == pair }
                }
                .map { corpus.units.unit(ofParagraph: $0) }
                .filter { $0 != unit && $0 < 7 }
            #expect(holders.others(holding: paragraph, of: unit) == Set(expected))
        }
    }
}

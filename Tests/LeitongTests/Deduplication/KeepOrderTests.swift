@_spi(Core) import LeitongCore
import TestSupport
import Testing

@testable import Leitong

/// The order in which texts stay, against sorting the units that hold them.
@Suite struct KeepOrderTests {
    @Test(arguments: KeepRule.allCases, [DeduplicationLevel.document, .paragraph])
    func textsStandInTheOrderOfTheirBestHolders(
        keep: KeepRule,
        level: DeduplicationLevel
    ) async throws {
        var random = SplitMix64(seed: 4)
        let pool = (12..<24).map { SampleTexts.paragraph(length: $0, using: &random) }
        let texts = (0..<40)
            .map { number in
                InputText(
                    id: String(number + 100),
                    text: pool.randomElement(using: &random) ?? "",
                    date: number % 3 == 0
                        ? nil : DocumentDate(year: Int.random(in: 2000...2005, using: &random))
                )
            }
        let corpus = Corpus(texts)
        let options = ComparisonOptions()
        let candidates = try await CandidateSearch(
            minLength: 1,
            options: options,
            method: try options.candidateMethod(),
            expandsAll: false,
            takesShortEdits: false
        )
        .candidates(
            among: ComparedItems(level == .document ? .documents : .paragraphs, of: corpus.batch),
            context: RunContext()
        )
        let order = KeepOrder.ordering(candidates, keep: keep)
        // Of each text the holder that deserves most to stay, by the rule and then by the order.
        func rank(_ unit: Int) -> (Int, Int) {
            switch keep {
            case .first: (0, unit)
            case .longest: (-texts[unit].text.count, unit)
            case .earliest: (texts[unit].date?.earliest ?? .max, unit)
            }
        }
        let units = texts.indices.sorted { rank($0) < rank($1) }
        var seen: Set<String> = []
        let heads = units.filter { seen.insert(texts[$0].text).inserted }
        #expect(order.texts.map { Int(order.heads[Int($0)]) } == heads)
    }
}

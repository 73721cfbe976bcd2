@_spi(Core) import LeitongCore
import TestSupport
import Testing

@testable import Leitong

/// Where units lie in the stream, against going through it position by position.
@Suite struct UnitRangesTests {
    private func sample(_ seed: UInt64) async throws -> (Corpus, TextStream, UnitRanges, TextMask) {
        var random = SplitMix64(seed: seed)
        let pool = SampleTexts.paragraphs(count: 5, seed: seed).map { String($0.prefix(20)) }
        // Compiled texts, marks that count nowhere, and sections without text.
        let pieces = pool + ["（一）", "（二）", "（三）", "××公司", "。"]
        let corpus = Corpus(
            (0..<5)
                .map { number in
                    let lines = (0..<Int.random(in: 1...8, using: &random))
                        .map { _ in pieces.randomElement(using: &random) ?? "" }
                    return InputText(id: "\(number)", text: lines.joined(separator: "\n") + "\n文")
                }
        )
        let text = try await StreamStage(folder: Folder(level: .standard))
            .run(corpus.batch, context: RunContext())
        var template = TextMask()
        let count = text.scalars.scalars.count
        if seed % 2 == 0 { template = TextMask([3..<9, count / 2..<count / 2 + 5]) }
        return (corpus, text, UnitRanges.locating(corpus, in: text, template: template), template)
    }

    @Test(arguments: 0..<12 as Range<UInt64>)
    func everyPositionHasItsUnit(seed: UInt64) async throws {
        let (corpus, text, units, _) = try await sample(seed)
        #expect(units.ranges.count == corpus.units.count)
        let count = text.scalars.scalars.count
        for position in 0..<count {
            let plain = units.ranges.firstIndex { $0.contains(position) }
            #expect(units.unit(at: position) == plain)
        }
        var random = SplitMix64(seed: seed)
        for _ in 0..<100 {
            let start = Int.random(in: 0..<count, using: &random)
            let range =
                start..<Int.random(in: start + 1...Swift.min(count, start + 40), using: &random)
            let plain = units.ranges.firstIndex { !$0.isEmpty && $0.contains(range) }
            #expect(units.unit(holding: range) == plain)
            let borders = Set(
                units.ranges.filter { !$0.isEmpty }.flatMap { [$0.lowerBound, $0.upperBound] }
            )
            .filter { range.lowerBound < $0 && $0 < range.upperBound }
            #expect(Set(units.borders(inside: range)) == borders)
        }
    }

    @Test(arguments: 0..<12 as Range<UInt64>)
    func neitherMarksNorTemplatesAreCounted(seed: UInt64) async throws {
        let (_, text, units, template) = try await sample(seed)
        let scalars = text.scalars.scalars
        var random = SplitMix64(seed: seed)
        for _ in 0..<100 {
            let start = Int.random(in: 0..<scalars.count, using: &random)
            let range = start..<Int.random(in: start...scalars.count, using: &random)
            let plain = range.count { position in
                scalars[position] != FoldedText.wildcard && !template.contains(position)
            }
            #expect(units.characterCount(of: range) == plain)
        }
    }
}

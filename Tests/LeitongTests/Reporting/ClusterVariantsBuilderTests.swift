import Foundation
@_spi(Core) import LeitongCore
import LeitongReport
import TestSupport
import Testing

@testable import Leitong

@Suite struct ClusterVariantsBuilderTests {
    private static let tail = "紧紧围绕全年目标，全面完成各项重点项目，群众满意度稳步提高，在此向奋战在一线的同志们致以节日的问候！"

    private func clusters(
        _ texts: [String],
        options: ComparisonOptions = .init(),
        content: ReportContent = .init()
    ) async throws -> [Cluster] {
        let corpus = try await SampleTexts.corpus(texts)
        return try await Finder(options: options, content: content).find(in: corpus).clusters
    }

    private func values(_ cluster: Cluster) -> [[String]] {
        cluster.variants?.slots.map { $0.values.map(\.text) } ?? []
    }

    @Test func tellsWhoSaysWhat() async throws {
        let cluster = try #require(
            await clusters([
                "2023年，青屿市" + Self.tail, "2024年，青屿市" + Self.tail,
                "２０２３年，白鹭县" + Self.tail, "2023年，青屿市" + Self.tail,
            ])
            .first
        )
        let variants = try #require(cluster.variants)
        #expect(variants.pieces == ["", "年，", Self.tail])
        #expect(
            variants.slots.map(\.values) == [
                [.init(text: "2023", members: [0, 2, 3]), .init(text: "2024", members: [1])],
                [.init(text: "青屿市", members: [0, 1, 3]), .init(text: "白鹭县", members: [2])],
            ]
        )
        #expect(cluster.variantsOmitted == nil)
    }

    /// Against the definition, on random texts with punctuation strewn in.
    @Test(arguments: 0..<6 as Range<UInt64>)
    func piecesAndValuesGiveTheTexts(seed: UInt64) async throws {
        let marks = Array("，。、《》“”（）")
        var generator = SplitMix64(seed: seed)
        let texts = SampleTexts.paragraphs(count: 80, seed: seed)
            .map { text in
                String(
                    text.flatMap { character -> [Character] in
                        guard let mark = marks.randomElement(using: &generator),
                            Int.random(in: 0..<6, using: &generator) == 0
                        else { return [character] }
                        return [character, mark]
                    }
                )
            }
        var checked = 0
        for cluster in try await clusters(texts) {
            guard let variants = cluster.variants else { continue }
            checked += 1
            #expect(variants.pieces.count == variants.slots.count + 1)
            for (index, member) in cluster.members.enumerated() {
                let source = try #require(Int(member.document).map { texts[$0] })
                var text = variants.pieces[0]
                for (slot, piece) in zip(variants.slots, variants.pieces.dropFirst()) {
                    let value = try #require(slot.value(ofMember: index))
                    text += value.text + piece
                }
                if index == 0 { #expect(text == cluster.text && text == source) }
                #expect(text.filter(\.isLetter) == source.filter(\.isLetter))
            }
        }
        #expect(checked > 5)
    }

    @Test func punctuationComesAndGoesWithItsClause() async throws {
        let inner = try await clusters([
            "今年以来，" + Self.tail, "今年以来，面对风浪，" + Self.tail,
        ])
        #expect(inner.first?.variants?.pieces.first == "今年以来，")
        #expect(inner.map(values) == [[["", "面对风浪，"]]])
        let first = try await clusters(["同志们！" + Self.tail, Self.tail])
        #expect(first.map(values) == [[["同志们！", ""]]])
        let last = try await clusters([Self.tail, Self.tail.dropLast() + "，再加把劲！"])
        #expect(last.map(values) == [[["", "再加把劲"]]])
    }

    @Test func namesAndNumbersOfAListAreSlotsApart() async throws {
        let numbers = try await clusters([
            "学习国发〔2023〕5号文件" + Self.tail, "学习国发〔2024〕11号文件" + Self.tail,
        ])
        #expect(numbers.map(values) == [[["2023", "2024"], ["5", "11"]]])
        #expect(numbers.first?.variants?.pieces[1] == "〕")
        // With their signs the numbers are a third of what is compared.
        var options = ComparisonOptions()
        options.threshold = 0.6
        let decimals = try await clusters(
            ["增长6.5%和1,200元，" + Self.tail, "增长7.25%和3,450元，" + Self.tail],
            options: options
        )
        #expect(decimals.map(values) == [[["6.5", "7.25"], ["1,200", "3,450"]]])
    }

    @Test func redactionMarksAreShown() async throws {
        let found = try await clusters([
            "今年青屿市" + Self.tail, "今年**" + Self.tail, "今年××" + Self.tail,
        ])
        // The two redacted copies are equal after folding.
        #expect(found.map(values) == [[["青屿市", "**"]]])
    }

    @Test func equalCopiesHaveNoVariants() async throws {
        let found = try await clusters([Self.tail, Self.tail + "　"])
        #expect(found.count == 1 && found[0].variants == nil && found[0].variantsOmitted == nil)
    }

    @Test func whatIsNotOneTextAnyMoreHasNone() async throws {
        let half = String(Self.tail.prefix(30))
        var options = ComparisonOptions()
        options.threshold = 0.2
        let found = try await clusters(
            [half, half + "完全不同的另外一段话放在这里，比前面共同的部分还要长出许多，所以不能算同一段文字。"],
            options: options
        )
        #expect(found.map(\.variantsOmitted) == [.tooDifferent])
        #expect(found.map(\.variants) == [nil])
    }

    /// At its limit a cluster is still set side by side; beyond, the report says why not.
    @Test func whatIsTooLargeIsNamed() async throws {
        let texts = ["甲" + Self.tail, "乙" + Self.tail, "丙" + Self.tail]
        let options = ComparisonOptions()
        let comparison = try await ParagraphSearch(
            options: options,
            method: try options.candidateMethod(),
            expandsAll: false
        )
        .findings(in: try await SampleTexts.corpus(texts).batch, context: RunContext())
        let groups = ParagraphClusters.grouping(comparison, pairRule: .all)
        let group = try #require(groups.groups.first)
        let characters = texts.joined().filter(\.isLetter).count
        for (limit, omission) in [(characters, nil), (characters - 1, .tooLarge)]
            as [(Int, ClusterVariants.Omission?)]
        {
            let builder = ClusterVariantsBuilder(comparison: comparison, limit: limit)
            let outcome = builder.variants(of: Array(groups.texts[group]), members: [0, 1, 2])
            #expect(outcome.omission == omission)
            #expect((outcome.variants == nil) == (omission != nil))
        }
    }

    @Test func numberedCopiesHaveOneSlot() async throws {
        let texts = (0..<200).map { "编号\(1_000 + $0)的代表" + Self.tail }
        let cluster = try #require(await clusters(texts).first)
        #expect(values(cluster) == [(0..<200).map { "\(1_000 + $0)" }])
    }

    @Test func matchesAloneComeWithout() async throws {
        let found = try await clusters(
            ["2023年" + Self.tail, "2024年" + Self.tail],
            content: ReportContent(detail: .matches)
        )
        #expect(found.count == 1 && found[0].variants == nil && found[0].variantsOmitted == nil)
    }
}

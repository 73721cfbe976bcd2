@_spi(Core) import LeitongCore
import LeitongStorage
import TestSupport
import Testing

@testable import Leitong

/// The folded stream of a corpus is its documents folded one by one.
@Suite struct StreamStageTests {
    private static func corpus(_ seed: UInt64) -> Corpus {
        var random = SplitMix64(seed: seed)
        let pool =
            SampleTexts.paragraphs(count: 5, seed: seed).map { String($0.prefix(25)) }
            + ["（一）", "（二）", "ＡＢＣ abc，１２３。", "××公司", "“引用的一句话”，完。"]
        return Corpus(
            (0..<6)
                .map { number in
                    let lines = (0..<Int.random(in: 1...7, using: &random))
                        .map { _ in (pool.randomElement(using: &random) ?? "") + "。" }
                    return InputText(id: "\(number)", text: lines.joined(separator: "\n"))
                }
        )
    }

    private static func folded(_ text: String) -> [UInt32] {
        var folded = FoldedText()
        Folder(level: .standard).fold(Array(text.utf8).span, into: &folded, keepingMap: true)
        var scalars: [UInt32] = []
        folded.decodeScalars(into: &scalars)
        return scalars
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func everyParagraphStandsWhereItSays(seed: UInt64) async throws {
        let corpus = Self.corpus(seed)
        let context = RunContext(
            threads: 1 + Int(seed) % 3,
            memory: MemoryBudget(limit: seed % 2 == 0 ? 0 : nil)
        )
        let text = try await StreamStage(folder: Folder(level: .standard))
            .run(corpus.batch, context: context)
        #expect(text.scalars.documentCount == corpus.batch.documents.count)
        var scratch: [UInt8] = []
        var end = 0
        for paragraph in corpus.batch.paragraphs.indices {
            let source = corpus.batch.withText(ofParagraph: paragraph, scratch: &scratch) { bytes in
                String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
            }
            let range = text.range(ofParagraph: paragraph)
            #expect(Array(text.scalars.scalars[range]) == Self.folded(source))
            #expect(range.lowerBound >= end, "paragraphs follow one another")
            let document = Int(corpus.batch.paragraphs[paragraph].document)
            let whole = text.scalars.range(ofDocument: document)
            #expect(whole.contains(range) || range.isEmpty)
            end = range.upperBound
        }
    }

    /// A quotation is marked from its first to its last character, and its paragraph as a whole.
    @Test func quotationsAreMarked() async throws {
        let corpus = Corpus([InputText(id: "a", text: "他写道：“路修到村口还不算完”，完。\n另一段没有引用。")])
        let text = try await StreamStage(folder: Folder(level: .standard))
            .run(corpus.batch, context: RunContext())
        let quoted = Self.folded("路修到村口还不算完").count
        let first = text.range(ofParagraph: 0)
        #expect(text.quoted.count(in: first) == quoted)
        #expect(text.quoted.contains(first.lowerBound + 3))
        #expect(text.quotingParagraphs.count(in: first) == first.count)
        #expect(text.quotingParagraphs.count(in: text.range(ofParagraph: 1)) == 0)
    }
}

import Foundation
import Leitong
@_spi(Core) import LeitongCore
import LeitongFiles
import LeitongReport
import LeitongSamples
import TestSupport
import Testing

/// Recall and precision on paragraphs whose copies are known: floors that only rise.
@Suite struct GeneratedCorpusTests {
    private static func texts(_ count: Int, seed: UInt64) throws -> [String] {
        let speeches = try CorpusFolder(path: Project.corpus.path).originals()
        let clauses = ParagraphGenerator.clauses(in: speeches.map(\.text))
        let generator = ParagraphGenerator(seed: seed, clauses: clauses)
        return (0..<count).map { generator.paragraph(at: $0).text }
    }

    private static func find(_ texts: [String], exact: Bool) async throws -> Set<[Int]> {
        let folder = try TemporaryFolder()
        let rows = try texts.enumerated()
            .map { number, text in
                let row: [String: Any] = ["id": number, "text": text]
                return String(
                    decoding: try JSONSerialization.data(withJSONObject: row),
                    as: UTF8.self
                )
            }
        let path = try folder.write(rows.joined(separator: "\n"), to: "paragraphs.jsonl")
        var options = ComparisonOptions()
        options.folding = .none
        options.shingleRule = .characters(5)
        options.minParagraph = 1
        options.isExact = exact
        options.listsAllPairs = true
        let context = RunContext(threads: 2)
        let corpus = try await Loader().load(paths: [path], context: context)
        let report = try await Finder(options: options, content: ReportContent(detail: .matches))
            .find(in: corpus, context: context)
        let rowsByJaccard = report.paragraphs.filter { $0.basis == .jaccard }
        return Set(
            rowsByJaccard.map { [Int($0.a.document) ?? -1, Int($0.b.document) ?? -1].sorted() }
        )
    }

    @Test(arguments: [true, false])
    func equalsBruteForceOnTwoThousand(exact: Bool) async throws {
        let texts = try Self.texts(2000, seed: 2)
        let truth = PlainTruth(texts, threshold: 0.7).pairs
        let found = try await Self.find(texts, exact: exact)
        #expect(truth.count > 100)
        #expect(found.subtracting(truth).isEmpty, "precision 1.000")
        #expect(found == truth, "recall 1.000")
    }

    /// MinHash against the exact join: 100,000 paragraphs as optimised code, fewer in debug.
    @Test func minHashFindsWhatTheExactJoinFinds() async throws {
        #if DEBUG
        let count = 5000
        #else
        let count = 100_000
        #endif
        let texts = try Self.texts(count, seed: 3)
        let truth = try await Self.find(texts, exact: true)
        let found = try await Self.find(texts, exact: false)
        #expect(found.subtracting(truth).isEmpty)
        let recall = Double(found.intersection(truth).count) / Double(truth.count)
        #expect(recall >= 0.999)
    }
}

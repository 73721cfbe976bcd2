import Foundation
import LeitongReport
import Testing

/// Outputs kept as files: a change to any of them is a change that users see.
///
/// `LEITONG_UPDATE_GOLDENS=1 swift test --filter GoldenTests` writes them anew.
@Suite struct GoldenTests {
    static let cases: [(name: String, report: Report, writer: any ReportWriter)] = [
        ("find.txt", .found, TextWriter()),
        ("find-color.txt", .found, TextWriter(color: true, width: 60, limit: 2)),
        ("variants.txt", .foundVariants, TextWriter()),
        ("variants-color.txt", .foundVariants, TextWriter(color: true, width: 60)),
        ("variants.json", .foundVariants, JSONWriter()),
        ("variants.jsonl", .foundVariants, JSONLinesWriter()),
        ("variants.csv", .foundVariants, CSVWriter()),
        ("find-nothing.txt", .empty(.find), TextWriter()),
        ("find.json", .found, JSONWriter()),
        ("find.jsonl", .found, JSONLinesWriter()),
        ("find.csv", .found, CSVWriter()),
        ("find.md", .found, MarkdownWriter()),
        ("find-zh.md", .found, MarkdownWriter(language: .chinese)),
        ("common.txt", .foundCommon, TextWriter()),
        ("common.md", .foundCommon, MarkdownWriter()),
        ("common-zh.md", .foundCommon, MarkdownWriter(language: .chinese)),
        ("common.json", .foundCommon, JSONWriter()),
        ("common.csv", .foundCommon, CSVWriter()),
        ("score.txt", .scoredPair, TextWriter()),
        ("score.json", .scoredPair, JSONWriter()),
        ("score.md", .scoredPair, MarkdownWriter(language: .chinese)),
        ("score-all.txt", .scoredAll, TextWriter()),
        ("score-all.jsonl", .scoredAll, JSONLinesWriter()),
        ("score-all.csv", .scoredAll, CSVWriter()),
    ]

    @Test(arguments: cases.indices)
    func outputIsUnchanged(index: Int) throws {
        let (name, report, writer) = Self.cases[index]
        let file = URL(filePath: #filePath)
            .deletingLastPathComponent().appending(components: "Goldens", name)
        let output = Data(writer.bytes(of: report))
        if ProcessInfo.processInfo.environment["LEITONG_UPDATE_GOLDENS"] == "1" {
            try output.write(to: file)
        }
        let golden = try Data(contentsOf: file)
        #expect(String(decoding: output, as: UTF8.self) == String(decoding: golden, as: UTF8.self))
        #expect(output == golden, "\(name) differs in its bytes")
    }
}

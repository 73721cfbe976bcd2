import Foundation
import LeitongReport
import Synchronization
import Testing

@Suite struct ReportSourceTests {
    @Test(arguments: 0..<40 as Range<UInt64>)
    func aReportIsWhatItsSourceCollects(seed: UInt64) {
        var random = RandomReport(seed: seed)
        let report = random.report()
        #expect(Report(collecting: ReportSource(report)) == report)
    }

    /// The bytes do not depend on whether rows are held or made.
    @Test(arguments: 0..<10 as Range<UInt64>, OutputFormat.allCases)
    func writersDoNotAskWhereRowsComeFrom(seed: UInt64, format: OutputFormat) {
        var random = RandomReport(seed: seed)
        let report = random.report()
        var source = ReportSource(report)
        source.paragraphs = ReportRows(count: report.paragraphs.count) { report.paragraphs[$0] }
        source.passages = ReportRows(count: report.passages.count) { report.passages[$0] }
        source.phrases = ReportRows(count: report.phrases.count) { report.phrases[$0] }
        #expect(format.writer().bytes(of: source) == format.writer().bytes(of: report))
    }

    /// A report of very many rows is written without holding them.
    @Test func rowsAreMadeOnceEachAsTheyAreWritten() {
        let made = Mutex(0)
        let passage = Report.foundCommon.passages[0]
        var source = ReportSource(Report.empty(.find))
        source.passages = ReportRows(count: 3_000) { _ in
            made.withLock { $0 += 1 }
            return passage
        }
        var atFirstChunk: Int?
        JSONLinesWriter()
            .write(source) { _ in
                atFirstChunk = atFirstChunk ?? made.withLock { $0 }
            }
        #expect(made.withLock { $0 } == 3_000)
        #expect((atFirstChunk ?? 3_000) < 1_000, "rows were made long before they were written")
    }

    /// Rows come in the order of JSON Lines, and there is one for each line but the first.
    @Test(arguments: 0..<30 as Range<UInt64>)
    func rowsComeInTheOrderOfTheLines(seed: UInt64) throws {
        var random = RandomReport(seed: seed)
        let source = ReportSource(random.report())
        let lines = JSONLinesWriter().bytes(of: source).split(separator: UInt8(ascii: "\n"))
        let types = try lines.dropFirst()
            .map { line in
                let object = try JSONSerialization.jsonObject(with: Data(line))
                return try #require((object as? [String: Any])?["type"] as? String)
            }
        let rows = source.rows.map { row in
            switch row {
            case .cluster, .passageCluster: "cluster"
            case .paragraph: "paragraph"
            case .passage: "passage"
            case .phrase: "phrase"
            case .pair: "pair"
            case .skipped: "skipped"
            case .warning: "warning"
            }
        }
        #expect(rows == types)
    }

    @Test func rowsAreThoseOfTheReport() {
        let report = Report.foundCommon
        let rows = Array(ReportSource(report).rows)
        let expected =
            report.clusters.map(ReportRow.cluster) + report.paragraphs.map(ReportRow.paragraph)
            + report.passages.map(ReportRow.passage) + report.phrases.map(ReportRow.phrase)
        #expect(rows == expected)
        #expect(
            Array(ReportSource(Report.scoredAll).rows) == Report.scoredAll.pairs.map(ReportRow.pair)
        )
        #expect(Array(ReportSource(Report.empty(.find)).rows) == [])
    }
}

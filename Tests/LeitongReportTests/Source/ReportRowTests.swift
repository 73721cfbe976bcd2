import Foundation
import LeitongReport
import Testing

@Suite struct ReportRowTests {
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

import Testing

@testable import LeitongReport

@Suite struct PageRowsTests {
    @Test func rowsNameDocumentsByNumber() {
        var report = ReportSource(Report.found)
        report.texts = ReportTexts()
        let rows = PageRows(report).source
        let names = report.documents.map(\.name)
        for (row, original) in zip(rows.clusters, report.clusters) {
            #expect(row.text.isEmpty)
            for (member, name) in zip(row.members, original.members.map(\.document)) {
                #expect(member.document == names.firstIndex(of: name).map { "\($0)" } ?? name)
            }
        }
        #expect(rows.passages.isEmpty && rows.phrases.isEmpty)
        #expect(!rows.documents.contains { !$0.sources.isEmpty })
    }

    /// The one pair of a score is shown, whatever it shares; of many those that share nothing are not.
    @Test func pairsThatShareNothingSayNothing() {
        var report = Report.scoredAll
        let all = PageRows(ReportSource(report)).source.pairs
        #expect(all.map { [$0.a, $0.b] } == [["0", "1"], ["0", "2"]])
        report.pairs = [report.pairs[5]]
        #expect(PageRows(ReportSource(report)).source.pairs.map { [$0.a, $0.b] } == [["2", "3"]])
    }
}

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
}

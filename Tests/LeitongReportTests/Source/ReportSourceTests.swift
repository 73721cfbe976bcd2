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
}

import Foundation
import LeitongReport
import LeitongRun
import Testing

@Suite struct OutputFormatTests {
    @Test func everyFormatHasAWriterOfItsOwn() {
        let report = Report.found
        let outputs = OutputFormat.allCases.map { $0.writer().bytes(of: report) }
        #expect(Set(outputs).count == OutputFormat.allCases.count)
        #expect(outputs.allSatisfy { !$0.isEmpty })
        #expect(OutputFormat.json.writer().bytes(of: report) == JSONWriter().bytes(of: report))
        #expect(OutputFormat.csv.writer().bytes(of: report) == CSVWriter().bytes(of: report))
    }

    @Test(arguments: OutputFormat.allCases)
    func threadsChangeNothing(format: OutputFormat) {
        var report = Report.found
        report.paragraphs = Array(repeating: report.paragraphs, count: 400).flatMap(\.self)
        let one = format.writer().bytes(of: report)
        #expect(format.writer(context: RunContext(threads: 3)).bytes(of: report) == one)
    }

    @Test func languagesAreThoseOfPageAndMarkdown() {
        let report = Report.found
        for format in [OutputFormat.html, .markdown] {
            let texts = ReportLanguage.allCases.map {
                format.writer(language: $0).bytes(of: report)
            }
            #expect(texts[0] != texts[1])
        }
        let json = ReportLanguage.allCases.map {
            OutputFormat.json.writer(language: $0).bytes(of: report)
        }
        #expect(json[0] == json[1])
    }
}

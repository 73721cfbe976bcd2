import Foundation
import LeitongReport
import Testing

/// A report is a value: equal to what its JSON says, and to nothing else.
@Suite struct ReportTests {
    @Test(arguments: 0..<60 as Range<UInt64>)
    func everyReportIsReadFromWhatIsWritten(seed: UInt64) throws {
        var random = RandomReport(seed: seed)
        let report = random.report()
        let written = Data(JSONWriter().bytes(of: report))
        #expect(try JSONDecoder().decode(Report.self, from: written) == report)
        let encoded = try JSONEncoder().encode(report)
        #expect(try JSONDecoder().decode(Report.self, from: encoded) == report)
        let objects = try [written, encoded]
            .map {
                try JSONSerialization.jsonObject(with: $0) as? NSDictionary
            }
        #expect(objects[0] == objects[1])
    }

    /// Another number, name, row or order makes another report.
    @Test func reportsThatDifferAreNotEqual() {
        let report = Report.found
        let changes: [@Sendable (inout Report) -> Void] = [
            { $0.schema = 7 }, { $0.command = .score }, { $0.tool.version = "9" },
            { $0.options.threshold = 0.71 }, { $0.guarantee.text += "!" },
            { $0.summary.sections += 1 }, { $0.documents[0].characters += 1 },
            { $0.clusters[0].members[0].line += 1 }, { $0.paragraphs.removeLast() },
            { $0.paragraphs.swapAt(0, 1) }, { $0.skipped[0].message = "" },
            { $0.passages = Report.foundCommon.passages }, { $0.warnings = [] },
            { $0.phrases = Report.foundCommon.phrases }, { $0.pairs = Report.scoredPair.pairs },
            { $0.passageClusters = [$0.clusters[0]] },
        ]
        for (index, change) in changes.enumerated() {
            var other = report
            change(&other)
            #expect(other != report, "change \(index)")
        }
    }
}

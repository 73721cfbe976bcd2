import LeitongReport
import Testing

@Suite struct ReportHintsTests {
    /// A report with all that there are hints for.
    private static func report(_ command: Report.Command) -> Report {
        var report = command == .find ? Report.found : Report.scoredAll
        report.summary.ignored = 2
        report.summary.partlyComparedParagraphs = 3
        report.summary.unlistedPairs = 4
        return report
    }

    @Test func printedSentencesNameNoOptionOfTheirOwn() {
        let hints = ReportHints([
            .leftOut: "a name", .partlyCompared: "p compares all", .unlistedPairs: "u lists all",
        ])
        let cases: [(Report.Command, plain: String, hinted: String)] = [
            (.find, ".leitongignore or a pattern.", ".leitongignore, a name."),
            (.find, "central ones of those only.", "central ones of those only (p compares all)."),
            (.score, "are not listed.", "are not listed (u lists all)."),
        ]
        for (command, plain, hinted) in cases {
            let report = Self.report(command)
            let text = report.printed(by: TextWriter(width: 500))
            #expect(text.contains(plain) && !text.contains("--"))
            #expect(report.printed(by: TextWriter(width: 500, hints: hints)).contains(hinted))
        }
    }

    @Test(arguments: TextWarning.Code.allCases)
    func warningsNameNoOptionOfTheirOwn(code: TextWarning.Code) {
        let plain = TextWarning(document: "a", code: code, count: 2)
        #expect(!plain.message.contains("--"))
        let hints = ReportHints([.mixedScripts: "h"])
        let hinted = TextWarning(document: "a", code: code, count: 2, hints: hints)
        #expect(hinted.message == plain.message + (code == .mixedScripts ? "; h" : ""))
    }

    @Test func summariesNameNoOptionOfTheirOwn() {
        var summary = DeduplicationSummary()
        summary.partlyCompared = 2
        let lines = summary.lines()
        #expect(!lines.joined().contains("--"))
        let hinted = summary.lines(hints: ReportHints([.likeliestCandidates: "h"]))
        #expect(
            hinted.dropLast() == lines.dropLast() && hinted.last == lines.last.map { $0 + "; h" }
        )
    }
}

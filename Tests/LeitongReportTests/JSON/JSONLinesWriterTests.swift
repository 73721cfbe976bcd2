import Foundation
import LeitongReport
import Testing

@Suite struct JSONLinesWriterTests {
    private func rows(of report: Report) throws -> [[String: Any]] {
        let lines = report.printed(by: JSONLinesWriter()).utf8.split(separator: UInt8(ascii: "\n"))
        return try lines.map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line))
            return try #require(object as? [String: Any])
        }
    }

    @Test(arguments: hostileTexts)
    func everyRowIsOneObject(text: String) throws {
        let report = Report.holding(text)
        let rows = try rows(of: report)
        #expect(
            rows.map { $0["type"] as? String } == ["report", "cluster", "paragraph", "skipped"]
        )
        #expect(rows[2]["a"] as? String == text)
        #expect(rows[3]["message"] as? String == text)
        #expect(!steersTerminals(report.printed(by: JSONLinesWriter()).replacing(bidi, with: "")))
    }

    /// JSON keeps bidirectional controls: they are text, and escaped or not they say the same.
    private var bidi: Regex<Substring> {
        /[\u{61C}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}]/
    }

    @Test func rowsOfFindWithAKeyAAreTheMatches() throws {
        let rows = try rows(of: .found)
        for row in rows {
            #expect((row["a"] != nil) == (row["type"] as? String == "paragraph"))
            #expect(row["differences"] == nil)
        }
        #expect(rows.count == 1 + 3 + 5 + 1)
    }

    @Test func matchRowHasTheAgreedForm() {
        let text = Report.found.printed(by: JSONLinesWriter())
        let row =
            #"{"type":"paragraph","a":"speeches/2022.txt#1","a_start":900,"a_end":1020,"a_line":3,"#
            + #""b":"speeches/2024.txt","b_start":88,"b_end":206,"b_line":8,"class":"copy","#
            + #""form":"near","basis":"jaccard","jaccard":0.84,"bits":0,"cluster":2}"#
        #expect(text.split(separator: "\n").contains(Substring(row)))
    }

    @Test func chunksJoinToTheWholeAndTheFirstErrorEndsTheWriting() throws {
        struct Full: Error {}
        var report = Report.found
        report.paragraphs = Array(repeating: report.paragraphs[0], count: 5_000)
        var chunks: [[UInt8]] = []
        JSONLinesWriter().write(report) { chunks.append($0) }
        #expect(chunks.count > 5 && chunks.allSatisfy { $0.count < 100_000 })
        #expect(Array(chunks.joined()) == JSONLinesWriter().bytes(of: report))
        var calls = 0
        #expect(throws: Full.self) {
            try JSONLinesWriter()
                .write(report) { _ in
                    calls += 1
                    throw Full()
                }
        }
        #expect(calls == 1)
    }
}

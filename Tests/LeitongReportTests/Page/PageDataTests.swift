import Foundation
import Testing

@testable import LeitongReport

@Suite struct PageDataTests {
    @Test func dataIsAsRecorded() throws {
        let data = PageData.json(ReportSource.withTexts)
        let file = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(components: "Goldens", "page-data.json")
        if ProcessInfo.processInfo.environment["LEITONG_UPDATE_GOLDENS"] == "1" {
            try Data(data.utf8).write(to: file)
        }
        #expect(data == String(decoding: try Data(contentsOf: file), as: UTF8.self))
        _ = try JSONSerialization.jsonObject(with: Data(data.utf8))
    }

    @Test func dataCannotEndItsElement() throws {
        for text in hostileTexts + ["</script><script>", "<!--<script>", "{{title}}{{{data}}}"] {
            var report = ReportSource(Report.holding(text))
            var texts = ReportTexts()
            texts.documents = [DocumentText(text: text, start: 0, paragraphs: [0])]
            report.texts = texts
            let data = PageData.json(report)
            #expect(!data.contains("<"))
            #expect(!data.unicodeScalars.contains { $0.value == 0x2028 || $0.value == 0x2029 })
            let parsed = try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any]
            let documents = (parsed?["texts"] as? [String: Any])?["documents"] as? [[String: Any]]
            #expect(documents?.first?["text"] as? String == text)
        }
    }
}

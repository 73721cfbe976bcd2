import Foundation
import LeitongReport
import Testing

@Suite struct DeduplicationSummaryTests {
    private static var sample: DeduplicationSummary {
        var summary = DeduplicationSummary()
        summary.documents = 1_200
        summary.documentsKept = 1_000
        summary.paragraphs = 30_000
        summary.paragraphsKept = 29_000
        summary.removedEqual = 150
        summary.removedNear = 50
        summary.bytesRead = 2_000_000
        summary.bytesWritten = 1_500_000
        return summary
    }

    @Test func peopleReadWhatWasRemoved() {
        #expect(
            Self.sample.lines() == [
                "1,200 documents read; 1,000 kept; removed: 150 equal, 50 near",
                "2,000,000 bytes read, 1,500,000 written",
            ]
        )
        var paragraphs = Self.sample
        paragraphs.level = "paragraph"
        let first =
            "1,200 documents, 30,000 paragraphs read; 29,000 kept; removed: 150 equal, 50 near"
        #expect(paragraphs.lines()[0] == first)
    }

    /// Each further figure is a line of its own, and none is said of nothing.
    @Test func whatElseHappenedIsSaid() {
        let members: [(WritableKeyPath<DeduplicationSummary, Int>, String)] = [
            (\.documentsEmptied, "2 documents left empty"), (\.uncompared, "2 documents too short"),
            (\.partlyCompared, "2 texts kept after"), (\.undated, "2 documents without a date"),
            (\.skipped, "2 inputs skipped"), (\.furtherNames, "2 further names of files"),
        ]
        for (member, words) in members {
            var summary = Self.sample
            summary[keyPath: member] = 2
            #expect(summary.lines().count == 3 && summary.lines().contains { $0.hasPrefix(words) })
        }
    }

    @Test func programsReadEveryFigure() throws {
        var summary = Self.sample
        summary.skipped = 7
        let bytes = summary.json
        #expect(bytes.last == UInt8(ascii: "\n"))
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        )
        #expect(object["type"] as? String == "summary" && object["level"] as? String == "document")
        #expect(object["documents_kept"] as? Int == 1_000 && object["skipped"] as? Int == 7)
        #expect(object["bytes_written"] as? Int == 1_500_000 && object.count == 16)
    }
}

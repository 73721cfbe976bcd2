import Foundation
import LeitongReport
import Testing

@Suite struct DeduplicationLogTests {
    private func rows(_ add: (inout DeduplicationLog<Never>) -> Void) throws -> [[String: Any]] {
        var bytes: [UInt8] = []
        var log = DeduplicationLog { (chunk: [UInt8]) throws(Never) in bytes += chunk }
        add(&log)
        log.finish()
        return try bytes.split(separator: UInt8(ascii: "\n"))
            .map {
                try #require(try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any])
            }
    }

    @Test func aRemovalNamesWhatStays() throws {
        let rows = try rows { log in
            log.add(
                DeduplicationEntry(
                    type: "paragraph",
                    document: "b\n",
                    path: "b",
                    paragraph: 3,
                    byteRange: 10..<40,
                    reason: "near",
                    similarity: 0.875,
                    kept: .init(document: "a", path: "a.txt", paragraph: 1)
                )
            )
            log.add(SkippedEntry(path: "c", reason: "empty", message: "c is empty"))
        }
        let expected: NSDictionary = [
            "type": "paragraph", "document": "b\n", "path": "b", "paragraph": 3, "byte_start": 10,
            "byte_end": 40, "reason": "near", "similarity": 0.875, "kept_document": "a",
            "kept_path": "a.txt", "kept_paragraph": 1,
        ]
        #expect(rows[0] as NSDictionary == expected)
        #expect(rows[1]["type"] as? String == "skipped" && rows.count == 2)
    }

    @Test func whatIsNotKnownIsLeftOut() throws {
        let entry = DeduplicationEntry(type: "document", document: "a", path: "a", reason: "empty")
        let rows = try rows { $0.add(entry) }
        #expect(Set(rows[0].keys) == ["type", "document", "path", "reason"])
    }

    @Test func whatTheSinkThrowsIsThrown() {
        struct Full: Error {}
        var log = DeduplicationLog { (_: [UInt8]) throws(Full) in throw Full() }
        let entry = DeduplicationEntry(type: "document", document: "a", path: "a", reason: "empty")
        #expect(throws: Full.self) {
            for _ in 0..<5_000 { try log.add(entry) }
        }
        #expect(throws: Full.self) { try log.finish() }
    }
}

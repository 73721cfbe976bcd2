import Foundation
import Leitong
import LeitongFiles
import LeitongReport
import TestSupport
import Testing

@Suite struct DeduplicatedDocumentsLogTests {
    @Test func theLogNamesWhatWasRemovedAndWhatStays() async throws {
        let near = Duplicates.a.replacingOccurrences(of: "实际举措。", with: "实际举动")
        let (corpus, folder) = try await Duplicates.loaded([
            ("a.txt", Array("题\n\n\(Duplicates.a)\n".utf8)),
            ("b.txt", Array("\(near)\n\(Duplicates.c)".utf8)),
            ("c.jsonl", Array("{\"id\":\"r\",\"text\":\"\(Duplicates.c)\"}\n[]\n".utf8)),
        ])
        let documents = try await Duplicates.deduplicated(corpus, .paragraph)
        let bytes = OutputBytes()
        var log = DeduplicationLog<Never> { bytes.append($0) }
        documents.write(to: &log)
        log.finish()
        let rows = try String(decoding: bytes.all, as: UTF8.self).split(separator: "\n")
            .map {
                try #require(
                    try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
                )
            }
        #expect(
            rows.map { $0["type"] as? String } == ["paragraph", "paragraph", "document", "skipped"]
        )
        #expect(rows.map { $0["reason"] as? String } == ["near", "equal", "empty", "bad-record"])
        #expect(rows[0]["paragraph"] as? Int == 1 && rows[0]["kept_paragraph"] as? Int == 2)
        #expect(rows[0]["kept_path"] as? String == folder.path + "/a.txt")
        #expect(
            rows[0]["byte_start"] as? Int == 0 && rows[0]["byte_end"] as? Int == near.utf8.count
        )
        let similarity = try #require(rows[0]["similarity"] as? Double)
        #expect(similarity >= 0.7 && similarity < 1)
        #expect(rows[1]["document"] as? String == "r" && rows[1]["kept_paragraph"] as? Int == 2)
        #expect(rows[2]["byte_start"] as? Int == 0)
        #expect(rows[3]["path"] as? String == folder.path + "/c.jsonl:2")
    }
}

/// Collects what a log writes.
private final class OutputBytes {
    private(set) var all: [UInt8] = []

    func append(_ bytes: [UInt8]) { all += bytes }
}

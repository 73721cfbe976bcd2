import Foundation
import Leitong
import LeitongFiles
import TestSupport
import Testing

/// Records that stay are the same bytes, but for the paragraphs that go.
@Suite struct RecordWriterTests {
    /// The stream of all files of records.
    private func records(_ documents: DeduplicatedDocuments) throws -> String {
        var writer = RecordWriter(documents, textField: "text")
        var bytes: [UInt8] = []
        for file in documents.corpus.files {
            try writer.write(file) { bytes += $0 }
        }
        #expect(writer.byteCount == bytes.count)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func recordsThatStayAreTheSameBytes() async throws {
        let lines = [
            "  {\"text\" : \"\(Duplicates.a)\", \"id\":\"\\u0061\", \"n\":1.50 }\r\n", "\n",
            "no record\n",
            "{\"id\":\"b\",\"text\":\"\(Duplicates.a)！\"}\n",
            "{\"id\":2,\"text\":\"\(Duplicates.b)\"}",
        ]
        let (corpus, _folder) = try await Duplicates.loaded([
            ("x.jsonl", Array(lines.joined().utf8)),
            ("y.jsonl", Array("{\"text\":\"\(Duplicates.c)\"}".utf8)),
        ])
        _ = _folder
        let output = try records(try await Duplicates.deduplicated(corpus, .document))
        #expect(output == lines[0] + lines[4] + "\n{\"text\":\"\(Duplicates.c)\"}")
    }

    @Test func paragraphsAreCutOutOfTheWrittenText() async throws {
        let escaped = "\\u5168\\u5e02\\ud83d\\ude00 \\\"x\\\""
        let text =
            "\(escaped)一段独有的开头文字\\n\(Duplicates.a)\\r\\n\\n \(Duplicates.b)\\n\\n\(Duplicates.c)"
        let lines = [
            "{\"id\":1,\"text\":\"\(Duplicates.a)\\n\\n\(Duplicates.c)\"}\n",
            "{\"text\":\"old\",\"a\":[{\"text\":\"x\"}],\"text\":\"\(text)\" , \"z\":\"\(Duplicates.b)\"}\n",
            "{\"id\":3,\"text\":\"\\n\(Duplicates.b)\\n\"}\n",
        ]
        let (corpus, _folder) = try await Duplicates.loaded([
            ("x.jsonl", Array(lines.joined().utf8))
        ])
        _ = _folder
        let documents = try await Duplicates.deduplicated(corpus, .paragraph)
        let shortened = "\(escaped)一段独有的开头文字\\n \(Duplicates.b)"
        #expect(
            try records(documents) == lines[0]
                + lines[1].replacingOccurrences(of: text, with: shortened)
        )
        #expect(documents.summary.documentsEmptied == 1)
        #expect(documents.summary.paragraphsKept == 4)
        #expect((0..<3).map { documents.fate(of: $0) } == [.kept, .shortened, .removed])
    }
}

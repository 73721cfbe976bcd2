import Foundation
import LeitongFiles
import LeitongFormats
import LeitongModel
import LeitongReport
import TestSupport
import Testing

@testable import Leitong

/// What is written: every byte that was not removed.
@Suite struct DeduplicatedDocumentsTests {
    private static let a = "要深刻领会会议精神，联系岗位实际，把学习成果转化为推动工作的实际举措。"
    private static let b = "全市一季度规模以上工业增加值同比增长百分之五点三，比上年全年加快半个百分点。"
    private static let c = "山路十八弯，走到尽头是一座白墙黑瓦的祠堂，门前两棵老樟树遮住了半个院子。"

    private func loaded(_ files: [(String, [UInt8])]) async throws -> (
        Leitong.Corpus, TemporaryFolder
    ) {
        let folder = try TemporaryFolder()
        for (name, bytes) in files { try folder.write(bytes, to: name) }
        return (try await Loader().load(paths: [folder.path]), folder)
    }

    private func deduplicated(
        _ corpus: Leitong.Corpus,
        _ level: DeduplicationLevel
    ) async throws -> DeduplicatedDocuments {
        var options = DeduplicationOptions()
        options.level = level
        options.comparison.isExact = true
        return DeduplicatedDocuments(
            corpus,
            try await Deduplicator(options: options).deduplicate(corpus)
        )
    }

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
            "  {\"text\" : \"\(Self.a)\", \"id\":\"\\u0061\", \"n\":1.50 }\r\n", "\n",
            "no record\n",
            "{\"id\":\"b\",\"text\":\"\(Self.a)！\"}\n", "{\"id\":2,\"text\":\"\(Self.b)\"}",
        ]
        let (corpus, _folder) = try await loaded([
            ("x.jsonl", Array(lines.joined().utf8)),
            ("y.jsonl", Array("{\"text\":\"\(Self.c)\"}".utf8)),
        ])
        _ = _folder
        let output = try records(try await deduplicated(corpus, .document))
        #expect(output == lines[0] + lines[4] + "\n{\"text\":\"\(Self.c)\"}")
    }

    @Test func paragraphsAreCutOutOfTheWrittenText() async throws {
        let escaped = "\\u5168\\u5e02\\ud83d\\ude00 \\\"x\\\""
        let text = "\(escaped)一段独有的开头文字\\n\(Self.a)\\r\\n\\n \(Self.b)\\n\\n\(Self.c)"
        let lines = [
            "{\"id\":1,\"text\":\"\(Self.a)\\n\\n\(Self.c)\"}\n",
            "{\"text\":\"old\",\"a\":[{\"text\":\"x\"}],\"text\":\"\(text)\" , \"z\":\"\(Self.b)\"}\n",
            "{\"id\":3,\"text\":\"\\n\(Self.b)\\n\"}\n",
        ]
        let (corpus, _folder) = try await loaded([("x.jsonl", Array(lines.joined().utf8))])
        _ = _folder
        let documents = try await deduplicated(corpus, .paragraph)
        let shortened = "\(escaped)一段独有的开头文字\\n \(Self.b)"
        #expect(
            try records(documents) == lines[0]
                + lines[1].replacingOccurrences(of: text, with: shortened)
        )
        #expect(documents.summary.documentsEmptied == 1)
        #expect(documents.summary.paragraphsKept == 4)
        #expect((0..<3).map { documents.fate(of: $0) } == [.kept, .shortened, .removed])
    }

    /// A file of one paragraph of its own and others that stand elsewhere too.
    private struct Sample {
        var whole = ""
        var kept = ""

        init(end: String, dropsLast: Bool, using generator: inout SplitMix64) {
            // A line that ends no sentence would be taken for wrapped.
            let own = SampleTexts.paragraph(length: 60, using: &generator) + "。"
            var others = [a, b]
            if dropsLast { others.removeLast() }
            let parts = (others + [own]).shuffled(using: &generator)
            let textEnd = Bool.random(using: &generator) ? end : ""
            for part in parts {
                let blank = Int.random(in: 1...3, using: &generator)
                let gap = part == parts.last ? textEnd : String(repeating: end, count: blank)
                whole += part + gap
                if part == own { kept = part + gap }
            }
            // Nothing stands behind it: only the line end is left, if the text ended in one.
            if parts.last != own { kept = own + textEnd }
        }
    }

    /// Random line ends, blank lines and encodings: what stays is what stood there.
    @Test func filesKeepEveryOtherByte() async throws {
        var generator = SplitMix64(seed: 11)
        var files: [(String, [UInt8])] = [("0.txt", Array((Self.a + "\n" + Self.b).utf8))]
        var expected: [String: [UInt8]] = [:]
        for number in 1...120 {
            let sample = Sample(
                end: ["\n", "\r\n", "\r"][number % 3],
                dropsLast: number % 4 == 0,
                using: &generator
            )
            let encode = Self.encoders[number % Self.encoders.count]
            files.append(("\(number).txt", encode(sample.whole)))
            expected["\(number).txt"] = encode(sample.kept)
        }
        let (corpus, folder) = try await loaded(files)
        #expect(corpus.batch.skipped.isEmpty)
        let documents = try await deduplicated(corpus, .paragraph)
        let whole = try await deduplicated(corpus, .document)
        for file in corpus.files {
            let name = String(file.input.path.dropFirst(folder.path.count + 1))
            let original = files.first { $0.0 == name }?.1
            #expect(
                try (documents.bytes(of: file) == expected[name] ?? original) as Bool,
                "\(name)"
            )
            #expect(try (whole.bytes(of: file) == original) as Bool, "\(name)")
        }
        #expect(corpus.files.count == 121)
    }

    private static let encoders: [@Sendable (String) -> [UInt8]] = [
        { Array($0.utf8) },
        { [0xEF, 0xBB, 0xBF] + Array($0.utf8) },
        { [0xFF, 0xFE] + $0.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } },
        { [0xFE, 0xFF] + $0.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } },
        { text in
            let gb18030 = String.Encoding(rawValue: 0x8000_0632)
            return Array(text.data(using: gb18030) ?? Data())
        },
    ]

    @Test func aFileThatChangedIsNotWritten() async throws {
        let (corpus, folder) = try await loaded([("a.txt", Array(Self.a.utf8))])
        let documents = try await deduplicated(corpus, .document)
        try folder.write(Self.b, to: "a.txt")
        let failure = #expect(throws: OriginalFile.Failure.self) {
            try documents.bytes(of: corpus.files[0])
        }
        #expect(failure?.message == "changed while it was read")
    }

    @Test func theLogNamesWhatWasRemovedAndWhatStays() async throws {
        let near = Self.a.replacingOccurrences(of: "实际举措。", with: "实际举动")
        let (corpus, folder) = try await loaded([
            ("a.txt", Array("题\n\n\(Self.a)\n".utf8)), ("b.txt", Array("\(near)\n\(Self.c)".utf8)),
            ("c.jsonl", Array("{\"id\":\"r\",\"text\":\"\(Self.c)\"}\n[]\n".utf8)),
        ])
        let documents = try await deduplicated(corpus, .paragraph)
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

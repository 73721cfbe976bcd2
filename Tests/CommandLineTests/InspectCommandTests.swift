import Foundation
import TestSupport
import Testing

@Suite struct InspectCommandTests {
    private static let text = """
        在全市工作会议上的讲话
        （二〇二三年三月五日）
        各级各部门要把招商引资摆在突出位置，**同志亲自上手，盯紧项目签约、开工、投产每一个环节。

        """

    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(Self.text, to: "甲.txt")
        try folder.write(
            #"{"id": "r1", "text": "一段文字\n两段\#u{FFFD}", "title": "题目", "date": "2024-05-01"}"#,
            to: "乙.jsonl"
        )
        return folder
    }

    @Test func readersSeeWhatWasUnderstood() throws {
        let folder = try folder()
        let run = try ProgramRun(["inspect", "."], in: folder.url)
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(
            run.text == """
                r1
                    format      jsonl
                    encoding    UTF-8, valid throughout
                    title       题目
                    date        2024-05-01 (in the field)
                    paragraphs  2
                    characters  8, 6 compared
                    warning     holds U+FFFD (1): it was damaged before it was written
                    warning     no paragraph has the 12 characters to be compared as one

                ./甲.txt
                    format      text
                    encoding    UTF-8, valid throughout
                    title       在全市工作会议上的讲话
                    date        2023-03-05 (in the text)
                    paragraphs  3
                    characters  70, 58 compared

                """
        )
    }

    @Test func textIsPrintedAsItIsCompared() throws {
        let folder = try folder()
        let run = try ProgramRun(["inspect", "甲.txt", "--text"], in: folder.url)
        #expect(
            run.text == """
                甲.txt
                     1  在全市工作会议上的讲话
                     2  二〇二三年三月五日
                     3  各级各部门要把招商引资摆在突出位置*同志亲自上手盯紧项目签约开工投产每一个环节

                """
        )
        try folder.write("後來ＡＢ，裡面", to: "丙.txt")
        let variants = ["inspect", "丙.txt", "--text", "--fold", "variants"]
        #expect(try ProgramRun(variants, in: folder.url).text == "丙.txt\n     1  后来ab里面\n")
    }

    @Test func jsonHoldsTheSame() throws {
        let folder = try folder()
        let run = try ProgramRun(["inspect", ".", "--format", "json", "--text"], in: folder.url)
        let object = try JSONSerialization.jsonObject(with: run.output) as? [String: Any]
        let documents = try #require(object?["documents"] as? [[String: Any]])
        #expect(documents.map { $0["name"] as? String } == ["r1", "./甲.txt"])
        #expect(documents.map { $0["encoding_basis"] as? String } == ["valid", "valid"])
        #expect(documents[1]["date"] as? String == "2023-03-05")
        #expect(documents[1]["date_source"] as? String == "text")
        let lines = try #require(documents[1]["text"] as? [[String: Any]])
        #expect(lines.map { $0["line"] as? Int } == [1, 2, 3])
        let rows = try ProgramRun(["inspect", ".", "--format", "jsonl"], in: folder.url)
        #expect(rows.text.split(separator: "\n").count == 2)
        #expect(rows.text.hasPrefix(#"{"type":"document","name":"r1""#))
    }

    @Test func sectionsAreListed() throws {
        let folder = try TemporaryFolder()
        let part = "关于加强基层工作的意见\n2023年3月5日\n各级各部门要把这件事摆上重要日程，主要负责同志亲自抓。\n"
        try folder.write("（一）\n\(part)（二）\n\(part)", to: "a.txt")
        let run = try ProgramRun(["inspect", "a.txt"], in: folder.url)
        #expect(run.text.contains("section     #1 关于加强基层工作的意见, 2023-03-05, 4 paragraphs\n"))
        #expect(run.text.contains("section     #2 "))
        #expect(run.text.contains("date        unknown\n"))
    }

    @Test func damagedFilesAreSkippedWithTheirBadBytes() throws {
        let folder = try self.folder()
        var bytes = Array(Self.text.utf8)
        bytes.insert(contentsOf: [0xFF, 0xFE], at: 9)
        try Data(bytes).write(to: folder.url.appendingPathComponent("坏.txt"))
        let run = try ProgramRun(["inspect", ".", "--format", "jsonl"], in: folder.url)
        #expect(run.status == 3)
        let row = try #require(run.text.split(separator: "\n").last)
        #expect(row.contains(#""type":"skipped","path":"./坏.txt","reason":"undecodable""#))
        #expect(row.contains(#""byte_offset":9,"bad_bytes":2,"bad_byte_offsets":[9,10]"#))
        #expect(run.errors.contains("(2 bad bytes, at 9, 10)"))
    }

    @Test func markedAndDetectedEncodingsSaySo() throws {
        let folder = try TemporaryFolder()
        try Data([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8))
            .write(to: folder.url.appendingPathComponent("a.txt"))
        let gbk: [UInt8] = [0xBB, 0xE1, 0xD2, 0xE9]
        try Data(gbk).write(to: folder.url.appendingPathComponent("b.txt"))
        let run = try ProgramRun(["inspect", "."], in: folder.url)
        #expect(run.text.contains("encoding    UTF-8, by its byte order mark\n"))
        #expect(run.text.contains("encoding    GB18030, detected, confidence 0."))
        let declared = try ProgramRun(["inspect", "b.txt", "--encoding", "GBK"], in: folder.url)
        #expect(declared.text.contains("encoding    GBK, as declared\n"))
    }

    @Test func nothingReadIsTwo() throws {
        let folder = try TemporaryFolder()
        #expect(try ProgramRun(["inspect", "none.txt"], in: folder.url).status == 2)
        #expect(try ProgramRun(["inspect"], in: folder.url).status == 2)
    }
}

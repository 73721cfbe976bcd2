import Foundation
import TestSupport
import Testing

/// Bytes that the log and the errors name are bytes of the file as it is.
@Suite struct FilePlacesTests {
    private static let texts = [
        "河湾里的芦苇收了三天，船舱压得很低，撑船的人一路上没有说话。",
        "邮局的绿漆门换成了玻璃门，等信的人还是习惯站在台阶下面。😀",
    ]

    /// How a file is written: its mark, its encoding, its line ends, what the program is told.
    struct Form: Sendable, CustomTestStringConvertible {
        var name: String
        var mark: [UInt8] = []
        var encoding = String.Encoding.utf8
        var lineEnd = "\n"
        var options: [String] = []

        var testDescription: String { name }

        func bytes(_ lines: [String]) -> [UInt8] {
            mark + Array(lines.map { $0 + lineEnd }.joined().data(using: encoding) ?? Data())
        }
    }

    private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)
    private static let forms = [
        Form(name: "plain"), Form(name: "mark", mark: [0xEF, 0xBB, 0xBF]),
        Form(name: "mark, CR LF", mark: [0xEF, 0xBB, 0xBF], lineEnd: "\r\n"),
        Form(name: "mark, named", mark: [0xEF, 0xBB, 0xBF], options: ["--encoding", "utf-8"]),
        Form(name: "UTF-16LE", mark: [0xFF, 0xFE], encoding: .utf16LittleEndian),
        Form(name: "UTF-16BE", mark: [0xFE, 0xFF], encoding: .utf16BigEndian, lineEnd: "\r\n"),
        Form(name: "UTF-16LE without a mark", encoding: .utf16LittleEndian),
        Form(
            name: "UTF-16, named",
            mark: [0xFF, 0xFE],
            encoding: .utf16LittleEndian,
            options: ["--encoding", "UTF-16LE"]
        ),
        Form(name: "UTF-32BE", mark: [0, 0, 0xFE, 0xFF], encoding: .utf32BigEndian),
        Form(name: "GB18030", encoding: gb18030, options: ["--encoding", "GB18030"]),
    ]

    private func rows(_ folder: TemporaryFolder, _ name: String) throws -> [[String: Any]] {
        let text = try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
        return try text.split(separator: "\n")
            .map {
                try #require(
                    try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
                )
            }
    }

    @Test(arguments: forms)
    func theLogNamesTheBytesOfTheRecord(form: Form) throws {
        let folder = try TemporaryFolder()
        let lines = [0, 1, 0, 1, 0].enumerated()
            .map { #"{"id": "r\#($0)", "text": "\#(Self.texts[$1])"}"# }
        let bytes = form.bytes(lines)
        try folder.write(bytes, to: "in.jsonl")
        let run = try ProgramRun(
            ["dedup", "in.jsonl", "-o", "out.jsonl", "--log", "log"] + form.options,
            in: folder.url
        )
        #expect(run.status == 0, "\(run.errors)")
        let log = try rows(folder, "log")
        #expect(log.map { $0["document"] as? String } == ["r2", "r3", "r4"])
        for (entry, line) in zip(log, lines[2...]) {
            let start = try #require(entry["byte_start"] as? Int)
            let end = try #require(entry["byte_end"] as? Int)
            let piece = String(bytes: bytes[start..<end], encoding: form.encoding)
            #expect(piece?.trimmingCharacters(in: .newlines) == line)
        }
        let output = try String(contentsOfFile: folder.path + "/out.jsonl", encoding: .utf8)
        let kept = lines[..<2].map { $0 + form.lineEnd }.joined()
        #expect(output == kept)
    }

    @Test(arguments: forms)
    func aBadRecordIsPlacedInTheFile(form: Form) throws {
        let folder = try TemporaryFolder()
        let first = #"{"id": "a", "text": "\#(Self.texts[0])"}"#
        let lines = [first, #"{"id": "无"}"#, #"{"id": "无", 坏}"#]
        try folder.write(form.bytes(lines), to: "in.jsonl")
        let run = try ProgramRun(
            ["inspect", "in.jsonl", "--format", "json"] + form.options,
            in: folder.url
        )
        let object = try JSONSerialization.jsonObject(with: run.output) as? [String: Any]
        let skipped = try #require(object?["skipped"] as? [[String: Any]])
        let before = [[first], Array(lines[..<2])].map { form.bytes($0).count }
        // Of the third record what precedes the trouble, without the line end that is put behind it.
        let inside = form.bytes([#"{"id": "无", "#]).count - form.bytes([""]).count
        #expect(
            skipped.map { $0["byte_offset"] as? Int } == [before[0], before[1] + inside],
            "\(run.errors)"
        )
    }

    @Test func anEntryOfAnArchiveHasItsMarkCounted() throws {
        let folder = try TemporaryFolder()
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let first = #"{"id": "a", "text": "\#(Self.texts[0])"}"# + "\n"
        var archive = ZIPBuilder()
        archive.add("r.jsonl", mark + Array((first + "{}\n").utf8))
        try folder.write(archive.bytes, to: "a.zip")
        let run = try ProgramRun(["inspect", "a.zip"], in: folder.url)
        #expect(run.errors.contains("(byte \(3 + first.utf8.count))"), "\(run.errors)")
    }

    @Test func badBytesBehindAMarkArePlacedInTheFile() throws {
        let folder = try TemporaryFolder()
        try folder.write([0xEF, 0xBB, 0xBF, 0x61, 0xFF, 0x62, 0xFE], to: "a.txt")
        let run = try ProgramRun(["inspect", "a.txt"], in: folder.url)
        #expect(run.errors.contains("a.txt: is not valid UTF-8 (2 bad bytes, at 4, 6)"))
    }

    /// What cannot be read a second time is not placed, rather than wrongly.
    @Test func standardInputInAnotherEncodingIsNotPlaced() throws {
        let folder = try TemporaryFolder()
        let lines = [0, 0].map { #"{"id": "r", "text": "\#(Self.texts[$0])"}"# } + ["{}"]
        let form = Form(name: "", mark: [0xFF, 0xFE], encoding: .utf16LittleEndian)
        let run = try ProgramRun(
            ["dedup", "-", "--input-format", "jsonl", "--log", "log"],
            input: Data(form.bytes(lines)),
            in: folder.url
        )
        #expect(run.status == 3)
        #expect(run.errors.hasPrefix("leitong: -:3: has no text field\n"), "\(run.errors)")
        #expect(try rows(folder, "log").allSatisfy { $0["byte_start"] == nil })
    }
}

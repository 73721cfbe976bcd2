import Foundation
import TestSupport
import Testing

@Suite struct DedupCommandTests {
    private static let a = "各级各部门要把招商引资摆在突出位置，主要负责同志亲自上手，盯紧项目签约、开工、投产。"
    private static let b = "要坚持问题导向，把群众反映强烈的事情一件一件列出来，一件一件办到位，让群众看得见变化。"
    private static let near = "要坚持问题导向，把群众反映强烈的事情一件一件列出来，一件一件办到位，让群众看得见变动。"

    private func record(_ id: String, _ text: String, _ more: String = "") -> String {
        "{\"id\": \"\(id)\",  \"text\":\"\(text)\"\(more)}\n"
    }

    private func rows(_ data: Data) throws -> [[String: Any]] {
        try String(decoding: data, as: UTF8.self).split(separator: "\n")
            .map {
                try #require(
                    try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
                )
            }
    }

    private func names(_ folder: TemporaryFolder, _ name: String = "") throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/" + name).sorted()
    }

    @Test func recordsPassFromStandardInputToStandardOutput() throws {
        let lines = [
            record("1", Self.a, #", "n": 1.0"#), record("2", Self.b), record("3", Self.a + "！"),
            record("4", Self.near),
        ]
        let run = try ProgramRun(
            ["dedup", "-", "--input-format", "jsonl"],
            input: Data(lines.joined().utf8)
        )
        #expect(run.status == 0)
        #expect(run.text == lines[0] + lines[1])
        #expect(
            run.errors.hasPrefix(
                "leitong: 4 documents read; 2 kept; removed: 1 equal, 1 near\nleitong: "
            )
        )
    }

    @Test func theLongestOrEarliestStays() throws {
        let lines = [
            record("1", Self.b, #", "day":"2024-05-02""#),
            record("2", Self.near + "完", #", "day":"2024-05-03""#),
            record("3", Self.b, #", "day":"2024-05""#), record("4", Self.b),
        ]
        let input = Data(lines.joined().utf8)
        let base = ["dedup", "-", "--input-format", "jsonl", "--keep"]
        #expect(try ProgramRun(base + ["first"], input: input).text == lines[0])
        #expect(try ProgramRun(base + ["longest"], input: input).text == lines[1])
        let earliest = try ProgramRun(
            base + ["earliest", "--date-field", "day"],
            input: input
        )
        #expect(earliest.text == lines[2])
        #expect(earliest.errors.contains("1 document without a date, taken for the latest"))
        // There is no such field: all are unknown, and the first stays.
        #expect(try ProgramRun(base + ["earliest"], input: input).text == lines[0])
    }

    @Test func paragraphsGoFromTheTextAndEmptyRecordsGoWhole() throws {
        let folder = try TemporaryFolder()
        let lines = [
            record("1", Self.a), record("2", "题目\\n\(Self.a)\\n\(Self.b)", ",\"z\":[1, 2]"),
            record("3", "\(Self.b)\\n\(Self.a)"),
        ]
        try folder.write(lines.joined(), to: "in.jsonl")
        let run = try ProgramRun(
            ["dedup", "in.jsonl", "--level", "paragraph", "-o", "out.jsonl", "--log", "log.jsonl"],
            in: folder.url
        )
        #expect(run.status == 0 && run.output.isEmpty)
        let output = try String(contentsOfFile: folder.path + "/out.jsonl", encoding: .utf8)
        #expect(output == lines[0] + record("2", "题目\\n\(Self.b)", ",\"z\":[1, 2]"))
        let log = try rows(Data(contentsOf: folder.url.appendingPathComponent("log.jsonl")))
        #expect(log.map { $0["document"] as? String } == ["2", "3", "3", "3"])
        #expect(log.map { $0["paragraph"] as? Int } == [2, 1, 2, nil])
        #expect(log.map { $0["kept_document"] as? String } == ["1", "2", "1", nil])
        #expect(log.map { $0["kept_paragraph"] as? Int } == [1, 3, 1, nil])
        #expect(log.map { $0["reason"] as? String } == ["equal", "equal", "equal", "empty"])
        #expect(log[0]["byte_start"] as? Int == 7 && log[0]["similarity"] as? Int == 1)
        #expect(run.errors.contains("1 document left empty, and dropped"))
        #expect(try names(folder) == ["in.jsonl", "log.jsonl", "out.jsonl"])
    }

    @Test func badRecordsAreNamedLoggedAndNotWritten() throws {
        let folder = try TemporaryFolder()
        try folder.write(record("1", Self.a) + "{\"id\":2}\n" + record("3", Self.b), to: "in.jsonl")
        let run = try ProgramRun(
            ["dedup", "in.jsonl", "--log", "log", "--format", "json"],
            in: folder.url
        )
        #expect(run.status == 3)
        #expect(run.text == record("1", Self.a) + record("3", Self.b))
        let lines = run.errors.split(separator: "\n")
        #expect(
            lines.first
                == "leitong: in.jsonl:2: has no text field (byte \(record("1", Self.a).utf8.count))"
        )
        let summary = try #require(try rows(Data((lines.last ?? "").utf8)).first)
        #expect(summary["documents"] as? Int == 2 && summary["skipped"] as? Int == 1)
        #expect(summary["bytes_written"] as? Int == run.output.count)
        let log = try rows(Data(contentsOf: folder.url.appendingPathComponent("log")))
        #expect(log.map { $0["reason"] as? String } == ["bad-record"])
        #expect(log.first?["path"] as? String == "in.jsonl:2")
    }

    @Test func filesAreWrittenUnderTheirPaths() throws {
        let folder = try TemporaryFolder()
        let legacy = Self.b.data(using: String.Encoding(rawValue: 0x8000_0632)) ?? Data()
        try folder.write(Self.a + "\r\n", to: "in/x/a.txt")
        try folder.write(Self.a, to: "in/x/b.txt")
        try folder.write(legacy, to: "in/y/c.md")
        // The record is the first of the three that are alike.
        try folder.write(record("1", Self.near) + record("2", Self.a + Self.b), to: "in/r.jsonl")
        let run = try ProgramRun(["dedup", "in", "--output", "out"], in: folder.url)
        #expect(run.status == 2)
        #expect(run.errors.contains("is no JSON Lines, so --output must be a folder"))
        let good = try ProgramRun(["dedup", "in", "--output", "out/"], in: folder.url)
        #expect(good.status == 0)
        #expect(try names(folder, "out") == ["r.jsonl", "x", "x/a.txt"])
        let root = folder.url.appendingPathComponent("out")
        #expect(
            try Data(contentsOf: root.appendingPathComponent("x/a.txt"))
                == Data((Self.a + "\r\n").utf8)
        )
        #expect(
            try String(contentsOf: root.appendingPathComponent("r.jsonl"), encoding: .utf8)
                == record("1", Self.near) + record("2", Self.a + Self.b)
        )
        let paragraphs = try ProgramRun(
            ["dedup", "in/x", "in/y", "--output", "new/", "--level", "paragraph"],
            in: folder.url
        )
        #expect(paragraphs.status == 0)
        #expect(try names(folder, "new") == ["x", "x/a.txt", "y", "y/c.md"])
        #expect(try Data(contentsOf: folder.url.appendingPathComponent("new/y/c.md")) == legacy)
    }

    @Test func filesOfRecordsGoIntoOneStreamOrUnderTheirNames() throws {
        let folder = try TemporaryFolder()
        try folder.write(String(record("1", Self.a).dropLast()), to: "b.jsonl")
        try folder.write(record("2", Self.b), to: "a.jsonl")
        try folder.write(record("3", Self.b), to: "c.jsonl")
        let stream = try ProgramRun(["dedup", "c.jsonl", "b.jsonl", "a.jsonl"], in: folder.url)
        #expect(stream.text == record("2", Self.b) + record("1", Self.a).dropLast())
        try FileManager.default.createDirectory(
            atPath: folder.path + "/out",
            withIntermediateDirectories: false
        )
        let files = try ProgramRun(["dedup", ".", "--output", "out"], in: folder.url)
        #expect(files.status == 0)
        #expect(try names(folder, "out") == ["a.jsonl", "b.jsonl"])
        // What stands in the folder now would mix with new output.
        let again = try ProgramRun(["dedup", "a.jsonl", "--output", "out"], in: folder.url)
        #expect(again.status == 2 && again.errors.contains("out: is not empty"))
        #expect(try names(folder, "out") == ["a.jsonl", "b.jsonl"])
    }

    @Test func outputAppearsWholeOrNotAtAll() throws {
        let folder = try TemporaryFolder()
        try folder.write(record("1", Self.a), to: "in.jsonl")
        try folder.write("before", to: "out.jsonl")
        for target in ["nowhere/out.jsonl", "nowhere/out/"] {
            let run = try ProgramRun(["dedup", "in.jsonl", "--output", target], in: folder.url)
            #expect(run.status == 2)
            #expect(run.errors.contains("\(target): cannot be written"))
        }
        let none = try ProgramRun(["dedup", "gone.jsonl", "--output", "out.jsonl"], in: folder.url)
        #expect(none.status == 2 && none.errors.contains("no document could be read"))
        #expect(try names(folder) == ["in.jsonl", "out.jsonl"])
        #expect(try String(contentsOfFile: folder.path + "/out.jsonl", encoding: .utf8) == "before")
        let run = try ProgramRun(["dedup", "in.jsonl", "--output", "out.jsonl"], in: folder.url)
        #expect(run.status == 0)
        #expect(
            try String(contentsOfFile: folder.path + "/out.jsonl", encoding: .utf8)
                == record("1", Self.a)
        )
    }

    /// Killed while it waits for more input or while it writes: nothing stands under the name.
    @Test func aKillLeavesNoHalfOutput() throws {
        let folder = try TemporaryFolder()
        let text = (0..<20_000).map { record("\($0)", "\(Self.a)第\($0)号\(Self.b)") }.joined()
        try folder.write(text, to: "in.jsonl")
        for delay in [0.02, 0.2, 0.6, 1.0] {
            let process = Process()
            process.executableURL = Project.program
            process.arguments = ["dedup", "in.jsonl", "--output", "out.jsonl", "--threshold", "1"]
            process.currentDirectoryURL = folder.url
            process.standardError = FileHandle.nullDevice
            try process.run()
            Thread.sleep(forTimeInterval: delay)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let output = folder.url.appendingPathComponent("out.jsonl")
            if let bytes = try? Data(contentsOf: output) { #expect(bytes == Data(text.utf8)) }
            try? FileManager.default.removeItem(at: output)
        }
    }

    @Test func sameBytesForAnyThreadsAndOrder() throws {
        let folder = try TemporaryFolder()
        var generator = SplitMix64(seed: 3)
        let pool = Array(Self.a + Self.b)
        for number in 0..<20 {
            let lines = (0..<30)
                .map { line in
                    record("\(number)-\(line)", String(pool.shuffled(using: &generator).prefix(70)))
                        + record("\(number)-\(line)x", line % 2 == 0 ? Self.near : Self.b)
                }
            try folder.write(lines.joined(), to: "\(number).jsonl")
        }
        let names = (0..<20).map { "\($0).jsonl" }
        for level in ["document", "paragraph"] {
            let base = ["dedup", "--level", level, "--log"]
            let one = try ProgramRun(base + ["1", "--threads", "1"] + names, in: folder.url)
            let four = try ProgramRun(
                base + ["4", "--threads", "4"] + names.reversed(),
                in: folder.url
            )
            #expect(one.status == 0 && one.output == four.output && one.errors == four.errors)
            let logs = try ["1", "4"]
                .map { try Data(contentsOf: folder.url.appendingPathComponent($0)) }
            #expect(logs[0] == logs[1] && !logs[0].isEmpty)
        }
    }

    @Test(
        arguments: [
            ["dedup"], ["dedup", "-", "--level", "word"], ["dedup", "-", "--keep", "best"],
            ["dedup", "-", "--threshold", "0"],
            ["dedup", "-", "--threshold", "0.01"], ["dedup", "-", "--log", "-"],
            ["dedup", "-", "--log", "x", "--output", "x"], ["dedup", "-"],
            ["dedup", "-", "--input-format", "jsonl", "--output", "new/"],
        ]
    )
    func wrongUseIsTwo(arguments: [String]) throws {
        let run = try ProgramRun(arguments, input: Data(record("1", Self.a).utf8))
        #expect(run.status == 2)
        #expect(run.output.isEmpty && !run.errors.isEmpty)
    }

    @Test func twoSpellingsOfOneFileAreOneFile() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Self.a, to: "a.txt")
        let run = try ProgramRun(["dedup", path, "a.txt", "--output", "out/"], in: folder.url)
        #expect(run.status == 0)
        #expect(run.errors.contains("1 document read; 1 kept; removed: 0 equal, 0 near"))
        #expect(run.errors.contains("1 further name of files that were read already"))
    }

    @Test func namesThatAreNoUTF8AreWrittenAsTheyAre() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.a, to: "in/a.txt")
        let name =
            Array(folder.path.utf8) + Array("/in/".utf8) + [0xBC, 0xD7, 0x2E, 0x74, 0x78, 0x74, 0]
        let copied = unsafe name.map { CChar(bitPattern: $0) }
            .withUnsafeBufferPointer { name -> Int32 in
                guard let path = name.baseAddress else { return -1 }
                let descriptor = unsafe open(path, O_WRONLY | O_CREAT, 0o600)
                let bytes = Array(Self.b.utf8)
                let count = unsafe write(descriptor, bytes, bytes.count)
                return close(descriptor) == 0 && count == bytes.count ? 0 : -1
            }
        // A file system may refuse such names.
        guard copied == 0 else { return }
        let run = try ProgramRun(["dedup", "in", "--output", "out/"], in: folder.url)
        #expect(run.status == 0)
        let written = unsafe opendir(folder.path + "/out")
        #expect(unsafe written != nil)
        var names: [[UInt8]] = []
        while let handle = unsafe written, let entry = unsafe readdir(handle) {
            names.append(
                unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                    unsafe Array(bytes.prefix { $0 != 0 })
                }
            )
        }
        if let handle = unsafe written { unsafe closedir(handle) }
        #expect(names.contains([0xBC, 0xD7, 0x2E, 0x74, 0x78, 0x74]))
    }
}

import Foundation
import LeitongReport
import TestSupport
import Testing

@Suite struct ExitStatusTests {
    private static let speech = "仓库门口的老秤昨天修好了，我们把三年来欠下的账一笔一笔重新称过。"

    @Test func nothingReadIsTwo() throws {
        let run = try ProgramRun(["find", "no-such-folder"])
        #expect(run.status == 2)
        #expect(run.errors.contains("no-such-folder: No such file or directory"))
        #expect(run.output.isEmpty)
    }

    @Test(
        arguments: [
            ["find"], ["find", "x", "--threshold", "2"], ["find", "x", "--threshold", "abc"],
            ["find", "x", "--no-such-option"], ["find", "x", "--format", "pdf"], ["frobnicate"],
            ["find", "x", "--encoding", "klingon"], ["find", "x", "--min-paragraph", "0"],
            ["find", "x", "--threads", "0"], ["score", "x", "--fail-above", "101"],
            ["find", "x", "--threshold", "0.01"],
        ]
    )
    func wrongUseIsTwo(arguments: [String]) throws {
        let run = try ProgramRun(arguments)
        #expect(run.status == 2)
        #expect(!run.errors.isEmpty)
    }

    @Test func limitPassedIsOne() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.speech, to: "a.txt")
        try folder.write(Self.speech, to: "b.txt")
        #expect(try ProgramRun(["find", ".", "--fail-above", "50"], in: folder.url).status == 1)
        #expect(try ProgramRun(["find", ".", "--fail-above", "100"], in: folder.url).status == 0)
        #expect(try ProgramRun(["score", ".", "--fail-above", "50"], in: folder.url).status == 1)
        let lines = ["find", ".", "--fail-above", "50", "--format", "jsonl"]
        #expect(try ProgramRun(lines, in: folder.url).status == 1)
    }

    /// Broken input of every kind: named on standard error and in the report, the rest intact.
    @Test func brokenInputIsThreeAndTheRestGoesOn() throws {
        let good = try TemporaryFolder()
        try good.write(Self.speech, to: "good/a.txt")
        try good.write(Self.speech, to: "good/b.txt")
        let clean = try ProgramRun(["find", ".", "--format", "json"], in: good.url)
        #expect(clean.status == 0)

        try good.write([UInt8](), to: "bad/empty.txt")
        try good.write(" \n\u{3000}\n", to: "bad/blank.txt")
        try good.write([0xE4, 0xB8, 0xAD, 0xFF, 0xFE, 0xFF], to: "bad/broken.txt")
        try good.write(Array("text".utf8) + [0, 1, 2, 0], to: "bad/nul.bin")
        try good.write("{\"id\":1,\"text\":\"好\"}\nnot json\n{\"id\":2}\n", to: "bad/records.jsonl")
        let bad = good.url.appendingPathComponent("bad")
        for (link, target) in [("loop", "loop"), ("up", ".."), ("gone", "nowhere")] {
            let path = bad.appendingPathComponent(link).path
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
        }
        let made = unsafe mkfifo(bad.appendingPathComponent("pipe").path, 0o600)
        #expect(made == 0)
        let run = try ProgramRun(["find", ".", "--format", "json"], in: good.url)
        #expect(run.status == 3)
        let report = try JSONDecoder().decode(Report.self, from: run.output)
        let reasons = Dictionary(report.skipped.map { ($0.path, $0.reason) }) { first, _ in first }
        #expect(
            reasons == [
                "./bad/empty.txt": "empty", "./bad/blank.txt": "empty",
                "./bad/broken.txt": "undecodable", "./bad/nul.bin": "binary",
                "./bad/records.jsonl:2": "bad-record", "./bad/records.jsonl:3": "bad-record",
                "./bad/loop": "link-loop", "./bad/up": "link-loop", "./bad/gone": "not-found",
                "./bad/pipe": "not-a-file",
            ]
        )
        for path in reasons.keys { #expect(run.errors.contains("\(path): ")) }
        let before = try JSONDecoder().decode(Report.self, from: clean.output)
        #expect(report.paragraphs == before.paragraphs)
        #expect(report.clusters == before.clusters)
    }

    @Test func longLinesAreRead() throws {
        let folder = try TemporaryFolder()
        // Two million characters take minutes as debug code.
        #if DEBUG
        let count = 10_000
        #else
        let count = 300_000
        #endif
        let line = String(repeating: "一行很长的文字", count: count)
        try folder.write(line, to: "a.txt")
        try folder.write(line + "。", to: "b.txt")
        let run = try ProgramRun(["find", ".", "--format", "jsonl"], in: folder.url)
        #expect(run.status == 0)
        #expect(run.text.contains(#""form":"exact""#))
    }

    @Test func outputAppearsWholeOrNotAtAll() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.speech, to: "in/a.txt")
        let run = try ProgramRun(
            ["find", "in", "--output", "report.json", "--format", "json"],
            in: folder.url
        )
        #expect(run.status == 0 && run.output.isEmpty)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names == ["in", "report.json"])
        let failed = try ProgramRun(
            ["find", "in", "--output", "nowhere/report.json"],
            in: folder.url
        )
        #expect(failed.status == 2)
        #expect(failed.errors.contains("nowhere/report.json: cannot be written"))
        let onFolder = try ProgramRun(["find", "in", "--output", "in"], in: folder.url)
        #expect(onFolder.status == 2)
        #expect(onFolder.errors.contains("in: cannot be written: it is a folder"))
        #expect(
            try ProgramRun(["find", "in", "--output", "/dev/null"], in: folder.url).status == 0
        )
    }
}

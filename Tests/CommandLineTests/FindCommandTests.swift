import Foundation
import LeitongReport
import TestSupport
import Testing

@Suite struct FindCommandTests {
    private static let text = """
        在全市工作会议上的讲话
        同志们：
        各级各部门要把招商引资摆在突出位置，主要负责同志亲自上手，盯紧项目签约、开工、投产每一个环节。
        要坚持问题导向，把群众反映强烈的事情一件一件列出来，一件一件办到位，让群众看得见变化。
        """

    private func report(_ run: ProgramRun) throws -> Report {
        try JSONDecoder().decode(Report.self, from: run.output)
    }

    @Test func copiesAreShownWithTheirPlaces() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.text, to: "甲.txt")
        try folder.write(Self.text.replacingOccurrences(of: "群众反映", with: "企业反映"), to: "乙/丙.txt")
        let run = try ProgramRun(["find", "."], in: folder.url)
        #expect(run.status == 0)
        #expect(run.text.contains("2 copies, equal"))
        #expect(run.text.contains("./甲.txt:3"))
        #expect(run.text.contains("./乙/丙.txt:4"))
        #expect(run.text.contains("〔1〕 企业 → 群众"))
        #expect(run.errors.isEmpty)
    }

    @Test func formatsTellTheSameMatches() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.text, to: "a.txt")
        try folder.write(Self.text, to: "b.txt")
        let json = try report(ProgramRun(["find", ".", "--format", "json"], in: folder.url))
        #expect(json.schema == 1 && json.paragraphs.count == 2 && json.clusters.count == 2)
        let lines = try ProgramRun(["find", ".", "--format", "jsonl"], in: folder.url).text
            .split(separator: "\n")
            .map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
        #expect(
            lines.map { $0?["type"] as? String } == [
                // The passage runs across the break between the two paragraphs.
                "report", "cluster", "cluster", "paragraph", "paragraph", "passage",
            ]
        )
        #expect(lines[4]?["a_line"] as? Int == json.paragraphs.last?.a.line)
        #expect(lines[5]?["a_end"] as? Int == json.passages.first?.a.range.upperBound)
        let csv = try ProgramRun(["find", ".", "--format", "csv"], in: folder.url).text
        #expect(csv.unicodeScalars.first == "\u{FEFF}")
        #expect(csv.components(separatedBy: "\r\n").count == 5)
    }

    @Test func offsetsCutTheParagraphOutOfTheFile() throws {
        let folder = try TemporaryFolder()
        let long = "序言一段，长短无所谓。\r\n\r\n" + Self.text
        try folder.write(long, to: "a.txt")
        try folder.write(Self.text, to: "b.txt")
        let found = try report(ProgramRun(["find", ".", "--format", "json"], in: folder.url))
        #expect(found.paragraphs.count == 2)
        for match in found.paragraphs {
            let a = Array(long.unicodeScalars)[match.a.range]
            let b = Array(Self.text.unicodeScalars)[match.b.range]
            #expect(a.map(\.value) == b.map(\.value))
        }
    }

    @Test func sameBytesForAnyThreadsAndOrder() throws {
        let folder = try TemporaryFolder()
        var generator = SplitMix64(seed: 8)
        let pool = Array(Self.text)
        for number in 0..<30 {
            let lines = (0..<20).map { _ in String(pool.shuffled(using: &generator).prefix(60)) }
            try folder.write((lines + [Self.text]).joined(separator: "\n"), to: "\(number).txt")
        }
        let names = (0..<30).map { "\($0).txt" }
        let first = try ProgramRun(
            ["find", "--threads", "1", "--format", "json"] + names,
            in: folder.url
        )
        let second = try ProgramRun(
            ["find", "--threads", "2", "--format", "json"] + names.reversed(),
            in: folder.url
        )
        #expect(first.status == 0)
        #expect(first.output == second.output)
    }

    @Test func recordsComeFromStandardInput() throws {
        let record = "全面落实安全生产责任制，坚决防范和遏制重特大事故的发生。"
        let input = (1...3).map { #"{"id":"r\#($0)","text":"\#(record)"}"# }.joined(separator: "\n")
        let arguments = ["find", "-", "--input-format", "jsonl", "--format", "json", "--all-pairs"]
        let found = try report(ProgramRun(arguments, input: Data(input.utf8)))
        #expect(
            found.paragraphs.map { [$0.a.document, $0.b.document] } == [
                ["r1", "r2"], ["r1", "r3"], ["r2", "r3"],
            ]
        )
    }

    @Test func sectionsOfACompiledFileAreNamed() throws {
        let folder = try TemporaryFolder()
        let speech = "要深刻领会会议精神，联系岗位实际，把学习成果转化为推动工作的实际举措。"
        try folder.write("汇编（2篇）\n（一）\n\(speech)\n\n（二）\n\(speech)\n", to: "all.txt")
        let found = try report(ProgramRun(["find", "all.txt", "--format", "json"], in: folder.url))
        #expect(
            found.paragraphs.map { [$0.a.document, $0.b.document] } == [["all.txt#1", "all.txt#2"]]
        )
        let score = try ProgramRun(["score", "all.txt#1", "all.txt#2"], in: folder.url)
        #expect(score.status == 0 && score.text.contains("100 %"))
    }

    @Test func sectionsAreForScore() throws {
        let folder = try TemporaryFolder()
        try folder.write("（一）\n一段文字放在这里做例子用\n（二）\n另一段文字放在那里", to: "all.txt")
        let run = try ProgramRun(["find", "all.txt#2"], in: folder.url)
        #expect(run.status == 2)
        #expect(run.errors.contains("score compares sections"))
    }

    @Test func spellingsOfOneFolderAreOne() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.text, to: "in/a.txt")
        let runs = try [["./in", "in"], ["in", "./in"]]
            .map {
                try ProgramRun(["find", "--format", "json"] + $0, in: folder.url).output
            }
        #expect(runs[0] == runs[1])
    }

    @Test func aDashAsOutputIsStandardOutput() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.text, to: "a.txt")
        let run = try ProgramRun(["find", "a.txt", "-o", "-"], in: folder.url)
        #expect(run.text.contains("1 document"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/-"))
    }

    @Test func ignoreFileAndGlobsLeaveOut() throws {
        let folder = try TemporaryFolder()
        for name in ["a.txt", "b.txt", "c.md", "old/d.txt"] {
            try folder.write(Self.text, to: name)
        }
        try folder.write("# not ours\nold/\n", to: ".leitongignore")
        let all = try report(ProgramRun(["find", ".", "--format", "json"], in: folder.url))
        #expect(all.documents.map(\.name) == ["./a.txt", "./b.txt", "./c.md"])
        let some = try report(
            ProgramRun(
                ["find", ".", "--include", "*.txt", "--exclude", "b.*", "--format", "json"],
                in: folder.url
            )
        )
        #expect(some.documents.map(\.name) == ["./a.txt"])
        #expect(some.summary.ignored == 3)
    }

    @Test func traditionalAndSimplifiedTextMeetIfVariantsAreFolded() throws {
        let folder = try TemporaryFolder()
        let simplified = "昨天后勤处的同志发现，仓库里只有几台干净的机器，周围的杂草长得很乱，著名的钟表厂为此着急了好几天。"
        let traditional = "昨天後勤處的同誌發現，倉庫裏祇有幾臺乾淨的機器，週圍的雜草長得很亂，著名的鐘錶廠爲此著急了好幾天。"
        try folder.write(simplified, to: "简.txt")
        try folder.write(traditional, to: "繁.txt")
        let arguments = ["find", ".", "--format", "json"]
        let standard = try report(try ProgramRun(arguments, in: folder.url))
        #expect(standard.clusters.isEmpty)
        let run = try ProgramRun(arguments + ["--fold", "variants"], in: folder.url)
        let cluster = try #require(try report(run).clusters.first)
        #expect(cluster.members.count == 2)
        let text = try ProgramRun(["find", ".", "--fold", "variants"], in: folder.url).text
        #expect(text.contains("2 copies, equal"))
    }

    @Test func clustersNameTheirEarliestHolder() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.text + "\n2023年3月6日", to: "甲.txt")
        try folder.write(Self.text, to: "2023-03-05.txt")
        try folder.write(Self.text, to: "丙.txt")
        let run = try ProgramRun(["find", ".", "--format", "json"], in: folder.url)
        let report = try report(run)
        let expected = EarliestHolder(name: "./2023-03-05.txt", date: "2023-03-05", unknown: 1)
        #expect(report.clusters.allSatisfy { $0.earliest == expected })
        #expect(report.documents.map(\.date) == ["2023-03-05", nil, "2023-03-06"])
        #expect(report.documents.map(\.dateSource) == ["name", nil, "text"])
        let text = try ProgramRun(["find", "."], in: folder.url).text
        #expect(text.contains("Earliest known: ./2023-03-05.txt (2023-03-05)"))
    }

    /// A language by any of the tags that people write.
    @Test func languagesHaveShortTags() throws {
        let folder = try TemporaryFolder()
        try folder.write("河边新修的步道上，早起的人们沿着栏杆慢慢走着，谁也不说话。\n", to: "a.txt")
        func report(_ language: String) throws -> ProgramRun {
            try ProgramRun(
                ["find", "a.txt", "--format", "markdown", "--language", language],
                in: folder.url
            )
        }
        let chinese = try report("zh-Hans")
        #expect(chinese.status == 0)
        for tag in ["zh", "zh-CN", "ZH"] { #expect(try report(tag).output == chinese.output) }
        #expect(try report("en").output != chinese.output)
        #expect(try report("fr").status == 2)
    }
}

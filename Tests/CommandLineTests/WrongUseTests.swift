import Foundation
import TestSupport
import Testing

/// What is said of wrong use, and that nothing is said to be found where nothing was compared.
@Suite struct WrongUseTests {
    private static let speech = "仓库门口的老秤昨天修好了，我们把三年来欠下的账一笔一笔重新称过。\n"

    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for name in ["a.txt", "b.txt"] { try folder.write(Self.speech, to: "in/" + name) }
        return folder
    }

    @Test(
        arguments: [
            (["find", "in", "--against", "nosuch"], "--against nosuch: no document could be read"),
            (
                ["score", "in", "--against", "nosuch", "--fail-above", "1"],
                "--against nosuch: no document could be read"
            ),
            (
                ["find", "in", "--against", "in"],
                "--against in: no other document could be read to compare with those"
            ),
            (["find", "in", "--place-limit", "0"], "--place-limit must be at least 1"),
            (["find", "in", "--representatives", "0"], "--representatives must be at least 1"),
            (
                ["find", "in", "--set-phrase-bits", "nan"],
                "--set-phrase-bits must be 0 or more, and at most --rich-bits (240)"
            ),
            (
                ["find", "in", "--set-phrase-bits=-1"],
                "--set-phrase-bits must be 0 or more, and at most --rich-bits (240)"
            ),
            (
                ["find", "in", "--set-phrase-bits", "50", "--rich-bits", "40.5"],
                "--set-phrase-bits must be 0 or more, and at most --rich-bits (40.5)"
            ),
            (["find", "in", "--rich-bits", "inf"], "--rich-bits must be a number, 0 or more"),
            (["find", "in", "--threshold", "0.01"], "raise --threshold or give --exact"),
            (
                ["find", "in", "--background", "in/a.txt"],
                "in/a.txt: is no model of prose (leitong background build makes one)"
            ),
            (
                ["corpus", "plant", "--corpus", "nosuch"],
                "leitong: nosuch/recipes: No such file or directory"
            ),
            (
                ["corpus", "generate", "0", "--output", "x", "--labels", "y"],
                "<count> must be at least 1"
            ),
            (
                ["find", "in", "--include", "*.md"],
                "no document could be read; 2 files or folders left out by --include"
            ),
            (["find"], "Usage: leitong find "), (["score"], "Usage: leitong score "),
            (["background", "build", "-o", "x"], "Usage: leitong background build "),
        ]
    )
    func theMessageSaysWhatToDo(arguments: [String], message: String) throws {
        let folder = try folder()
        let run = try ProgramRun(arguments, in: folder.url)
        #expect(run.status == 2)
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(run.output.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["in"])
    }

    @Test func aPassedLimitIsNamed() throws {
        let folder = try folder()
        let own = "港口货物吞吐量比上年增长两成，新开通了六条集装箱班轮航线。\n"
        try folder.write(Self.speech + own, to: "in/b.txt")
        let found = try ProgramRun(["find", "in", "--fail-above", "50"], in: folder.url)
        #expect(found.status == 1)
        #expect(
            found.errors
                == "leitong: in/a.txt: 100 % stands in other documents, over the 50 % of --fail-above\n"
        )
        let scored = try ProgramRun(["score", "in", "--fail-above", "50"], in: folder.url)
        #expect(scored.status == 1)
        let line = "leitong: in/a.txt: 100 % stands in in/b.txt, over the 50 % of --fail-above\n"
        #expect(scored.errors == line)
    }

    @Test func theGuaranteeSpeaksOfWhatIsLookedFor() throws {
        let folder = try folder()
        for method in [[], ["--exact"]] {
            let run = try ProgramRun(
                ["find", "in", "--only", "passages", "--format", "json"] + method,
                in: folder.url
            )
            let object = try JSONSerialization.jsonObject(with: run.output) as? [String: Any]
            let guarantee = try #require(object?["guarantee"] as? [String: Any])
            let text = try #require(guarantee["text"] as? String)
            #expect(text.hasPrefix("Every run of 13 Chinese characters"))
            #expect(!text.contains("paragraphs of"))
            #expect(guarantee["bands"] == nil)
            #expect((guarantee["curve"] as? [Any])?.isEmpty == true)
        }
    }

    @Test func nounsAgreeWithTheirNumbers() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.speech, to: "a.txt")
        let statistics = try ProgramRun(["find", "a.txt", "--stats"], in: folder.url)
        for line in ["\n1 document\n", "\n1 paragraph\n", "\n1 different text\n"] {
            #expect(statistics.errors.contains(line), "\(statistics.errors)")
        }
        let built = try ProgramRun(["background", "build", "a.txt", "-o", "m"], in: folder.url)
        #expect(built.status == 0)
        #expect(built.errors.contains(" of 1 document, "), "\(built.errors)")
    }

    @Test func recordsOfATableStayTogether() throws {
        let folder = try TemporaryFolder()
        let row = Self.speech.dropLast()
        try folder.write("id,text\n1,\(row)\n2,\(row)\n", to: "in/t.csv")
        let run = try ProgramRun(["dedup", "in", "-o", "out/"], in: folder.url)
        #expect(run.status == 2)
        let message = "in/t.csv: records of a table cannot be taken out; convert it to JSON Lines"
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["in"])
    }
}

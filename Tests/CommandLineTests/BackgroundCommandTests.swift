import Foundation
import TestSupport
import Testing

/// `leitong background build` from end to end.
@Suite struct BackgroundCommandTests {
    @Test func equalInputGivesAnEqualFile() throws {
        let folder = try Self.texts()
        let first = try ProgramRun(["background", "build", ".", "-o", "one.model"], in: folder.url)
        #expect(first.status == 0)
        let second = try ProgramRun(
            ["background", "build", "a.txt", "b.txt", "c.txt", "--output", "two.model"],
            in: folder.url
        )
        #expect(second.status == 0)
        let models = try ["one.model", "two.model"]
            .map { name in
                try Data(contentsOf: folder.url.appendingPathComponent(name))
            }
        #expect(models[0] == models[1])
        #expect(models[0].starts(with: "LTBGMODL".utf8))
    }

    @Test func theSizeIsKept() throws {
        let folder = try Self.texts()
        let run = try ProgramRun(
            ["background", "build", ".", "-o", "small.model", "--max-size", "200", "--balance"],
            in: folder.url
        )
        #expect(run.status == 0)
        let model = try Data(contentsOf: folder.url.appendingPathComponent("small.model"))
        #expect(model.count <= 200)
    }

    @Test func skippedInputIsNamedAndTheRestTaken() throws {
        let folder = try Self.texts()
        let run = try ProgramRun(
            ["background", "build", ".", "gone.txt", "-o", "rest.model"],
            in: folder.url
        )
        #expect(run.status == 3)
        #expect(run.errors.contains("gone.txt"))
        #expect(FileManager.default.fileExists(atPath: folder.url.path + "/rest.model"))
    }

    @Test func withoutADocumentNoFileIsMade() throws {
        let folder = try TemporaryFolder()
        let run = try ProgramRun(
            ["background", "build", "gone.txt", "-o", "no.model"],
            in: folder.url
        )
        #expect(run.status == 2)
        #expect(!FileManager.default.fileExists(atPath: folder.url.path + "/no.model"))
    }

    @Test func eachPathHasItsWeight() throws {
        let folder = try Self.texts()
        func model(_ name: String, _ weights: [String]) throws -> Data {
            let run = try ProgramRun(
                ["background", "build", "a.txt", "b.txt", "c.txt", "-o", name]
                    + weights.flatMap { ["--weight", $0] },
                in: folder.url
            )
            #expect(run.status == 0)
            return try Data(contentsOf: folder.url.appendingPathComponent(name))
        }
        let plain = try model("plain.model", [])
        #expect(try model("ones.model", ["1", "1", "1"]) == plain)
        #expect(try model("other.model", ["1", "9", "1"]) != plain)
    }

    @Test(arguments: [
        ["--weight", "2"], ["--weight", "1", "--weight", "0"],
        ["--weight", "1", "--weight", "65536"],
        ["--weight", "1", "--weight", "1", "--weight", "1"],
        ["--weight", "1", "--weight", "1", "--balance"],
    ])
    func weightsThatFitNoPathAreWrongUse(weights: [String]) throws {
        let folder = try Self.texts()
        let run = try ProgramRun(
            ["background", "build", "a.txt", "b.txt", "-o", "no.model"] + weights,
            in: folder.url
        )
        #expect(run.status == 2)
        #expect(run.errors.contains("--weight"))
    }

    @Test func eachParagraphIsWeighed() throws {
        let folder = try TemporaryFolder()
        try folder.write("以习近平同志为核心的党中央\n今年春天\t雨水偏少，不少农户推迟了播种\n", to: "a.txt")
        try folder.write("今年春天雨水偏少，不少農戶推遲了播種", to: "b.txt")
        let run = try ProgramRun(["background", "weigh", "a.txt", "b.txt"], in: folder.url)
        #expect(run.status == 0)
        let rows = run.text.split(separator: "\n").map { $0.split(separator: "\t") }
        #expect(rows.map { $0.count } == [5, 5, 5])
        #expect(rows.map { $0[1] } == ["13", "17", "17"])
        #expect(rows.map { "\($0[2]):\($0[3])" } == ["a.txt:1", "a.txt:2", "b.txt:1"])
        #expect(rows[1][4] == "今年春天 雨水偏少，不少农户推迟了播种")
        let bits = rows.compactMap { Double($0[0]) }
        #expect(bits[0] < 20 && bits[1] > 60)
        #expect(bits[2] == bits[1])
    }

    @Test func textIsWeighedByAModelOfItsOwn() throws {
        let folder = try Self.texts()
        let build = try ProgramRun(["background", "build", ".", "-o", "own.model"], in: folder.url)
        #expect(build.status == 0)
        let weigh = ["background", "weigh", "a.txt", "--background"]
        let own = try ProgramRun(weigh + ["own.model"], in: folder.url)
        let standard = try ProgramRun(["background", "weigh", "a.txt"], in: folder.url)
        #expect(own.status == 0 && own.output != standard.output)
        let wrong = try ProgramRun(weigh + ["b.txt"], in: folder.url)
        #expect(wrong.status == 2)
        #expect(wrong.errors.contains("b.txt"))
    }

    private static func texts() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("各部门要加强领导，确保工作落到实处。", to: "a.txt")
        try folder.write("要加强领导，抓好落实，确保取得实效。", to: "b.txt")
        try folder.write("加强领导是抓好落实的保证，要抓紧抓实。", to: "c.txt")
        return folder
    }
}

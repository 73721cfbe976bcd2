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

    private static func texts() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("各部门要加强领导，确保工作落到实处。", to: "a.txt")
        try folder.write("要加强领导，抓好落实，确保取得实效。", to: "b.txt")
        try folder.write("加强领导是抓好落实的保证，要抓紧抓实。", to: "c.txt")
        return folder
    }
}

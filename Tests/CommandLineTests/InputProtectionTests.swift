import Foundation
import TestSupport
import Testing

/// A run writes over nothing that it reads, and over nothing that is kept from being written.
@Suite struct InputProtectionTests {
    private static let speech = "要牢固树立正确政绩观，坚持一张蓝图绘到底，一茬接着一茬干，久久为功。\n"
    private static let record = "{\"id\":\"1\",\"text\":\"\(speech.dropLast())\"}\n"

    /// A folder with all that a run may read.
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(Self.speech, to: "io/a.txt")
        try folder.write(Self.speech, to: "io/deep/b.txt")
        try folder.write("", to: "io/empty.txt")
        try folder.write("*.bak\n", to: "io/.leitongignore")
        try folder.write(Self.speech, to: "old/c.txt")
        try folder.write("io/a.txt\told/c.txt\n", to: "pairs.tsv")
        try folder.write(Self.record, to: "r.jsonl")
        let manager = FileManager.default
        let link = folder.path + "/link.txt"
        try manager.createSymbolicLink(atPath: link, withDestinationPath: "io/deep/b.txt")
        try manager.linkItem(atPath: folder.path + "/io/a.txt", toPath: folder.path + "/hard.txt")
        return folder
    }

    private func contents(_ folder: TemporaryFolder) throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            contents[name] = FileManager.default.contents(atPath: folder.path + "/" + name)
        }
        return contents
    }

    @Test(
        arguments: [
            ["find", "io", "-o", "io/a.txt"], ["find", "io", "-o", "./io//deep/../a.txt"],
            ["find", "io", "-o", "io/deep/b.txt"], ["find", "io", "-o", "io/empty.txt"],
            ["find", "io", "-o", "link.txt"], ["find", "io", "-o", "hard.txt"],
            ["find", "io", "-o", "io/.leitongignore"], ["find", "io/*", "-o", "io/a.txt"],
            ["find", "io", "--against", "old", "-o", "old/c.txt"],
            ["find", "--pairs", "pairs.tsv", "-o", "pairs.tsv"],
            ["find", "--pairs", "pairs.tsv", "-o", "old/c.txt"],
            ["find", "io", "--background", "pairs.tsv", "-o", "pairs.tsv"],
            ["find", "link.txt", "old", "-o", "io/deep/b.txt"],
            ["score", "io/a.txt", "old/c.txt", "-o", "io/a.txt"],
            ["inspect", "io/a.txt", "-o", "io/a.txt"],
            ["background", "build", "io", "-o", "io/a.txt"],
            ["dedup", "r.jsonl", "-o", "r.jsonl"], ["dedup", "r.jsonl", "--log", "r.jsonl"],
            ["dedup", "r.jsonl", "-o", "x.jsonl", "--log", "./x.jsonl"],
        ]
    )
    func whatIsReadIsNotWrittenOver(arguments: [String]) throws {
        let folder = try folder()
        let before = try contents(folder)
        let run = try ProgramRun(arguments, in: folder.url)
        #expect(run.status == 2)
        #expect(try contents(folder) == before)
        guard !arguments.contains("--background") else { return }
        #expect(
            run.errors.contains(" is read as input; choose another --")
                || run.errors.contains("would be written twice")
        )
    }

    @Test func standardInputIsReadToo() throws {
        let folder = try folder()
        let script = "exec \"$0\" find - -o io/a.txt < io/a.txt"
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", script, Project.program.path]
        shell.currentDirectoryURL = folder.url
        shell.standardError = FileHandle.nullDevice
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 2)
        #expect(try contents(folder)["io/a.txt"] == Data(Self.speech.utf8))
    }

    @Test func whatIsLeftOutMayBeWrittenAnew() throws {
        let folder = try folder()
        try folder.write("old\n", to: "io/report.txt")
        let run = try ProgramRun(
            ["find", "io", "--exclude", "report.txt", "-o", "io/report.txt"],
            in: folder.url
        )
        #expect(run.status == 3)
        #expect(try contents(folder)["io/report.txt"] != Data("old\n".utf8))
    }

    @Test func theGeneratorKeepsItsSpeeches() throws {
        let folder = try folder()
        try folder.write(Self.speech, to: "corpus/speeches/a.txt")
        try folder.write("", to: "corpus/recipes/none.txt")
        for (output, labels) in [("a.txt", "labels"), ("paragraphs", "a.txt")] {
            let run = try ProgramRun(
                [
                    "corpus", "generate", "3", "--corpus", "corpus",
                    "--output", "corpus/speeches/" + output,
                    "--labels", "corpus/speeches/" + labels,
                ],
                in: folder.url
            )
            #expect(run.status == 2)
            #expect(run.errors.contains("is read as input"))
            #expect(try contents(folder)["corpus/speeches/a.txt"] == Data(Self.speech.utf8))
        }
    }

    @Test(arguments: [["find", "io"], ["inspect", "io"], ["dedup", "r.jsonl"]])
    func readOnlyFilesStay(arguments: [String]) throws {
        let folder = try folder()
        let path = try folder.write("kept\n", to: "report.txt")
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
        let run = try ProgramRun(arguments + ["-o", "report.txt"], in: folder.url)
        #expect(run.status == 2)
        #expect(run.errors.contains("report.txt: cannot be written: it is a read-only file"))
        #expect(try contents(folder)["report.txt"] == Data("kept\n".utf8))
    }

    @Test func linksAndPermissionsStay() throws {
        let folder = try folder()
        let manager = FileManager.default
        let path = try folder.write("old\n", to: "elsewhere/report.txt")
        try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        let link = folder.path + "/report"
        try manager.createSymbolicLink(
            atPath: link,
            withDestinationPath: "elsewhere/report.txt"
        )
        let run = try ProgramRun(["find", "io/a.txt", "old", "-o", "report"], in: folder.url)
        #expect(run.status == 0)
        #expect(
            try manager.destinationOfSymbolicLink(atPath: link) == "elsewhere/report.txt"
        )
        #expect(try contents(folder)["elsewhere/report.txt"] != Data("old\n".utf8))
        let mode = try manager.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o640)
        #expect(try manager.contentsOfDirectory(atPath: folder.path + "/elsewhere").count == 1)
    }

    @Test func aLinkThatLeadsNowhereStays() throws {
        let folder = try folder()
        let link = folder.path + "/report"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "gone")
        let run = try ProgramRun(["find", "io", "-o", "report"], in: folder.url)
        #expect(run.status == 2)
        #expect(run.errors.contains("report: cannot be written: it is a link that leads nowhere"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/gone"))
    }

    @Test func anEmptyFolderKeepsItsPermissions() throws {
        let folder = try folder()
        let manager = FileManager.default
        let path = folder.path + "/clean"
        try manager.createDirectory(
            atPath: path,
            withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700]
        )
        let run = try ProgramRun(["dedup", "io/a.txt", "-o", "clean"], in: folder.url)
        #expect(run.status == 0)
        let mode = try manager.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o700)
    }
}

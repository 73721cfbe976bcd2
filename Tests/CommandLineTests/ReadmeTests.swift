import Foundation
import TestSupport
import Testing

/// The examples of the README and the guide are what the program prints.
@Suite struct ReadmeTests {
    @Test(arguments: [("README.md", 1), ("docs/guide.md", 2)])
    func everyLineOfAnExampleIsRealOutput(page: String, count: Int) throws {
        let examples = try Pages.text(of: page).components(separatedBy: "```console\n$ leitong ")
            .dropFirst()
        #expect(examples.count == count)
        for example in examples {
            let lines = example.components(separatedBy: "\n```")[0].components(separatedBy: "\n")
            let arguments = lines[0].components(separatedBy: " ")
            let run = try ProgramRun(arguments, in: Project.root)
            #expect(run.status == 0)
            let printed = Set(run.text.components(separatedBy: "\n"))
            for line in lines.dropFirst() where line != "…" {
                #expect(printed.contains(line), "\(line)")
            }
        }
    }

    /// What a page is allowed to grow to, so that it stays one that is read.
    @Test(arguments: [("README.md", 7_000), ("ARCHITECTURE.md", 10_000)])
    func pagesStayShort(page: String, limit: Int) throws {
        #expect(try Pages.text(of: page).utf8.count <= limit)
    }
}

#if !DEBUG
/// The commands of the guide can be pasted one after the other; as debug code they take long.
@Suite struct GuideTests {
    @Test func everyCommandRuns() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            at: Project.corpus,
            to: folder.url.appendingPathComponent("corpus")
        )
        let blocks = try Pages.text(of: "docs/guide.md").components(separatedBy: "```sh\n")
            .dropFirst().map { $0.components(separatedBy: "\n```")[0] }
        #expect(blocks.count > 10)
        let run = try ProgramRun(
            ["-e", "-c", blocks.joined(separator: "\n")],
            of: URL(fileURLWithPath: "/bin/sh"),
            in: folder.url,
            environment: [
                "PATH": path(with: Project.program.deletingLastPathComponent()),
                // Where the guide makes a folder of its own.
                "TMPDIR": folder.path,
            ]
        )
        #expect(run.status == 0, "\(run.errors)")
    }

    /// The folders in which commands are looked for, that of the program first.
    private func path(with folder: URL) -> String {
        [folder.path, ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
            .joined(separator: ":")
    }
}
#endif

import Foundation
import TestSupport
import Testing

/// Help texts are held against files, so that a change of an option shows in review.
///
/// LEITONG_UPDATE_GOLDENS=1 writes them anew.
@Suite struct HelpTests {
    private static let goldens = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("Goldens")

    @Test(arguments: [
        [], ["find"], ["score"], ["dedup"], ["inspect"], ["corpus"], ["corpus", "plant"],
        ["corpus", "generate"],
        ["background"], ["background", "build"], ["background", "weigh"],
    ])
    func helpIsAsRecorded(command: [String]) throws {
        let run = try ProgramRun(command + ["--help"], environment: ["COLUMNS": "80"])
        #expect(run.status == 0)
        try expect(run.output, golden: (["help"] + command).joined(separator: "-") + ".txt")
    }

    @Test func versionIsOneLine() throws {
        let run = try ProgramRun(["--version"])
        #expect(run.status == 0)
        #expect(run.text.split(separator: ".").count == 3)
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completionsAreThere(shell: String) throws {
        let run = try ProgramRun(["--generate-completion-script", shell])
        #expect(run.status == 0)
        #expect(run.text.contains("threshold"))
    }

    @Test func explanationSaysTheCurveInWords() throws {
        let folder = try TemporaryFolder()
        try folder.write("一段足够长的文字放在这里。", to: "a.txt")
        let run = try ProgramRun(["find", "a.txt", "--explain"], in: folder.url)
        #expect(run.errors.contains("a pair at 0.70 is found with p = 0.9992 (the threshold)"))
        #expect(run.errors.contains("a.txt: text, UTF-8 (valid throughout), 1 paragraph\n"))
    }

    @Test func colourFollowsTheUser() throws {
        let folder = try TemporaryFolder()
        try folder.write("各地区各部门要高度重视，认真组织学习，切实抓好贯彻落实工作。", to: "a.txt")
        let always = try ProgramRun(["find", "a.txt", "--color", "always"], in: folder.url)
        let usual = try ProgramRun(["find", "a.txt"], in: folder.url)
        #expect(always.text.contains("\u{1B}["))
        #expect(!usual.text.contains("\u{1B}["))
    }

    private func expect(_ output: Data, golden name: String) throws {
        let file = Self.goldens.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["LEITONG_UPDATE_GOLDENS"] == "1" {
            try FileManager.default.createDirectory(
                at: Self.goldens,
                withIntermediateDirectories: true
            )
            try output.write(to: file)
        }
        let recorded = try Data(contentsOf: file)
        #expect(
            String(decoding: output, as: UTF8.self) == String(decoding: recorded, as: UTF8.self)
        )
    }
}

import Foundation
import TestSupport
import Testing

/// Nothing that others wrote steers the terminal or breaks a line of standard error.
@Suite struct StandardErrorTests {
    private static let speech = "渡口的老艄公把最后一班船系好，回头数了数岸上的灯，比去年少了七盏。\n"
    /// Names that steer a terminal, turn a line round, or break it.
    private static let names = [
        "\u{1B}[31mred", "\u{1B}]0;title\u{7}bell", "new\nline", "back\rward", "\u{9B}31mcsi",
        "right\u{202E}left", "iso\u{2066}late", "tab\there", "\u{7F}delete",
        "mark\u{200F}ed\u{61C}",
        "sep\u{2028}arate", "next\u{85}line",
    ]

    /// Whether a text holds what a terminal obeys, but for the ends of its lines.
    private func steers(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x0A: false
            case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
                true
            default: false
            }
        }
    }

    private func expectTame(_ run: ProgramRun, _ arguments: [String]) {
        for (stream, text) in [("output", run.text), ("errors", run.errors)] {
            #expect(!steers(text), "\(stream) of \(arguments): \(text.debugDescription)")
            #expect(!text.contains("new\nline"), "\(stream) of \(arguments)")
        }
        #expect(!run.errors.isEmpty || !run.output.isEmpty, "\(arguments)")
    }

    /// A folder of files that can be read, and one of files that cannot.
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (number, name) in Self.names.enumerated() {
            try folder.write(Self.speech + "\(number)\n", to: "good/\(name).txt")
            let bad: [[UInt8]] = [[], [0x61, 0, 0x62, 0], [0xFF, 0xFE, 0xFA, 0xFB, 0xF0]]
            try folder.write(bad[number % bad.count], to: "bad/\(name).txt")
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder.path)/bad/\(name).link.txt",
                withDestinationPath: "../good/\(name).txt"
            )
        }
        return folder
    }

    @Test(
        arguments: [
            ["find", "good", "bad", "--explain", "--stats"], ["score", "good", "bad"],
            ["find", "bad"], ["inspect", "good", "bad"], ["inspect", "good", "--text"],
            ["dedup", "good", "bad", "-o", "out/", "--explain"],
            ["dedup", "bad", "-o", "out/", "--format", "json"],
            ["background", "build", "good", "bad", "-o", "model"],
        ]
    )
    func namesAreSpelledOut(arguments: [String]) throws {
        let folder = try folder()
        expectTame(try ProgramRun(arguments, in: folder.url), arguments)
    }

    @Test func aSkippedFileIsNamedOnOneLine() throws {
        let folder = try TemporaryFolder()
        try folder.write([UInt8](), to: "in/new\nline\t\u{1B}[2J.txt")
        let run = try ProgramRun(["find", "in"], in: folder.url)
        let lines = run.errors.split(separator: "\n")
        #expect(lines.first == #"leitong: in/new\u{A}line\u{9}\u{1B}[2J.txt: is empty"#)
    }

    @Test(arguments: names)
    func argumentsThatAreRepeatedAreSpelledOut(name: String) throws {
        let folder = try folder()
        let uses = [
            ["find", name], ["find", "good", "--" + name], ["find", "good", "--threshold", name],
            ["find", "good", "--format", name], ["score", "good", "-o", "good/\(name).txt"],
            ["find", "good", "--encoding", name], ["dedup", "good", "-o", name], [name],
            ["find", "good", "--threshold=\(name)"],
            ["find", "good", "-o", "no/\(name)"], ["find", "good", "--against", name],
            ["find", "good", "--template", name], ["find", "good", "--background", name],
            ["find", "good", "--pairs", name], ["score", "good/\(name).txt#99", "good"],
            ["corpus", "plant", "--corpus", name], ["find", "good", "--memory-limit", name],
        ]
        for (number, arguments) in uses.enumerated() where isTried(use: number, of: name) {
            let run = try ProgramRun(arguments, in: folder.url)
            #expect(run.status == 2, "\(arguments)")
            expectTame(run, arguments)
        }
        // Several letters behind one hyphen are several options; one of them may ask for help.
        let letters = ["find", "good", "-" + name]
        expectTame(try ProgramRun(letters, in: folder.url), letters)
    }

    /// Whether a name is tried in a use: as debug code each in every fourth, and each use with three
    /// names; 216 runs of the program take a minute.
    private func isTried(use: Int, of name: String) -> Bool {
        #if DEBUG
        return (use + (Self.names.firstIndex(of: name) ?? 0)) % 4 == 0
        #else
        return true
        #endif
    }

    /// What the parser says stays what it is: its own lines end where they did.
    @Test func onlyTheArgumentIsSpelledOut() throws {
        let tame = try ProgramRun(["find", "x", "--format", "pdf"])
        let wild = try ProgramRun(["find", "x", "--format", "p\nd\u{1B}f"])
        #expect(tame.errors.split(separator: "\n").count > 1)
        #expect(
            wild.errors
                == tame.errors.replacingOccurrences(of: "'pdf'", with: #"'p\u{A}d\u{1B}f'"#)
        )
    }

    @Test func recordsTitlesAndEntriesAreSpelledOut() throws {
        let folder = try TemporaryFolder()
        let wild = #"a\u001b[31m\r\n\u202e\u200fb"#
        let speech = Self.speech.dropLast()
        let record = #"{"id":"\#(wild)","title":"\#(wild)","text":"\#(speech)\u001b[2J 完"}"#
        try folder.write("\(record)\n\(record)\n{\"id\":1}\n", to: "in/r.jsonl")
        var archive = ZIPBuilder()
        for (number, name) in Self.names.enumerated() {
            archive.add(name + ".txt", number % 2 == 0 ? Array(Self.speech.utf8) : [])
        }
        try folder.write(archive.bytes, to: "in/a.zip")
        for arguments in [
            ["find", "in", "--explain"], ["find", "in", "--fail-above", "1"], ["score", "in"],
            ["score", "in", "--fail-above", "1"], ["inspect", "in", "--text"],
            ["dedup", "in", "-o", "out/", "--level", "paragraph"],
        ] {
            expectTame(try ProgramRun(arguments, in: folder.url), arguments)
        }
    }
}

import Foundation
import LeitongReport
import TestSupport
import Testing

/// Which documents `--against` and `--pairs` compare, end to end.
@Suite struct PairingArgumentsTests {
    private static let speech = "要牢固树立正确政绩观，坚持一张蓝图绘到底，一茬接着一茬干，久久为功，把惠民生的事办到群众心坎上。"

    /// Four documents that hold one paragraph, two new ones and two old ones.
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for name in ["new/a.txt", "new/b.txt", "old/c.txt", "old/d.txt"] {
            try folder.write(Self.speech + "\n" + "这一段是\(name)自己的。", to: name)
        }
        return folder
    }

    private func run(
        _ arguments: [String],
        in folder: TemporaryFolder
    ) throws -> (run: ProgramRun, pairs: Set<[String]>) {
        let run = try ProgramRun(arguments + ["--format", "json"], in: folder.url)
        guard !run.output.isEmpty else { return (run, []) }
        let report = try JSONDecoder().decode(Report.self, from: run.output)
        let rows =
            report.pairs.map { [$0.a, $0.b] }
            + report.paragraphs.map { [$0.a.document, $0.b.document] }
            + report.passages.map { [$0.a.document, $0.b.document] }
        return (run, Set(rows))
    }

    private static let acrossAll: Set = [
        ["new/a.txt", "old/c.txt"], ["new/a.txt", "old/d.txt"], ["new/b.txt", "old/c.txt"],
        ["new/b.txt", "old/d.txt"],
    ]

    @Test(arguments: ["old", "old/"])
    func findComparesOnlyWithThoseItIsTold(path: String) throws {
        let folder = try folder()
        let found = try run(["find", "new", "--against", path], in: folder)
        #expect(found.run.status == 0 && found.run.errors.isEmpty)
        // Each copy is shown against one of the references.
        #expect(found.pairs.isSubset(of: Self.acrossAll))
        #expect(Set(found.pairs.map { $0[0] }) == ["new/a.txt", "new/b.txt"])
    }

    @Test func scoreComparesEachWithEachReference() throws {
        let folder = try folder()
        let scored = try run(["score", "new", "--against", "old"], in: folder)
        #expect(scored.run.status == 0 && scored.pairs == Self.acrossAll)
        let report = try JSONDecoder().decode(Report.self, from: scored.run.output)
        #expect(report.pairs.count == 4 && report.pairs.allSatisfy { $0.aCovered > 0.5 })
        let one = try run(["score", "new", "--against", "old/c.txt"], in: folder)
        #expect(one.pairs == [["new/a.txt", "old/c.txt"], ["new/b.txt", "old/c.txt"]])
    }

    @Test func againstMayBeRepeatedAndAddedToWhatIsRead() throws {
        let folder = try folder()
        let both = try run(
            ["score", "new", "--against", "old/c.txt", "--against", "old/d.txt"],
            in: folder
        )
        #expect(both.pairs == Self.acrossAll)
        // What is read anyway is read once.
        let whole = try run(["score", "new", "old", "--against", "old"], in: folder)
        #expect(whole.pairs == Self.acrossAll)
        let report = try JSONDecoder().decode(Report.self, from: whole.run.output)
        #expect(report.documents.count == 4)
    }

    /// The same folder, spelt another way than where it was read first.
    @Test(arguments: [["./old"], ["old"]])
    func referencesMayLieBelowWhatIsRead(against: [String]) throws {
        let folder = try folder()
        let scored = try run(["score", "."] + against.flatMap { ["--against", $0] }, in: folder)
        #expect(scored.run.status == 0)
        let expected = Set(Self.acrossAll.map { $0.map { "./" + $0 } })
        #expect(scored.pairs == expected)
    }

    /// Documents of one side say nothing of each other.
    @Test func copiesAmongThemselvesAreNotTold() throws {
        let folder = try TemporaryFolder()
        for name in ["new/a.txt", "new/b.txt"] { try folder.write(Self.speech, to: name) }
        try folder.write("港口货物吞吐量比上年增长两成，新开通了六条集装箱班轮航线。", to: "old/c.txt")
        let found = try run(["find", "new", "--against", "old"], in: folder)
        #expect(found.run.status == 0 && found.pairs.isEmpty)
        let report = try JSONDecoder().decode(Report.self, from: found.run.output)
        #expect(report.clusters.isEmpty && report.passageClusters.isEmpty && report.phrases.isEmpty)
        #expect(report.documents.allSatisfy { $0.copiedCharacters == 0 })
        let limited = try run(
            ["find", "new", "--against", "old", "--fail-above", "10"],
            in: folder
        )
        #expect(limited.run.status == 0)
    }

    @Test func aReferenceThatIsNotThereIsNamed() throws {
        let folder = try folder()
        let found = try run(["find", "new", "--against", "nowhere"], in: folder)
        #expect(found.run.status == 2 && found.run.output.isEmpty)
        #expect(found.run.errors.contains("nowhere: No such file or directory"))
    }

    @Test(arguments: ["find", "score"], ["\n", "\r\n"])
    func listedPairsAreComparedAndNoOthers(command: String, lineEnd: String) throws {
        let folder = try folder()
        // In either order, twice, and with an empty line.
        let lines = [
            "new/a.txt\told/d.txt", "", "old/c.txt\tnew/b.txt", "new/a.txt\told/d.txt", "",
        ]
        try folder.write(lines.joined(separator: lineEnd), to: "pairs.tsv")
        let expected: Set = [["new/a.txt", "old/d.txt"], ["new/b.txt", "old/c.txt"]]
        // The list says what to read, or the paths do.
        for paths in [[], ["new", "old"]] {
            let listed = try run([command] + paths + ["--pairs", "pairs.tsv"], in: folder)
            #expect(listed.run.status == 0 && listed.run.errors.isEmpty)
            #expect(listed.pairs == expected)
        }
    }

    @Test func listsNameRecordsByTheirIds() throws {
        let folder = try TemporaryFolder()
        let records = (1...3).map { #"{"id": "r\#($0)", "text": "\#(Self.speech)"}"# }
        try folder.write(records.joined(separator: "\n"), to: "records.jsonl")
        try folder.write("r1\tr3\n", to: "pairs.tsv")
        for command in ["find", "score"] {
            let listed = try run([command, "records.jsonl", "--pairs", "pairs.tsv"], in: folder)
            #expect(listed.run.status == 0)
            #expect(listed.pairs.count == 1)
            let names = try #require(listed.pairs.first)
            #expect(names[0].hasSuffix("r1") && names[1].hasSuffix("r3"))
        }
    }

    @Test(arguments: ["find", "score"])
    func aPairOfWhichOneIsNotReadIsNamed(command: String) throws {
        let folder = try folder()
        try folder.write("new/a.txt\told/c.txt\nnew/a.txt\told/x.txt\n", to: "pairs.tsv")
        let listed = try run([command, "new", "old", "--pairs", "pairs.tsv"], in: folder)
        #expect(listed.run.status == 3)
        #expect(listed.pairs == [["new/a.txt", "old/c.txt"]])
        let report = try JSONDecoder().decode(Report.self, from: listed.run.output)
        #expect(report.skipped.map(\.path) == ["pairs.tsv:2"])
        #expect(report.skipped.map(\.reason) == ["no-such-document"])
        #expect(report.skipped.allSatisfy { $0.message.contains("old/x.txt") })
        // Where the list says what to read, the file is named too.
        let alone = try run([command, "--pairs", "pairs.tsv"], in: folder)
        #expect(alone.run.status == 3 && alone.pairs == listed.pairs)
        #expect(alone.run.errors.contains("old/x.txt: No such file or directory"))
    }

    @Test(arguments: ["find", "score"])
    func listsThatCannotBeUnderstoodAreWrongUse(command: String) throws {
        let folder = try folder()
        let lists: [(content: [UInt8]?, message: String)] = [
            (nil, "list.tsv: cannot be read"),
            ([], "list.tsv: holds no pair"),
            (Array("\n \n\t\n".utf8), "list.tsv: holds no pair"),
            (Array("new/a.txt\n".utf8), "list.tsv:1: not two paths parted by a tab"),
            (Array("new/a.txt old/c.txt\n".utf8), "list.tsv:1: not two paths parted by a tab"),
            (Array("\nnew/a.txt\t\n".utf8), "list.tsv:2: not two paths parted by a tab"),
            (Array("a\tb\n\tb\n".utf8), "list.tsv:2: not two paths parted by a tab"),
            (Array("a\tb\tc\n".utf8), "list.tsv:1: not two paths parted by a tab"),
            ([0x61, 0x09, 0xFF, 0x0A], "list.tsv: is not UTF-8"),
        ]
        for (content, message) in lists {
            if let content { try folder.write(content, to: "list.tsv") }
            let failed = try ProgramRun(
                [command, "new", "old", "--pairs", "list.tsv"],
                in: folder.url
            )
            #expect(failed.status == 2 && failed.output.isEmpty)
            #expect(failed.errors == "leitong: \(message)\n")
        }
    }

    @Test(arguments: ["find", "score"])
    func aListAndReferencesExcludeEachOther(command: String) throws {
        let folder = try folder()
        try folder.write("new/a.txt\told/c.txt\n", to: "pairs.tsv")
        let both = try ProgramRun(
            [command, "new", "--against", "old", "--pairs", "pairs.tsv"],
            in: folder.url
        )
        #expect(both.status == 2 && both.output.isEmpty)
        #expect(both.errors.contains("--against and --pairs exclude each other"))
        // References alone say what to compare with, but not what.
        let alone = try ProgramRun([command, "--against", "old"], in: folder.url)
        #expect(alone.status == 2 && alone.errors.contains("Missing expected argument"))
    }

    @Test func sectionsArePairedByScoreAndRefusedByFind() throws {
        let folder = try folder()
        let compiled = "汇编\n（一）\n\(Self.speech)\n（二）\n港口货物吞吐量比上年增长两成。\n（三）\n\(Self.speech)"
        try folder.write(compiled, to: "all.txt")
        try folder.write("all.txt#3\tnew/a.txt\n", to: "pairs.tsv")
        let scored = try run(["score", "--pairs", "pairs.tsv"], in: folder)
        #expect(scored.run.status == 0)
        #expect(scored.pairs == [["all.txt#3", "new/a.txt"]])
        let found = try run(["find", "--pairs", "pairs.tsv"], in: folder)
        #expect(found.run.status == 2)
        #expect(found.run.errors.contains("find compares whole files; score compares sections"))
    }

    @Test func limitsHoldForThePairsThatAreCompared() throws {
        let folder = try folder()
        try folder.write("港口货物吞吐量比上年增长两成，新开通了六条集装箱班轮航线。", to: "old/e.txt")
        try folder.write("new/a.txt\told/e.txt\n", to: "apart.tsv")
        try folder.write("new/a.txt\told/c.txt\n", to: "alike.tsv")
        for command in ["find", "score"] {
            for (list, status) in [("apart.tsv", Int32(0)), ("alike.tsv", 1)] {
                let arguments = [command, "new", "old", "--pairs", list, "--fail-above", "50"]
                #expect(try ProgramRun(arguments, in: folder.url).status == status)
            }
        }
    }
}

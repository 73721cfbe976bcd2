import Foundation
import LeitongModel
import TestSupport
import Testing

@testable import LeitongFormats

/// A file is found once, whatever names lead to it.
@Suite struct FoundNamesTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func walk(_ names: [String], known: [String] = []) -> InputWalker.Result {
        let path = folder.path
        return InputWalker()
            .walk(
                names.map { $0.isEmpty ? path : "\(path)/\($0)" },
                known: known.map { $0.isEmpty ? path : "\(path)/\($0)" }
            )
    }

    private func short(_ path: String) -> String {
        path.replacing(folder.path + "/", with: "")
    }

    /// What was found as `name`, with `=` what is known.
    private func found(_ names: [String], known: [String] = []) -> [String] {
        let result = walk(names, known: known)
        #expect(result.isKnown.count == result.files.count)
        return zip(result.files, result.isKnown).map { short($0.path) + ($1 ? "=" : "") }
    }

    private func hardLink(_ name: String, to target: String) throws {
        try FileManager.default.linkItem(
            atPath: "\(folder.path)/\(target)",
            toPath: "\(folder.path)/\(name)"
        )
    }

    @Test func theFirstNameTellsAFile() throws {
        try folder.write("m/a.txt")
        try folder.link("z.txt", to: "m/a.txt")
        try hardLink("b.txt", to: "m/a.txt")
        try folder.link("n", to: "m")
        let result = walk([""])
        #expect(result.files.map { short($0.path) } == ["b.txt"])
        let further = result.furtherNames
        #expect(further.map { short($0.path) } == ["m/a.txt", "n/a.txt", "z.txt"])
        #expect(further.allSatisfy { short($0.file) == "b.txt" })
        #expect(found(["z.txt", "m"]) == ["m/a.txt"])
        #expect(found(["m/../m/a.txt", "m/a.txt", "n"]) == ["m/../m/a.txt"])
    }

    @Test func otherSpellingsAreNoNames() throws {
        try folder.write("m/a.txt")
        let result = walk(["m", "m/", "m//a.txt", "m/./a.txt", "m/*.txt"])
        #expect(result.files.count == 1 && result.furtherNames.isEmpty)
    }

    @Test func equalFilesAreTwo() throws {
        try folder.write("a.txt")
        try folder.write("b.txt")
        #expect(found([""]) == ["a.txt", "b.txt"])
        #expect(walk([""]).furtherNames.isEmpty)
    }

    /// Names that are equal to Swift, and not to the system.
    @Test func namesAreBytes() throws {
        try folder.write("e\u{301}.txt")
        try folder.write("\u{E9}.txt")
        let there = try FileManager.default.contentsOfDirectory(atPath: folder.path).count
        #expect(walk(["e\u{301}.txt", "\u{E9}.txt"]).files.count == there)
    }

    @Test func aNameThatIsLeftOutIsNone() throws {
        try folder.write(".leitongignore", "a.txt\n")
        try folder.write("a.txt")
        try folder.link("b.txt", to: "a.txt")
        #expect(found([""]) == ["b.txt"])
        #expect(walk([""]).furtherNames.isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func foldersThatHoldEachOtherEnd() throws {
        try folder.write("a/x.txt")
        try folder.write("b/y.txt")
        try folder.link("a/to", to: "../b")
        try folder.link("b/to", to: "../a")
        let result = walk([""])
        #expect(result.files.map { short($0.path) } == ["a/to/y.txt", "a/x.txt"])
        #expect(result.furtherNames.map { short($0.path) } == ["b/to/x.txt", "b/y.txt"])
        #expect(result.skipped.map(\.reason) == [.linkLoop, .linkLoop])
    }

    @Test func whatIsGivenInBothWaysIsNew() throws {
        try folder.write("new/a.txt")
        try folder.write("old/c.txt")
        try folder.link("old/0.txt", to: "../new/a.txt")
        // It is told by its name as a new one.
        #expect(found(["new"], known: ["old"]) == ["new/a.txt", "old/c.txt="])
        #expect(walk(["new"], known: ["old"]).furtherNames.map { short($0.path) } == ["old/0.txt"])
        // One of an archive, against the archive.
        #expect(found(["old/c.txt"], known: ["old"]) == ["old/0.txt=", "old/c.txt"])
        #expect(found(["old/*c.txt"], known: ["old"]) == ["old/0.txt=", "old/c.txt"])
        #expect(found(["new/a.txt", "old/c.txt"], known: ["old"]) == ["new/a.txt", "old/c.txt="])
    }

    @Test func theKnownMayBeAPartOfWhatIsGiven() throws {
        for name in ["a.txt", "old/c.txt", "old/d.txt"] { try folder.write(name) }
        try folder.link("e.txt", to: "old/d.txt")
        #expect(found([""], known: ["old"]) == ["a.txt", "e.txt", "old/c.txt="])
        #expect(found([""], known: ["old/c.txt"]) == ["a.txt", "e.txt", "old/c.txt="])
        #expect(found([""], known: ["old/c*"]) == ["a.txt", "e.txt", "old/c.txt="])
        // Where all of it is given as new too, nothing else can be meant.
        #expect(found(["a.txt", "old"], known: ["old"]) == ["a.txt", "old/c.txt=", "old/d.txt="])
        #expect(found(["a.txt"], known: ["a.txt"]) == ["a.txt="])
    }

    /// Random folders with links: each file once, by the least of its names, as a plain list tells it.
    @Test(arguments: 0..<40 as Range<UInt64>) func asAListOfAllNamesTells(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var names: [String: [String]] = [:]
        var files: [String] = []
        for index in 0..<12 {
            let name = "\("abc".randomElement(using: &random) ?? "a")/\(index).txt"
            let target = files.randomElement(using: &random)
            switch (Int.random(in: 0..<3, using: &random), target) {
            case (0, let target?):
                try folder.write("\(name).folder")
                try hardLink(name, to: target)
                names[target, default: []].append(name)
            case (1, let target?):
                try folder.write("\(name).folder")
                try folder.link(name, to: "../\(target)")
                names[target, default: []].append(name)
            default:
                try folder.write(name)
                files.append(name)
                names[name, default: []].append(name)
            }
        }
        let result = InputWalker(exclude: ["*.folder"]).walk([folder.path])
        #expect(
            result.files.map { short($0.path) } == names.values.compactMap { $0.min() }.sorted()
        )
        let all = result.furtherNames.map { short($0.path) }
        #expect(all.count == 12 - files.count)
        for name in result.furtherNames {
            let group = names.values.first { $0.contains(short(name.path)) } ?? []
            #expect(group.min() == short(name.file))
        }
    }
}

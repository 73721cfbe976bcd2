import Foundation
import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct InputWalkerTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Files found, without the path of the folder.
    private func names(_ result: InputWalker.Result) -> [String] {
        result.files.map { $0.path.replacing(folder.path + "/", with: "") }
    }

    private func walk(
        _ names: [String] = [""],
        include: [String] = [],
        exclude: [String] = []
    ) -> InputWalker.Result {
        InputWalker(include: include, exclude: exclude)
            .walk(names.map { $0.isEmpty ? folder.path : "\(folder.path)/\($0)" })
    }

    @Test func filesAreSortedByBytes() throws {
        for name in ["b.txt", "a/z.txt", "a.txt", "A.txt", "a/b/c.txt", "中.txt", "Ä.txt"] {
            try folder.write(name)
        }
        let result = walk()
        #expect(
            names(result) == [
                "A.txt", "a.txt", "a/b/c.txt", "a/z.txt", "b.txt", "Ä.txt", "中.txt",
            ]
        )
        #expect(result.skipped.isEmpty)
        #expect(result.ignoredCount == 0)
        #expect(
            names(walk(["b.txt", "a", "a.txt"])) == ["a.txt", "a/b/c.txt", "a/z.txt", "b.txt"]
        )
    }

    @Test func aFileIsFoundOnce() throws {
        try folder.write("a/b.txt")
        #expect(names(walk(["", "a", "a/", "a/b.txt", "a/./b.txt", "a//b.txt"])).count == 1)
        let result = InputWalker().walk(["-", "-"])
        #expect(result.files == [InputFile(path: "-")])
        #expect(result.files[0].isStandardInput)
    }

    @Test func patternsThatNoShellExpandedAreExpanded() throws {
        for name in ["a/1.txt", "a/2.md", "a/b/3.txt", "ab/4.txt", "c[1].txt"] {
            try folder.write(name)
        }
        #expect(names(walk(["a/*.txt"])) == ["a/1.txt"])
        #expect(names(walk(["a*"])) == ["a/1.txt", "a/2.md", "a/b/3.txt", "ab/4.txt"])
        #expect(names(walk(["**/*.txt"])) == ["a/1.txt", "a/b/3.txt", "ab/4.txt", "c[1].txt"])
        // A file of that very name goes first.
        #expect(names(walk(["c[1].txt"])) == ["c[1].txt"])
        let nothing = walk(["*.doc"])
        #expect(nothing.files.isEmpty && nothing.ignoredCount == 0)
        #expect(nothing.skipped.map(\.reason) == [.notFound])
    }

    @Test func aSlashAtTheEndChangesNothing() throws {
        try folder.write("a/b.txt")
        #expect(walk(["a/"]).files == walk(["a"]).files)
    }

    @Test func hiddenNamesAreCounted() throws {
        try folder.write(".hidden.txt")
        try folder.write(".git/config")
        try folder.write("a/.b.txt")
        try folder.write("a/c.txt")
        let result = walk()
        #expect(names(result) == ["a/c.txt"])
        #expect(result.ignoredCount == 3)
        #expect(names(walk([".hidden.txt", ".git"])) == [".git/config", ".hidden.txt"])
    }

    @Test func ignoreFilesHoldForTheirFolder() throws {
        try folder.write(
            ".leitongignore",
            "\u{FEFF}# comment\r\n\r\nrecipes/\r\n  *.tmp  \r\n/top.txt\r\nsub/*.log\r\n#x.txt\r\n"
        )
        for name in [
            "recipes/a.txt", "sub/recipes/b.txt", "a.tmp", "sub/b.tmp", "top.txt", "sub/top.txt",
            "sub/x.log", "sub/deep/x.log", "x.txt", "b/recipes",
        ] {
            try folder.write(name)
        }
        let result = walk()
        #expect(names(result) == ["b/recipes", "sub/deep/x.log", "sub/top.txt", "x.txt"])
        #expect(result.ignoredCount == 6)
    }

    @Test func anIgnoreFileBelowAddsToThoseAbove() throws {
        try folder.write(".leitongignore", "*.tmp")
        try folder.write("a/.leitongignore", "/b.txt")
        for name in ["a/b.txt", "a/c/b.txt", "a/x.tmp", "b.txt"] { try folder.write(name) }
        #expect(names(walk()) == ["a/c/b.txt", "b.txt"])
        #expect(walk().ignoredCount == 2)
    }

    @Test func includeAndExcludeHoldBelowFolders() throws {
        for name in ["a.txt", "a.md", "sub/b.txt", "sub/c.md", "sub/d.bin"] {
            try folder.write(name)
        }
        #expect(names(walk(include: ["*.txt"])) == ["a.txt", "sub/b.txt"])
        #expect(walk(include: ["*.txt"]).ignoredCount == 3)
        #expect(
            names(walk(include: ["*.txt", "*.md"], exclude: ["sub/*.md"])) == [
                "a.md", "a.txt", "sub/b.txt",
            ]
        )
        #expect(names(walk(exclude: ["sub/"])) == ["a.md", "a.txt"])
        #expect(walk(exclude: ["sub/"]).ignoredCount == 1)
    }

    @Test func namesGivenWin() throws {
        try folder.write(".leitongignore", "*.tmp\nsub/")
        try folder.write("a.tmp")
        try folder.write("sub/b.txt")
        let result = walk(["a.tmp", "sub", ""], include: ["*.md"], exclude: ["*.tmp"])
        #expect(names(result) == ["a.tmp"])
        #expect(names(walk(["a.tmp", "sub", ""])) == ["a.tmp", "sub/b.txt"])
    }

    @Test(.timeLimit(.minutes(1))) func linksThatLeadBackAreLoops() throws {
        try folder.write("a/b.txt")
        try folder.link("a/back", to: "..")
        try folder.link("self", to: "self")
        let result = walk()
        #expect(names(result) == ["a/b.txt"])
        #expect(result.skipped.map(\.reason) == [.linkLoop, .linkLoop])
        #expect(result.skipped.map(\.path) == ["\(folder.path)/a/back", "\(folder.path)/self"])
    }

    @Test func linksElsewhereAreFollowed() throws {
        let other = try TemporaryFolder()
        try other.write("x.txt")
        try other.write("y.txt")
        try folder.link("link", to: other.path)
        try folder.link("file.txt", to: "\(other.path)/x.txt")
        #expect(names(walk()) == ["file.txt", "link/y.txt"])
    }

    @Test func whatIsNotThereIsNotFound() throws {
        try folder.link("broken", to: "nowhere")
        try folder.write("a.txt")
        let result = walk(["", "missing.txt", "a.txt/below"])
        #expect(names(result) == ["a.txt"])
        #expect(result.skipped.map(\.reason) == [.notFound, .notFound, .notFound])
        #expect(walk(exclude: ["broken"]).skipped.isEmpty)
        #expect(walk(exclude: ["broken"]).ignoredCount == 1)
    }

    @Test(.timeLimit(.minutes(1))) func aPipeIsNoFileAndNeverBlocks() throws {
        folder.fifo("pipe")
        folder.fifo(".leitongignore")
        try folder.write("a.txt")
        let result = walk(["", "pipe"])
        #expect(names(result) == ["a.txt"])
        #expect(Set(result.skipped.map(\.reason)) == [.notAFile])
        let batch = try DocumentReader(options: .init())
            .read(InputFile(path: "\(folder.path)/pipe"))
        #expect(batch.skipped.map(\.reason) == [.notAFile])
    }

    @Test(.disabled(if: getuid() == 0, "the superuser may read everything"))
    func whatMayNotBeReadIsUnreadable() throws {
        try folder.write("closed/a.txt")
        let path = "\(folder.path)/closed"
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        defer {
            try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        }
        #expect(walk().skipped.map(\.reason) == [.unreadable])
    }

    @Test func namesInBrokenUTF8AreReadByTheirBytes() throws {
        let path = Array("\(folder.path)/a".utf8) + [0xFF, 0xD6] + Array(".txt".utf8)
        let terminated = path.map { CChar(bitPattern: $0) } + [0]
        // Safe: the path ends in NUL; the file is closed at once.
        let file = unsafe fopen(terminated, "w")
        guard let file = unsafe file else { return }
        unsafe fputs("text", file)
        unsafe fclose(file)
        let result = walk()
        #expect(result.files.map(\.systemPath) == [path])
        #expect(names(result) == ["a\u{FFFD}\u{FFFD}.txt"])
        let batch = try DocumentReader(options: .init()).read(result.files[0])
        #expect(batch.documents.map(\.scalarCount) == [4])
    }
}

import Foundation
import TestSupport
import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct ArchiveReaderTests {
    private func read(_ file: ZIPBuilder, _ limits: ReadingLimits = .init()) throws
        -> ExtractedParagraphs
    {
        try ExtractedParagraphs(file.bytes, name: "a.zip", options: ReadingOptions(limits: limits))
    }

    @Test func everyEntryIsADocument() throws {
        var file = ZIPBuilder([("a/甲.txt", "文"), ("a/.hidden", "x"), ("__MACOSX/a", "x")])
        file.add("b.docx", DocumentSamples.docx(["词"]))
        file.add("r.jsonl", Array("{\"id\":\"i\",\"text\":\"录\"}".utf8))
        file.add("empty/", [])
        file.add("inner.zip", ZIPBuilder([("c.html", "<html><p>页")]).bytes)
        let read = try read(file)
        #expect(
            read.batch.documents.map(\.path) == [
                "a.zip!/a/甲.txt", "a.zip!/b.docx", "a.zip!/r.jsonl", "a.zip!/inner.zip!/c.html",
            ]
        )
        #expect(read.texts == ["文", "词", "录", "页"])
        #expect(read.batch.ignoredCount == 2)
        #expect(read.reasons.isEmpty)
    }

    @Test func namesOfOldArchivesAreDecoded() throws {
        let name = try #require(Legacy.gb18030.bytes("重要讲话全文.txt"))
        var file = ZIPBuilder()
        file.add(name: name, Array("文".utf8))
        #expect(try read(file).batch.documents.map(\.path) == ["a.zip!/重要讲话全文.txt"])
    }

    @Test func equalNamesAreToldApart() throws {
        let read = try read(ZIPBuilder([("a.txt", "一"), ("a.txt", "二")]))
        #expect(read.batch.documents.map(\.path) == ["a.zip!/a.txt", "a.zip!/a.txt (2)"])
    }

    @Test func whatCannotBeReadIsNamed() throws {
        var file = ZIPBuilder([
            ("../up.txt", "x"), ("/etc/passwd", "x"), ("C:\\a.txt", "x"), ("a\\..\\..\\b", "x"),
            ("good.txt", "文"), ("empty.txt", ""), ("nul.bin", "a\0b"),
        ])
        file.add("secret.txt", Array("x".utf8), flags: 0x801)
        file.add("link.txt", Array("/etc/passwd".utf8), mode: 0o120777)
        let read = try read(file)
        #expect(read.texts == ["文"])
        #expect(
            read.reasons == [
                .unsafePath, .unsafePath, .unsafePath, .unsafePath, .empty, .binary, .encrypted,
                .notAFile,
            ]
        )
        #expect(try self.read(ZIPBuilder()).reasons == [.empty])
        let cut = Array(file.bytes.prefix(20))
        #expect(try ExtractedParagraphs(cut, name: "b.zip").reasons == [.malformed])
    }

    @Test func depthIsLimited() throws {
        var bytes = ZIPBuilder([("deep.txt", "深")]).bytes
        for level in 1...3 {
            var outer = ZIPBuilder()
            outer.add("\(level).zip", bytes)
            bytes = outer.bytes
        }
        #expect(try ExtractedParagraphs(bytes, name: "a.zip").reasons == [.archiveLimit])
        let options = ReadingOptions(limits: ReadingLimits(archiveDepth: 4))
        #expect(try ExtractedParagraphs(bytes, name: "a.zip", options: options).texts == ["深"])
    }

    @Test func sizeIsLimited() throws {
        let text = String(repeating: "文", count: 1 << 20)
        let file = ZIPBuilder([("a.txt", "先"), ("b.txt", text), ("c.txt", "后")])
        let read = try read(file, ReadingLimits(unpackedBytes: 1 << 20))
        #expect(read.texts == ["先"])
        #expect(read.batch.skipped.map(\.path) == ["a.zip!/b.txt"])
        #expect(read.reasons == [.archiveLimit])
    }

    /// What a Word file in an archive unpacks to counts with the rest.
    @Test func filesThatAreArchivesSpendFromTheSameBudget() throws {
        var file = ZIPBuilder()
        let text = String(repeating: "文", count: 1 << 18)
        for name in ["a", "b", "c"] {
            file.add(name + ".docx", DocumentSamples.docx([name + text]))
        }
        // Each is unpacked, 0.75 MiB, and its text once more.
        let read = try read(file, ReadingLimits(unpackedBytes: 4 << 20))
        #expect(read.batch.documents.map(\.path) == ["a.zip!/a.docx", "a.zip!/b.docx"])
        #expect(read.batch.skipped.map(\.path) == ["a.zip!/c.docx"])
        #expect(read.reasons == [.archiveLimit])
    }

    /// 64 MiB of nothing in 64 KB: the ratio stops it.
    @Test(.timeLimit(.minutes(1))) func bombsAreStopped() throws {
        let bomb = try Self.compressed([UInt8](repeating: 0x20, count: 64 << 20))
        let read = try ExtractedParagraphs(bomb, name: "bomb.txt.gz")
        #expect(read.reasons.first == .archiveLimit)
        #expect(read.batch.skipped.first?.message.contains("times its size") == true)
    }

    @Test func tarAndCompressedFilesAreRead() throws {
        let folder = try TemporaryFolder()
        try folder.write("a/甲.txt", Array("文一".utf8))
        try folder.write("a/乙.txt", Array("文二".utf8))
        try Self.run(
            "tar",
            ["-C", folder.path, "-czf", folder.path + "/a.tgz", "a/甲.txt", "a/乙.txt"]
        )
        try Self.run("tar", ["-C", folder.path, "-cf", folder.path + "/a.tar", "a/甲.txt"])
        let reader = try DocumentReader(options: .init())
        let packed = reader.read(InputFile(path: folder.path + "/a.tgz"))
        #expect(
            packed.documents.map(\.path)
                == ["a/甲.txt", "a/乙.txt"].map { "\(folder.path)/a.tgz!/\($0)" }
        )
        #expect(reader.read(InputFile(path: folder.path + "/a.tar")).documents.count == 1)
        let single = try Self.compressed(Array("一个文件".utf8))
        let read = try ExtractedParagraphs(single, name: "x/b.txt.gz")
        #expect(read.batch.documents.map(\.path) == ["x/b.txt.gz!/b.txt"])
        #expect(read.texts == ["一个文件"])
    }

    private static func compressed(_ bytes: [UInt8]) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        try folder.write("f", bytes)
        try run("gzip", ["-9", folder.path + "/f"])
        return Array(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/f.gz")))
    }

    private static func run(_ program: String, _ arguments: [String]) throws {
        let process = try Process.run(
            URL(fileURLWithPath: "/usr/bin/env"),
            arguments: [program] + arguments
        )
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}

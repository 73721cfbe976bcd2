import Foundation
import Leitong
import LeitongFiles
import LeitongFormats
import LeitongModel
import LeitongStorage
import TestSupport
import Testing

@Suite struct LoaderTests {
    /// Names of the documents, below a folder.
    private func names(_ corpus: Corpus, in folder: TemporaryFolder) -> [String] {
        corpus.units.map { $0.name.replacing(folder.path + "/", with: "") }
    }

    /// All paragraphs, in order.
    private func paragraphs(_ corpus: Corpus) -> [String] {
        var scratch: [UInt8] = []
        return corpus.batch.paragraphs.indices.map { index in
            corpus.batch.withText(ofParagraph: index, scratch: &scratch) { text in
                String(decoding: text.indices.map { text[$0] }, as: UTF8.self)
            }
        }
    }

    @Test(arguments: [1, 3])
    func documentsStandInTheOrderOfTheBytesOfTheirPaths(threads: Int) async throws {
        let folder = try TemporaryFolder()
        let files = ["b.txt", "B.txt", "a/2.txt", "a/10.txt", "乙.txt", "甲.txt", "a.txt"]
        for file in files { try folder.write("文 \(file)", to: file) }
        let expected = files.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        let context = RunContext(threads: threads)
        let whole = try await Loader().load(paths: [folder.path], context: context)
        #expect(names(whole, in: folder) == expected)
        let paths = files.map { folder.path + "/" + $0 }
        let single = try await Loader().load(paths: paths, context: context)
        #expect(names(single, in: folder) == expected)
        #expect(
            try await names(Corpus.reading(paths: paths, context: context), in: folder) == expected
        )
        #expect(paragraphs(whole) == expected.map { "文 \($0)" })
    }

    @Test func aFileIsOneDocumentByTheFirstOfItsNames() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("甲乙丙丁", to: "b.txt")
        for name in ["a.txt", "c.txt"] {
            try FileManager.default.createSymbolicLink(
                atPath: folder.path + "/" + name,
                withDestinationPath: file
            )
        }
        let corpus = try await Loader().load(paths: [folder.path, file])
        #expect(names(corpus, in: folder) == ["a.txt"])
        let others = corpus.furtherNames.map { $0.path.replacing(folder.path + "/", with: "") }
        #expect(others == ["b.txt", "c.txt"])
        #expect(corpus.furtherNames.allSatisfy { $0.file == folder.path + "/a.txt" })
    }

    @Test func patternsSayWhichFilesOfAFolderAreRead() async throws {
        let folder = try TemporaryFolder()
        for file in ["a.txt", "b.md", "old/c.txt", "old/d.md"] {
            try folder.write("文 \(file)", to: file)
        }
        let texts = try Loader(reading: ReadingOptions(), include: ["*.txt"])
        let found = try await texts.load(paths: [folder.path])
        #expect(names(found, in: folder) == ["a.txt", "old/c.txt"])
        #expect(found.ignoredCount == 2)
        let new = try Loader(reading: ReadingOptions(), include: ["*.txt"], exclude: ["old"])
        #expect(names(try await new.load(paths: [folder.path]), in: folder) == ["a.txt"])
        // What is named itself is read, whatever the patterns.
        let named = try await new.load(paths: [folder.path + "/b.md"])
        #expect(names(named, in: folder) == ["b.md"])
    }

    @Test func whatCannotBeReadIsSkippedAndTheRestGoesOn() async throws {
        let folder = try TemporaryFolder()
        try folder.write("甲乙丙丁", to: "a.txt")
        try folder.write([0, 1, 2, 0, 3], to: "b.txt")
        try folder.write("", to: "c.txt")
        let corpus = try await Loader().load(paths: [folder.path, folder.path + "/none"])
        #expect(names(corpus, in: folder) == ["a.txt"])
        let reasons = Dictionary(
            uniqueKeysWithValues: corpus.batch.skipped.map {
                ($0.path.replacing(folder.path + "/", with: ""), $0.reason)
            }
        )
        #expect(reasons == ["none": .notFound, "b.txt": .binary, "c.txt": .empty])
    }

    @Test func anUnknownEncodingIsAnError() {
        let error = #expect(throws: LeitongError.self) {
            try Loader(reading: ReadingOptions(encoding: "no-such-encoding"))
        }
        #expect(error == .unknownEncoding("no-such-encoding"))
        #expect(error?.description.contains("no-such-encoding") == true)
    }

    @Test func encodingAndFieldsAreThoseGiven() async throws {
        let folder = try TemporaryFolder()
        // ISO 8859-1, in which every byte is a letter or a sign.
        try folder.write([0x63, 0x61, 0x66, 0xE9], to: "a.txt")
        try folder.write(#"{"key": "k", "body": "甲乙丙丁", "text": "no"}"#, to: "b.jsonl")
        let latin = try Loader(reading: ReadingOptions(encoding: "ISO-8859-1"))
        let path = folder.path + "/a.txt"
        #expect(paragraphs(try await latin.load(paths: [path])) == ["café"])
        let keyed = try Loader(reading: ReadingOptions(idField: "key", textField: "body"))
        let records = try await keyed.load(paths: [folder.path + "/b.jsonl"])
        #expect(records.units.map(\.name) == ["k"] && paragraphs(records) == ["甲乙丙丁"])
    }

    /// A file that is given in both ways is new only.
    @Test func whatIsComparedWithIsKnown() async throws {
        let folder = try TemporaryFolder()
        for file in ["new/a.txt", "old/b.txt", "old/c.txt"] {
            try folder.write("文 \(file)", to: file)
        }
        let corpus = try await Loader()
            .load(
                paths: [folder.path + "/new", folder.path + "/old/c.txt"],
                against: [folder.path + "/old"]
            )
        #expect(names(corpus, in: folder) == ["new/a.txt", "old/b.txt", "old/c.txt"])
        #expect(corpus.files.map(\.isKnown) == [false, true, false])
        let all = try await Loader().load(paths: [folder.path])
        #expect(all.files.map(\.isKnown) == [nil, nil, nil])
    }

    /// Texts that do not fit into memory are read from scratch files, and are the same.
    @Test(arguments: [1, 3])
    func textsDoNotDependOnMemory(threads: Int) async throws {
        let folder = try TemporaryFolder()
        var random = SplitMix64(seed: 5)
        for number in 0..<30 {
            let text = RandomChinese.paragraph(length: 300, using: &random)
            try folder.write(text, to: "\(number).txt")
        }
        let records = (0..<60)
            .map {
                "{\"id\":\($0),\"text\":\"\(RandomChinese.paragraph(length: 80, using: &random))\"}"
            }
        try folder.write(records.joined(separator: "\n"), to: "records.jsonl")
        let memory = MemoryBudget(limit: 1 << 10)
        let narrow = RunContext(threads: threads, memory: memory)
        let limited = try await Loader().load(paths: [folder.path], context: narrow)
        let free = try await Loader().load(paths: [folder.path])
        #expect(memory.spilledBytes > 0)
        #expect(paragraphs(limited) == paragraphs(free))
        #expect(limited.units.map(\.name) == free.units.map(\.name))
        #expect(free.units.count == 90)
    }

    #if !DEBUG
    /// A file of several ranges, which are read side by side: lines keep their numbers.
    @Test(arguments: [1, 3])
    func rangesOfAFileOfRecordsAreOneFile(threads: Int) async throws {
        let folder = try TemporaryFolder()
        let padding = String(repeating: " ", count: 1 << 14)
        let lines = (0..<900)
            .map { $0 % 100 == 99 ? "no record" : "{\"text\": \"第 \($0) 条\"\(padding)}" }
        let path = try folder.write(lines.joined(separator: "\n"), to: "r.jsonl")
        let context = RunContext(threads: threads)
        let corpus = try await Loader().load(paths: [path], context: context)
        #expect(
            corpus.units.map(\.name)
                == lines.indices.filter { $0 % 100 < 99 }.map { "\(path):\($0 + 1)" }
        )
        #expect(corpus.batch.skipped.map(\.path) == (1...9).map { "\(path):\($0 * 100)" })
        #expect(corpus.files.map(\.documents) == [0..<891])
    }
    #endif

    @Test func progressTellsWhatWasRead() async throws {
        let folder = try TemporaryFolder()
        try folder.write("甲乙\n丙丁", to: "a.txt")
        try folder.write("戊己", to: "b.txt")
        let counts = Counts()
        let context = RunContext(progress: counts.progress)
        _ = try await Loader().load(paths: [folder.path], context: context)
        #expect(counts.all == [.bytes: 19, .documents: 2, .paragraphs: 3])
    }
}

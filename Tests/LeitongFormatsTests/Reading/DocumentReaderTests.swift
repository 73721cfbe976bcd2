import LeitongRun
import LeitongStorage
import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct DocumentReaderTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func read(
        _ name: String,
        _ bytes: [UInt8]? = nil,
        _ options: ReadingOptions = .init()
    ) throws -> DocumentBatch {
        if let bytes { try folder.write(name, bytes) }
        return try DocumentReader(options: options).read(InputFile(path: "\(folder.path)/\(name)"))
    }

    @Test func everyReasonToSkipIsNamed() throws {
        let cases: [([UInt8], SkippedInput.Reason, Int?)] = [
            ([], .empty, nil), (Array(" \n\t\u{3000}".utf8), .empty, nil),
            ([0xEF, 0xBB, 0xBF], .empty, nil),
            (Array("ab\0cd".utf8), .binary, 2), ([0xEF, 0xBB, 0xBF, 0x61, 0xFF], .undecodable, 4),
            ([0x61, 0xFF, 0xFF, 0xFF, 0xFF, 0x81], .undecodable, 1),
        ]
        for (bytes, reason, offset) in cases {
            let batch = try read("f.txt", bytes)
            #expect(batch.documents.isEmpty && batch.sources.isEmpty && batch.paragraphs.isEmpty)
            #expect(batch.skipped.map(\.reason) == [reason])
            #expect(batch.skipped.map(\.byteOffset) == [offset])
            #expect(batch.skipped.map(\.path) == ["\(folder.path)/f.txt"])
        }
        #expect(try read("missing.txt").skipped.map(\.reason) == [.notFound])
        #expect(try read("f.txt/below").skipped.map(\.reason) == [.notFound])
        #expect(try read("").skipped.map(\.reason) == [.unreadable])
        try folder.link("self", to: "self")
        #expect(try read("self").skipped.map(\.reason) == [.linkLoop])
    }

    @Test func aFileOfRecordsWithoutRecordsIsEmpty() throws {
        #expect(try read("f.jsonl", Array("\n \r\n".utf8)).skipped.map(\.reason) == [.empty])
        #expect(try read("f.jsonl", Array("{}\n".utf8)).skipped.map(\.reason) == [.badRecord])
    }

    @Test func theEncodingIsReportedAndObeyed() throws {
        let text = "今年以来各项工作取得新的进展。"
        let bytes = try #require(Legacy.gb18030.bytes(text))
        let batch = try read("f.txt", bytes)
        #expect(batch.documents.map(\.encoding) == ["GB18030"])
        #expect(batch.sources.map(\.bytes) == [Array(text.utf8)])
        let latin = try read("f.txt", bytes, ReadingOptions(encoding: "iso-8859-1"))
        #expect(latin.documents.map(\.scalarCount) == [bytes.count])
        #expect(latin.documents.map(\.encoding) == ["ISO-8859-1"])
        let wrong = try read("f.txt", bytes, ReadingOptions(encoding: "UTF-8"))
        #expect(wrong.skipped.map(\.byteOffset) == [0])
    }

    @Test func anUnknownEncodingIsRefused() {
        #expect(throws: DocumentReader.UnknownEncoding(name: "utf-9")) {
            try DocumentReader(options: ReadingOptions(encoding: "utf-9"))
        }
    }

    @Test(.timeLimit(.minutes(1))) func oneLongLineIsReadInLinearTime() throws {
        let text = String(repeating: "一行没有尽头的文字，", count: 170_000)
        let batch = try read("f.txt", Array(text.utf8))
        #expect(batch.paragraphs.map(\.scalarEnd) == [1_700_000])
        let blanks = try read("f.txt", Array(String(repeating: " ", count: 1_000_000).utf8))
        #expect(blanks.skipped.map(\.reason) == [.empty])
        let lines = try read("f.txt", Array(String(repeating: "一行\r\n", count: 300_000).utf8))
        #expect(lines.paragraphs.count == 300_000)
        let quotes = #"{"text":""# + String(repeating: #"\"a\\"#, count: 800_000) + #""}"#
        let records = try read("f.jsonl", Array(quotes.utf8))
        #expect(records.documents.map(\.scalarCount) == [2_400_000])
    }

    /// On the heap or in scratch, told by its name or by its content: a file is read alike.
    @Test(arguments: [
        ("a.jsonl", "{\"text\":\"甲\"}\n{}\n{\"id\":1,\"text\":\"乙\\n丙\"}"),
        ("b.csv", "\u{FEFF}id,text\n1,甲\n2,\"乙\"\"丙\"\n\"3"), ("c.tsv", "id\ttext\n1\t文\n"),
        ("d.csv", "id,words\n1,文\n"), ("e.csv", "id,text\n"), ("f.jsonl", "\n\n"),
        ("g.jsonl", "%PDF-1.4 and no more"), ("h.csv", "text\n\u{0}\n"), ("i.txt", "文\n字\n"),
    ])
    func longFilesAreReadAsShortOnesAre(name: String, text: String) throws {
        let short = try read(name, Array(text.utf8))
        let memory = MemoryBudget(limit: 0, directory: folder.path)
        let opened = try DocumentReader(options: .init())
            .open(
                InputFile(path: "\(folder.path)/\(name)"),
                share: HeapShare(byteCount: 1, memory: memory),
                context: RunContext(threads: 2)
            )
        let long = opened.read()
        #expect(long.documents.map(\.name) == short.documents.map(\.name))
        #expect(long.documents.map(\.recordByteRange) == short.documents.map(\.recordByteRange))
        #expect(long.paragraphs == short.paragraphs)
        #expect(long.skipped == short.skipped)
        #expect(long.sources.map(\.bytes) == short.sources.map(\.bytes))
        if case .records(let records) = opened { #expect(!records.text.isOnHeap) }
    }

    @Test func legacyRecordsAreConvertedOnTheHeap() throws {
        let bytes = try #require(Legacy.gb18030.bytes("id,text\n1,今年以来各项工作取得新的进展。\n"))
        let short = try read("a.csv", bytes)
        let memory = MemoryBudget(limit: 1 << 20, directory: nil)
        let long = try DocumentReader(options: .init())
            .open(
                InputFile(path: folder.path + "/a.csv"),
                share: HeapShare(byteCount: 1, memory: memory),
                context: .oneThread
            )
            .read()
        #expect(long.documents.map(\.encoding) == ["GB18030"])
        #expect(long.documents.map(\.encoding) == short.documents.map(\.encoding))
        #expect(long.paragraphs == short.paragraphs)
    }
}

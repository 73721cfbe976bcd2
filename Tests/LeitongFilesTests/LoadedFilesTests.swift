import Leitong
import LeitongModel
import LeitongStorage
import TestSupport
import Testing

@testable import LeitongFiles

/// The files of a load as they come, beside the batches that they make.
@Suite struct LoadedFilesTests {
    private func loaded(known: Set<[UInt8]>? = nil) -> LoadedFiles {
        LoadedFiles(skipped: [], share: 1 << 20, memory: MemoryBudget(), known: known)
    }

    private func batch(_ path: String, _ text: String) -> DocumentBatch {
        Corpus([InputText(id: path, text: text)]).batch
    }

    @Test func documentsOfAFileFollowThoseOfTheOneBefore() {
        var files = loaded()
        files.append(InputFile(path: "a.txt"), batch("a.txt", "甲\n乙"))
        files.append(InputFile(path: "b.txt"), batch("b.txt", "丙"))
        #expect(files.files.map(\.documents) == [0..<1, 1..<2])
        #expect(files.files.map(\.source) == [0, 1])
        #expect(files.files.map(\.format) == [.text, .text])
        #expect(files.files.map(\.isKnown) == [nil, nil])
        #expect(files.batch.documents.map(\.path) == ["a.txt", "b.txt"])
        #expect(files.batch.paragraphs.map { Int($0.document) } == [0, 0, 1])
    }

    @Test func aFileWithoutADocumentIsNone() {
        var files = loaded()
        files.append(InputFile(path: "void.txt"), batch("void.txt", ""))
        files.skip(SkippedInput(path: "x", reason: .binary, message: "is no text"))
        files.append(InputFile(path: "a.txt"), batch("a.txt", "甲"))
        #expect(files.files.map(\.input.path) == ["a.txt"])
        #expect(files.files.map(\.documents) == [0..<1])
        #expect(files.batch.skipped.map(\.path) == ["void.txt", "x"])
    }

    @Test func whatIsSkippedBeforeStaysFirst() {
        let skipped = [SkippedInput(path: "none", reason: .notFound, message: "is not there")]
        var files = LoadedFiles(
            skipped: skipped,
            share: 1 << 20,
            memory: MemoryBudget(),
            known: nil
        )
        files.append(InputFile(path: "void.txt"), batch("void.txt", " "))
        #expect(files.batch.skipped.map(\.path) == ["none", "void.txt"])
    }

    /// A document of another path than its file's is an entry of an archive.
    @Test func entriesAreOfAnArchive() {
        var files = loaded()
        files.append(InputFile(path: "z.zip"), batch("z.zip!/a.txt", "甲"))
        #expect(files.files.map(\.format) == [.archive])
        #expect(files.files.map(\.input.path) == ["z.zip"])
    }

    @Test func whatIsKnownIsToldByItsPath() {
        var files = loaded(known: [Array("old.txt".utf8)])
        for name in ["new.txt", "old.txt"] {
            files.append(InputFile(path: name), batch(name, "甲"))
        }
        #expect(files.files.map(\.isKnown) == [false, true])
    }

    @Test func textsLeaveTheHeapWhereTheyAreTooMany() throws {
        let memory = MemoryBudget(limit: 0)
        var files = LoadedFiles(skipped: [], share: 16, memory: memory, known: nil)
        for name in ["a.txt", "b.txt"] {
            files.append(InputFile(path: name), batch(name, String(repeating: "甲乙", count: 20)))
        }
        #expect(memory.spilledBytes == 0)
        try files.gather()
        #expect(memory.spilledBytes >= 240)
        var scratch: [UInt8] = []
        for document in files.batch.documents {
            let count = files.batch.withText(of: document, scratch: &scratch) { $0.count }
            #expect(count == 120)
        }
    }
}

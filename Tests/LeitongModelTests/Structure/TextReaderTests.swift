import Foundation
import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct TextReaderTests {
    private func read(_ text: String) -> DocumentBatch {
        TextReader(path: "f.txt", format: .text)
            .read(DecodedText(bytes: Array(text.utf8), encoding: "UTF-8"))
    }

    @Test func aTextIsOneDocument() {
        let batch = read("在会上的讲话\n\n同志们：\n今天讲三点。\n")
        #expect(batch.documents.count == 1)
        #expect(batch.documents[0].name == "f.txt")
        #expect(batch.documents[0].title == "在会上的讲话")
        #expect(batch.documents[0].scalarCount == 20)
        #expect(batch.documents[0].paragraphs == 0..<3)
        #expect(batch.documents[0].sections.isEmpty)
        #expect(batch.sections.isEmpty)
        #expect(batch.paragraphs.allSatisfy { $0.section == 0 && $0.document == 0 })
    }

    @Test func whiteSpaceAloneIsEmpty() {
        let batch = read(" \n\t\u{3000}\r\n")
        #expect(batch.documents.isEmpty && batch.sources.isEmpty)
        #expect(batch.skipped.map(\.reason) == [.empty])
        #expect(batch.skipped.map(\.path) == ["f.txt"])
    }

    @Test func aCompiledFileHasSections() {
        let batch = read("讲话汇编六篇\n说明。\n【篇一】第一个题目\n正文。\n【篇二】\n第二个题目\n正文二。\n")
        #expect(batch.sections.map(\.ordinal) == [0, 1, 2])
        #expect(batch.sections.map(\.title) == [nil, "第一个题目", "第二个题目"])
        #expect(batch.sections.map(\.paragraphs) == [0..<2, 2..<4, 4..<7])
        #expect(batch.documents[0].sections == 0..<3)
        #expect(batch.documents[0].title == "讲话汇编六篇")
        #expect(batch.paragraphs.map(\.section) == [0, 0, 1, 1, 2, 2, 2])
        let starts = batch.paragraphs.map(\.scalarStart)
        #expect(starts == [0, 7, 11, 21, 25, 30, 36])
    }

    @Test func withoutAPreambleTheFirstSectionIsOne() {
        let batch = read("（一）\n甲甲甲甲甲\n文。\n（二）\n文。\n")
        #expect(batch.sections.map(\.ordinal) == [1, 2])
        #expect(batch.sections.map(\.title) == ["甲甲甲甲甲", nil])
        #expect(batch.documents[0].title == nil)
    }

    /// A file of six speeches that stands beside the repository on some machines.
    @Test func theSeedOfSixSpeechesHasSixSections() throws {
        let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL
        let path = root.appending(path: "../shared/seeds/004_0dcb52506dea78df.txt").path
        guard FileManager.default.fileExists(atPath: path) else { return }
        let batch = try DocumentReader(options: .init()).read(InputFile(path: path))
        #expect(batch.sections.count { $0.ordinal > 0 } == 6)
    }
}

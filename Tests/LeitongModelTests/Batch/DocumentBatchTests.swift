import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct DocumentBatchTests {
    private func batch(_ path: String, _ text: String) throws -> DocumentBatch {
        try DocumentReader(options: .init()).open(Array(text.utf8), path: path).read()
    }

    private func texts(_ batch: DocumentBatch) -> [[String]] {
        var scratch: [UInt8] = []
        return batch.documents.map { document in
            document.paragraphs.map { index in
                batch.withText(ofParagraph: index, scratch: &scratch) { text in
                    ByteSearch.string(text, 0..<text.count)
                }
            }
        }
    }

    @Test func appendingShiftsEveryPosition() throws {
        let parts = [
            try batch("a.txt", "【篇一】\n甲\n【篇二】\n乙\n"),
            try batch(
                "b.jsonl",
                "{\"id\":\"x\",\"text\":\"丙\\n\\u4e01\"}\n{}\n{\"id\":\"y\",\"text\":\"戊\"}"
            ),
            try batch("blank.txt", " "),
            try batch("c.txt", "说明\n【篇一】\n己\n【篇二】\n庚\n"),
        ]
        var whole = DocumentBatch()
        for part in parts { whole.append(part) }
        // The record of two paragraphs is resolved into a source of its own.
        #expect(whole.sources.count == 4)
        #expect(whole.documents.map(\.name) == ["a.txt", "x", "y", "c.txt"])
        #expect(whole.documents.map(\.source) == [0, 2, 1, 3])
        #expect(whole.documents.map(\.sections) == [0..<2, 0..<0, 0..<0, 2..<5])
        #expect(whole.documents.map(\.paragraphs) == [0..<4, 4..<6, 6..<7, 7..<12])
        #expect(whole.sections.map(\.document) == [0, 0, 3, 3, 3])
        #expect(whole.sections.map(\.ordinal) == [1, 2, 0, 1, 2])
        #expect(whole.sections.map(\.paragraphs) == [0..<2, 2..<4, 7..<8, 8..<10, 10..<12])
        #expect(whole.paragraphs.map(\.document) == [0, 0, 0, 0, 1, 1, 2, 3, 3, 3, 3, 3])
        #expect(
            texts(whole) == [
                ["【篇一】", "甲", "【篇二】", "乙"], ["丙", "丁"], ["戊"], ["说明", "【篇一】", "己", "【篇二】", "庚"],
            ]
        )
        #expect(whole.skipped.map(\.path) == ["b.jsonl:2", "blank.txt"])
    }

    @Test func partsOfOneSourceShareIt() throws {
        let part = JSONLinesReader(path: "f", options: .init())
        let bytes = Array("{\"text\":\"a\"}\n{\"text\":\"b\"}\n".utf8)
        var whole = DocumentBatch()
        whole.sources = [SourceText([]), SourceText(bytes)]
        for (line, range) in part.ranges(in: bytes.span, size: 1).enumerated() {
            whole.append(
                part.read(bytes.span, range: range, firstLine: line + 1),
                ofFile: 1
            )
        }
        #expect(whole.documents.map(\.source) == [1, 1])
        #expect(whole.documents.map(\.name) == ["f:1", "f:2"])
        #expect(texts(whole) == [["a"], ["b"]])
    }

    @Test func textIsLentPlainAndUnescaped() throws {
        let batch = try batch("b.jsonl", #"{"text":" a\tb "}"# + "\n" + #"{"text":" plain "}"#)
        var scratch: [UInt8] = [1, 2, 3]
        let lent = batch.documents.map { document in
            batch.withText(of: document, scratch: &scratch) { ByteSearch.string($0, 0..<$0.count) }
        }
        #expect(lent == [" a\tb ", " plain "])
        #expect(texts(batch) == [["a\tb"], ["plain"]])
    }
}

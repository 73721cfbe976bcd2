import Testing

@testable import LeitongModel

@Suite struct FrontMatterTests {
    private func read(_ text: String, format: DocumentFormat = .markdown) -> DocumentBatch {
        TextReader(path: "a.md", format: format)
            .read(DecodedText(bytes: Array(text.utf8), encoding: "UTF-8", evidence: .init(.valid)))
    }

    private func paragraphs(_ batch: DocumentBatch) -> [String] {
        var scratch: [UInt8] = []
        return batch.paragraphs.indices.map { index in
            batch.withText(ofParagraph: index, scratch: &scratch) { text in
                ByteSearch.string(text, 0..<text.count)
            }
        }
    }

    @Test(arguments: [DocumentFormat.markdown, .text], ["\n", "\r\n"])
    func isNoParagraphOfTheText(format: DocumentFormat, lineEnd: String) {
        let lines = [
            "---", "title: \"水渠的“修砌”\"", "# a comment", "weight: 20", "", "tags:", "  - 水利", "- 农村",
            "date: 2024-03-05", "---", "", "清河镇的旧水渠重新砌了石头。", "第二段在这里。", "",
        ]
        let batch = read(lines.joined(separator: lineEnd), format: format)
        #expect(paragraphs(batch) == ["清河镇的旧水渠重新砌了石头。", "第二段在这里。"])
        #expect(batch.paragraphs.map(\.line) == [12, 13])
        #expect(batch.documents[0].title == "水渠的“修砌”")
        #expect(batch.metadata.map(\.date) == ["2024-03-05"])
        #expect(batch.metadata.map(\.fileDate) == [nil])
        // Positions count the whole text of the file.
        let start = lines[..<11].joined(separator: lineEnd).unicodeScalars.count
        #expect(Int(batch.paragraphs[0].scalarStart) == start + lineEnd.unicodeScalars.count)
    }

    @Test func withoutATitleTheTextHasOne() {
        let batch = read("---\nweight: 20\n...\n# 水渠的修砌\n清河镇的旧水渠重新砌了石头。\n")
        #expect(batch.documents[0].title == "水渠的修砌")
        #expect(paragraphs(batch).count == 2)
    }

    @Test(arguments: [
        "---\n这是正文：一条横线下面的第一段。\n---\n下一段。\n", "---\n\n---\n正文。\n", "---\ntitle: 没有结尾\n正文。\n",
        "正文。\n---\ntitle: 不在开头\n---\n", "----\ntitle: 四个\n----\n正文。\n",
        "---\nhttp://example.org/a\n---\n正文。\n",
        "---\nHe said, and nobody heard: nothing\n---\n正文。\n", "--- \n", "---", "",
    ])
    func otherTextIsText(text: String) {
        #expect(FrontMatter(of: Array(text.utf8).span) == nil)
    }

    @Test(arguments: [
        ("title: 一个题目", "一个题目"), ("title:   '它''s'  ", "它's"),
        ("title: \"a \\\"b\\\"\"", "a \"b\""),
        ("\"title\": 引号里的键", "引号里的键"), ("TITLE: x: y", "x: y"), ("title: a#b # c", "a#b"),
        ("title:", nil),
        ("title: >", nil), ("title: |\n  下面的", nil), ("other: x", nil), ("title: ''", nil),
        ("title: first\ntitle: second", "first"),
    ])
    func valuesAreRead(line: String, title: String?) {
        let text = "---\n\(line)\n---\n"
        #expect(FrontMatter(of: Array(text.utf8).span)?.title == title)
        #expect(FrontMatter(of: Array(text.utf8).span)?.byteCount == text.utf8.count)
    }

    @Test func nothingButFrontMatterIsNoText() {
        let batch = read("---\ntitle: 题目\n---\n\n")
        #expect(batch.documents.isEmpty && batch.skipped.map(\.reason) == [.empty])
    }
}

import TestSupport
import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct BibliographyTests {
    /// The lines of a text that stand under headings of bibliographies.
    private func listed(_ lines: [String]) -> [String] {
        let ranges = Bibliography.ranges(of: lines.indices) { index in
            lines[index].unicodeScalars.count <= Bibliography.lineLimit ? lines[index] : nil
        }
        #expect(ranges.allSatisfy { !$0.isEmpty })
        return ranges.flatMap { lines[$0] }
    }

    private func mayBegin(with line: String) -> Bool {
        let bytes = Array(line.utf8)
        return Bibliography.mayBegin(with: bytes.span)
    }

    @Test(arguments: [
        "参考文献", "参考文献：", "参　考　文　献", "【参考文献】", "[参考文献]", "## 参考文献", "**参考文献**", "六、参考文献",
        "（六）参考文献", "第六章 参考文献", "6. 参考文献", "6 参考文献", "主要参考资料", "參考文獻", "参考书目", "References",
        "REFERENCES",
        "Ｒｅｆｅｒｅｎｃｅｓ", "# References #", "7. References", "VII. Bibliography", "Works Cited",
        "Works cited:",
        "参考文献 (References)", "—— 参考资料 ——",
    ])
    func isAHeading(line: String) {
        #expect(Bibliography.heading(line)?.isOfBibliography == true)
        #expect(mayBegin(with: line))
    }

    /// No heading is passed over at a glance: lines of pieces of headings, marks and forms of letters.
    @Test func aGlanceLosesNoHeading() {
        let pieces = [
            "参考", "參考", "引用", "文献", "文獻", "资料", "書目", "references", "REFERENCE", "Bibliography",
            "works", "CITED", "ｒｅｆｅｒｅｎｃｅｓ", "r", "Ref", "erences", "\u{F96B}考", "（", ")", "1.",
            "五、", "IV.", "XV.", "x.", "m", "#",
            "* ", "：", "—", "\u{3000}", "\t", "[", "】", ",", "，", "。", "!", "甲",
        ]
        var random = SplitMix64(seed: 7)
        var headings = 0
        for _ in 0..<20_000 {
            let line = (0..<Int.random(in: 1...5, using: &random))
                .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            guard Bibliography.heading(line)?.isOfBibliography == true else { continue }
            headings += 1
            #expect(mayBegin(with: line), "\(line)")
        }
        #expect(headings > 200)
    }

    @Test(arguments: [
        "", "参考文献见附件", "本文参考文献共有三十种。", "参考文献 ……… 45", "see References", "References to the past",
        "文献", "参考",
        "第六章 结论", "[1] 参考文献著录规则", "References 12",
    ])
    func isNone(line: String) {
        #expect(Bibliography.heading(line)?.isOfBibliography != true)
    }

    @Test func whatStandsBelowGoesToTheEnd() {
        #expect(listed(["正文", "参考文献", "[1] 甲", "[2] 乙"]) == ["[1] 甲", "[2] 乙"])
        #expect(listed(["正文", "参考文献"]).isEmpty)
        #expect(listed(["正文", "[1] 甲"]).isEmpty)
    }

    @Test(arguments: [
        ("参考文献", "附录"), ("参考文献", "附录一：调查问卷"), ("References", "Appendix A"),
        ("References", "# Appendix"),
        ("参考文献", "致　谢"), ("参考文献", "第七章 结论"), ("六、参考文献", "七、后面的话"), ("6. References", "7. Outlook"),
        ("## 参考文献", "## 后面的话"), ("## 参考文献", "# 后面的话"), ("（三）参考文献", "（四）其他"),
        ("V. References", "VI. Outlook"),
    ])
    func theNextHeadingOfItsKindEndsIt(heading: String, next: String) {
        let lines = ["正文", heading, "1. 甲", "2. 乙", next, "后面的正文"]
        #expect(listed(lines) == ["1. 甲", "2. 乙"])
    }

    @Test(arguments: [
        ("## 参考文献", "### 中文"), ("六、参考文献", "九、一部书名"), ("参考文献", "一、著作"),
        ("6. References", "5. A book, 1999"),
    ])
    func otherLinesDoNot(heading: String, line: String) {
        #expect(listed([heading, "甲", line, "乙"]) == ["甲", line, "乙"])
    }

    @Test func thereMayBeSeveral() {
        let lines = ["参考文献", "甲", "附录", "乙", "References", "丙", "Bibliography", "丁"]
        #expect(listed(lines) == ["甲", "丙", "丁"])
    }

    @Test func aTableOfContentsHeadsNothing() {
        let lines = ["目录", "一、绪论", "参考文献", "绪论", "正文在这里。", "参考文献", "[1] 甲"]
        #expect(listed(lines) == ["[1] 甲"])
    }

    /// A batch tells the same of documents and of sections, in plain texts and in escaped records.
    @Test func positionsAreThoseOfTheBatch() throws {
        let text = "一篇足够长的文章的题目\n正文在这里。\n参考文献\n[1] 甲\n[2] 乙\n附录\n丙\n"
        let batch = TextReader(path: "a.txt", format: .text)
            .read(DecodedText(bytes: Array(text.utf8), encoding: "UTF-8", evidence: .init(.valid)))
        let all = batch.documents[0].paragraphs
        #expect(batch.bibliographyRanges(in: all) == [3..<5])
        #expect(batch.bibliographyRanges(in: 3..<all.upperBound).isEmpty)
        #expect(batch.bibliographyRanges(in: 2..<4) == [3..<4])
        let record = #"{"text":"正文\n参考文献\n[1] 甲\n"}"#
        let records = JSONLinesReader(path: "r.jsonl", options: .init())
        let bytes = Array(record.utf8)
        var batches = DocumentBatch()
        batches.sources = [SourceText(bytes)]
        batches.append(
            records.read(
                bytes.span,
                range: bytes.indices,
                firstLine: 1,
                encoding: "UTF-8",
                evidence: .init(.valid)
            ),
            ofFile: 0
        )
        #expect(batches.bibliographyRanges(in: batches.documents[0].paragraphs) == [2..<3])
    }
}

import TestSupport
import Testing

@testable import LeitongModel

@Suite struct ParagraphSplitterTests {
    private static let pieces = [
        "字", "，", "。", "a", "word ", "\n", "\n", "\r\n", "\r", "\n\n", " ", "\t", "\u{3000}",
        "\u{A0}",
        "\u{2003}", "\u{200B}", "\u{FEFF}", "\u{2028}", "\u{85}", "\u{1680}", "😀", "é", "e\u{301}",
        "\u{0}", "一、", "（一）", "- ", "工作会议强调要坚持问题导向抓好落实", "the quick brown fox jumps over",
    ]

    @Test func paragraphsAreThoseOfAPlainCountOnRandomTexts() {
        var random = SplitMix64(seed: 7)
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 0...60, using: &random))
                .map { _ in Self.pieces.randomElement(using: &random) ?? "" }
                .joined()
            check(Splitting(text))
        }
    }

    /// Ordered, disjoint, trimmed, on scalars, with nothing but white space between, and counted right.
    private func check(_ splitting: Splitting) {
        let scalars = Array(splitting.text.unicodeScalars)
        #expect(splitting.scalarCount == scalars.count)
        var end = 0
        for (paragraph, text) in zip(splitting.paragraphs, splitting.texts) {
            let range = Int(paragraph.scalarStart)..<Int(paragraph.scalarEnd)
            guard range.lowerBound >= end, range.upperBound <= scalars.count, !range.isEmpty else {
                Issue.record(
                    "\(range) behind \(end) of \(scalars.count) in \(splitting.text.debugDescription)"
                )
                return
            }
            #expect(scalars[end..<range.lowerBound].allSatisfy(isSpace))
            #expect(!isSpace(scalars[range.lowerBound]) && !isSpace(scalars[range.upperBound - 1]))
            #expect(string(scalars[range]) == text)
            #expect(string(scalars[..<range.lowerBound]).utf8.count == Int(paragraph.byteStart))
            #expect(lineNumber(of: range.lowerBound, scalars) == Int(paragraph.line))
            end = range.upperBound
        }
        #expect(scalars[end...].allSatisfy(isSpace))
    }

    private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value <= 0x20 || scalar.properties.isWhitespace
            || ["\u{200B}", "\u{2060}", "\u{FEFF}"].contains(scalar)
    }

    private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private func lineNumber(of place: Int, _ scalars: [Unicode.Scalar]) -> Int {
        var line = 1
        for index in 0..<place {
            let isPair = scalars[index] == "\r" && scalars[index + 1] == "\n"
            if scalars[index] == "\n" || scalars[index] == "\r" && !isPair { line += 1 }
        }
        return line
    }

    @Test func aLineIsAParagraph() {
        let splitting = Splitting("标题\r\n　　第一段。\n\n\t第二段。 \r第三段")
        #expect(splitting.texts == ["标题", "第一段。", "第二段。", "第三段"])
        #expect(splitting.paragraphs.map(\.line) == [1, 2, 4, 5])
        #expect(splitting.paragraphs.map(\.scalarStart) == [0, 6, 13, 19])
    }

    @Test func blankTextsHaveNone() {
        for text in ["", "\n", " \r\n\t\u{3000}", "\u{FEFF}"] {
            #expect(Splitting(text).paragraphs.isEmpty)
        }
    }

    @Test func aSingleLineIsCutAsAnyOther() {
        for text in ["", " ", "一行", "\u{3000}一行😀\u{A0}", "a"] {
            let bytes = Array(text.utf8)
            var paragraphs: [Paragraph] = []
            let count = ParagraphSplitter.splitLine(bytes.span, document: 0, into: &paragraphs)
            let whole = Splitting(text)
            #expect(count == whole.scalarCount)
            #expect(paragraphs == whole.paragraphs)
        }
    }
}

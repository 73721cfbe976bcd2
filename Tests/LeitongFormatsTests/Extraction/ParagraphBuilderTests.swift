import TestSupport
import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct ParagraphBuilderTests {
    private func built(_ build: (inout ParagraphBuilder) -> Void) -> (String, [Int]) {
        var builder = ParagraphBuilder()
        build(&builder)
        return (String(decoding: builder.bytes, as: UTF8.self), builder.softBreaks)
    }

    @Test(arguments: [
        ("  a \t b  ", "a b"), ("a\nb", "a b"), ("甲\n乙", "甲乙"), ("甲 乙", "甲 乙"), ("甲\nb", "甲 b"),
        ("a\n甲", "a 甲"), ("甲，\r\n乙", "甲，乙"), ("甲 \n 乙", "甲乙"), ("", ""), (" \n ", ""),
        ("a\u{7F}b", "a b"), ("甲\u{3000}\n乙", "甲\u{3000}乙"),
    ])
    func whiteSpaceIsFoldedAsOnAPage(text: String, folded: String) {
        #expect(built { $0.append(text) } == (folded, []))
        // In pieces it is the same, wherever they are cut.
        let pieces = built { builder in
            for scalar in text.unicodeScalars { builder.append(String(scalar)) }
        }
        #expect(pieces == (folded, []))
    }

    @Test func theGreaterGapWins() {
        let text = built { builder in
            builder.append("a ")
            builder.lineBreak()
            builder.append(" b")
            builder.endParagraph()
            builder.lineBreak()
            builder.append("c")
            builder.lineBreak()
            builder.lineBreak()
            builder.append("d")
            builder.endParagraph()
        }
        #expect(text == ("a\nb\nc\nd", [1]))
    }

    @Test func hyphensGo() {
        let text = built { builder in
            builder.append("co-")
            builder.removeHyphen()
            builder.append("py soft\u{AD} ")
            builder.removeHyphen()
            builder.append("ware")
        }
        #expect(text == ("copy software", []))
    }

    @Test func finishedParagraphsStandApart() {
        let part = ExtractedText(bytes: Array("b\nc".utf8), softBreaks: [1])
        let text = built { builder in
            builder.append("a")
            builder.appendParagraphs(part)
            builder.appendParagraphs(ExtractedText())
            builder.append("d")
        }
        #expect(text == ("a\nb\nc\nd", [3]))
    }

    @Test func linesOfPreformattedTextCount() {
        let bytes = Array("a  b\n\n c\n".utf8)
        #expect(built { $0.appendPreformatted(bytes.span) } == ("a b\nc", []))
    }
}

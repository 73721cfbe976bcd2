import TestSupport
import Testing

@testable import Leitong

@Suite struct QuotationMarksTests {
    /// Whether the stretch between two bars is quoted.
    private func isQuoted(_ marked: String) -> Bool {
        let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return false }
        let start = parts[0].utf8.count
        let text = Array(parts.joined().utf8)
        return QuotationMarks.enclose(start..<start + parts[1].utf8.count, in: text)
    }

    @Test(arguments: ["“”", "《》", "「」", "『』"])
    func marksOfAPairEnclose(pair: String) throws {
        let (open, close) = (try #require(pair.first), try #require(pair.last))
        #expect(isQuoted("他说\(open)|绿水青山|\(close)"))
        #expect(isQuoted("他说\(open)绿水|青山|"))
        #expect(isQuoted("他说|\(open)绿水青山绿水青山\(close)|"))
        #expect(!isQuoted("他说\(open)绿水\(close)|青山|"))
        #expect(!isQuoted("他说|青山|\(open)绿水\(close)"))
        // A mark of another pair does not close it.
        let other = pair == "“”" ? "》" : "”"
        #expect(isQuoted("他说\(open)绿水\(other)|青山|"))
        // A quotation ends with its paragraph.
        #expect(!isQuoted("他说\(open)绿水\n|青山|"))
    }

    /// Four fifths of the stretch, with the mark that opens it.
    @Test func fourFifthsAreEnough() {
        #expect(isQuoted("|甲“乙丙丁|"))
        #expect(!isQuoted("|甲甲“乙丙丁|"))
        #expect(isQuoted("“甲|乙丙丁戊”|"))
        #expect(!isQuoted("“甲|乙丙丁”己|"))
    }

    /// One kind of mark, in any order: held to a walk over each paragraph.
    @Test(arguments: 0..<100)
    func enclosedIsWhatAWalkFindsOpen(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let pieces: [Character] = ["甲", "乙", "丙", "丁", "“", "”", "。", "\n", "a"]
        let text = (0..<Int.random(in: 1...60, using: &random))
            .map { _ in pieces.randomElement(using: &random) ?? "甲" }
        var isOpen = false
        // For each byte, whether it stands inside.
        var inside: [Bool] = []
        for character in text {
            switch character {
            case "“": isOpen = true
            case "”", "\n": isOpen = false
            default: break
            }
            inside += character.utf8.map { _ in isOpen }
        }
        for start in text.indices {
            for end in start + 1...text.count {
                let first = text[..<start].reduce(0) { $0 + $1.utf8.count }
                let length = text[start..<end].reduce(0) { $0 + $1.utf8.count }
                let count = inside[first..<first + length].count { $0 }
                #expect(
                    QuotationMarks.enclose(first..<first + length, in: Array(String(text).utf8))
                        == (5 * count >= 4 * length)
                )
            }
        }
    }

    /// A mark further than 900 bytes before is none of the stretch.
    @Test func marksFarAwayAreForgotten() {
        // The mark has three bytes, and so has each character.
        #expect(isQuoted("“" + String(repeating: "甲", count: 299) + "|乙|"))
        #expect(!isQuoted("“" + String(repeating: "甲", count: 300) + "|乙|"))
    }

    @Test(arguments: ["指出", "强调", "提出", "要求", "写道", "宣告", "讲话"])
    func aVerbOfSayingComesRightBefore(frame: String) {
        for marks in ["", "，", "：", ":", ",", "：“", "，“《", ": ", "：\u{3000}"] {
            #expect(isQuoted("会议\(frame)\(marks)|绿水青山|"))
        }
        #expect(!isQuoted("会议\(frame)了|绿水青山|"))
        #expect(!isQuoted("会议\(frame)，，，，|绿水青山|"))
        #expect(!isQuoted("会议\(frame)。|绿水青山|"))
        #expect(!isQuoted("会议|\(frame)绿水青山|"))
    }

    @Test func stretchesAtTheBordersOfATextAreRead() {
        #expect(!isQuoted("|绿|"))
        #expect(!isQuoted("|ab|"))
        #expect(isQuoted("|“|"))
        #expect(!isQuoted("|”|"))
        #expect(isQuoted("指出|绿|"))
    }

    @Test func aWholeParagraphIsAQuotation() {
        func isWhole(_ text: String) -> Bool {
            QuotationMarks.encloseAll(of: Array(text.utf8).span)
        }
        for text in ["“绿水青山”", "“绿水青山。”", "“绿水青山”。", "《绿水青山》", "「绿水」", "『绿水』！"] {
            #expect(isWhole(text), "\(text)")
        }
        for text in ["“绿水青山", "绿水青山”", "绿“水青山”", "“绿水》", "“绿水”青山", "“”", "", "“绿水”吗。"] {
            #expect(!isWhole(text), "\(text)")
        }
    }
}

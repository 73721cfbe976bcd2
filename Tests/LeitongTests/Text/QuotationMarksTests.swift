import TestSupport
import Testing

@testable import Leitong

/// What is quoted, held to a walk over the characters.
@Suite struct QuotationMarksTests {
    /// What is quoted in a paragraph.
    private func quoted(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return QuotationMarks.ranges(in: bytes.span)
            .map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test(arguments: ["“”", "《》", "「」", "『』"])
    func marksOfAPairEnclose(pair: String) throws {
        let (open, close) = (try #require(pair.first), try #require(pair.last))
        #expect(quoted("他说\(open)绿水青山\(close)很好") == ["绿水青山"])
        #expect(quoted("\(open)绿水\(close)青山\(open)金山\(close)") == ["绿水", "金山"])
        // What is not closed reaches to the end of the paragraph.
        #expect(quoted("他说\(open)绿水青山") == ["绿水青山"])
        #expect(quoted("他说\(open)\(close)") == [])
        #expect(quoted("他说绿水青山\(close)") == [])
        // A mark of another pair neither closes it nor opens anew.
        let other = pair == "“”" ? "《》" : "“”"
        #expect(quoted("他说\(open)绿\(other)水\(close)青山") == ["绿\(other)水"])
    }

    /// All kinds of marks in any order: held to a walk over the characters.
    @Test(arguments: 0..<300)
    func quotedIsWhatAWalkFindsOpen(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let pieces: [Character] = ["甲", "乙", "“", "”", "《", "》", "。", "a", "é"]
        let text = (0..<Int.random(in: 0...60, using: &random))
            .map { _ in pieces.randomElement(using: &random) ?? "甲" }
        let closing: [Character: Character] = ["“": "”", "《": "》"]
        var expected: [String] = []
        var open: (close: Character, text: String)?
        for character in text {
            if let current = open {
                if character == current.close {
                    expected.append(current.text)
                    open = nil
                } else {
                    open?.text.append(character)
                }
            } else if let close = closing[character] {
                open = (close, "")
            }
        }
        if let open { expected.append(open.text) }
        #expect(quoted(String(text)) == expected.filter { !$0.isEmpty })
    }

    @Test(arguments: ["指出", "强调", "提出", "要求", "写道", "宣告", "讲话"])
    func theSentenceAfterAVerbOfSayingIsQuoted(frame: String) {
        // What follows without a mark may be the object of the verb: 要求整改.
        let takesObject = ["提出", "要求", "讲话"].contains(frame)
        for marks in ["", "，", "：", ":", ",", ": ", "：\u{3000}"] where !takesObject || marks != "" {
            #expect(quoted("会议\(frame)\(marks)绿水青山。散会") == ["绿水青山"])
            #expect(quoted("会议\(frame)\(marks)绿水青山") == ["绿水青山"])
        }
        // What a mark encloses goes no further than the mark.
        #expect(quoted("会议\(frame)：“绿水”青山。散会") == ["绿水"])
        #expect(quoted("会议\(frame)。绿水青山。") == [])
        #expect(quoted("会议\(frame)，绿水？会议\(frame)，青山！") == ["绿水", "青山"])
        #expect(quoted("会议\(frame)绿水。") == (takesObject ? [] : ["绿水"]))
        #expect(quoted(frame) == [])
    }

    /// Ranges rise and are apart, whatever stands there.
    @Test(arguments: 0..<100)
    func rangesRiseAndAreApart(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed) &+ 500)
        let pieces = ["甲", "指出", "，", "：", "“", "”", "《", "。", "强调", " ", "a", "\u{301}"]
        let text = (0..<Int.random(in: 0...40, using: &random))
            .map { _ in pieces.randomElement(using: &random) ?? "甲" }.joined()
        let bytes = Array(text.utf8)
        let ranges = QuotationMarks.ranges(in: bytes.span)
        for (range, next) in zip(ranges, ranges.dropFirst()) {
            #expect(range.upperBound <= next.lowerBound)
        }
        #expect(ranges.allSatisfy { !$0.isEmpty && $0.upperBound <= bytes.count })
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

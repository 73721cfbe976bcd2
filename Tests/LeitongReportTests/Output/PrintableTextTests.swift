import Testing

@testable import LeitongReport

@Suite struct PrintableTextTests {
    @Test(arguments: hostileTexts)
    func nothingThatIsPrintedSteersATerminal(text: String) {
        #expect(!steersTerminals(PrintableText.line(text)))
        #expect(!PrintableText.line(text).contains("\n"))
        #expect(!steersTerminals(PrintableText.singleLine(text)))
        #expect(!steersTerminals(PrintableText.spellingOutControls(in: text)))
    }

    /// Every scalar of the first planes: what is safe stays as it is, all else is spelled out.
    @Test func onlyWhatSteersIsSpelledOut() {
        for value in UInt32(0)...0x2FFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "a" + String(Character(scalar)) + "b"
            let isSafe =
                !steersTerminals(text) && value != 0x0A && value != 0x2028 && value != 0x2029
            let spelled = "a\\u{\(String(value, radix: 16, uppercase: true))}b"
            #expect(PrintableText.line(text) == (isSafe ? text : spelled), "\(value)")
        }
    }

    @Test func whiteSpaceIsOneSpaceOnASingleLine() {
        #expect(PrintableText.singleLine("　　甲 \n\t 乙\u{3000}") == "甲 乙")
        #expect(PrintableText.singleLine(" \n ") == "")
        #expect(PrintableText.singleLine("x\u{1B}y") == "x\\u{1B}y")
    }

    @Test func lineEndsStayWhereTheyAreWanted() {
        let text = "a\tb\r\nc\u{0}d"
        #expect(
            PrintableText.spellingOutControls(in: text, keepingLineEnds: true) == "a\tb\r\nc\\u{0}d"
        )
        #expect(PrintableText.spellingOutControls(in: text) == "a b  c\\u{0}d")
    }
}

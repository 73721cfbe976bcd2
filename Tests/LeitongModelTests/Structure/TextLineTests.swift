import Testing

@testable import LeitongModel

@Suite struct TextLineTests {
    private func lines(_ text: String) -> [TextLine] {
        var lines: [TextLine] = []
        let bytes = Array(text.utf8)
        let count = TextLine.split(bytes.span, into: &lines)
        #expect(count == text.unicodeScalars.count)
        return lines
    }

    @Test func linesEndAtEveryKindOfEnd() {
        let found = lines("a\nb\r\nc\rd\n\r\n\r\re")
        #expect(
            found.map(\.bytes) == [0..<1, 2..<3, 5..<6, 7..<8, 9..<9, 11..<11, 12..<12, 13..<14]
        )
        #expect(found.map(\.number) == [1, 2, 3, 4, 5, 6, 7, 8])
        #expect(lines("").isEmpty)
        #expect(lines("a\n").count == 1)
        #expect(lines("\n\n").map(\.isBlank) == [true, true])
    }

    @Test func whiteSpaceAroundIsTrimmed() {
        for space in [
            " ", "\t", "\u{A0}", "\u{3000}", "\u{2002}", "\u{200B}", "\u{202F}", "\u{FEFF}",
        ] {
            let found = lines("\(space)字\(space)字\(space)\(space)\n字")
            let width = space.utf8.count
            #expect(found[0].bytes == width..<2 * width + 6)
            #expect(found[0].scalars == 1..<4)
            #expect(found[0].isIndented)
            #expect(found[1].scalars == 7..<8)
            #expect(!found[1].isIndented)
        }
    }

    @Test func lettersWithBytesLikeWhiteSpaceStay() {
        for letter in ["\u{A1}", "\u{2010}", "\u{3001}", "\u{FEFE}", "à", "\u{200C}"] {
            #expect(lines(letter)[0].scalars == 0..<1)
        }
    }
}

import Testing

@testable import LeitongReport

@Suite struct DisplayWidthTests {
    @Test(
        arguments: [
            ("abc", 3), ("中文", 4), ("ＡＢ", 4), ("ｱ", 1), ("e\u{301}", 1), ("\u{200B}", 0),
            ("，。《》", 8), ("“”…", 3), ("👍", 2), ("한글", 4), ("𠀀", 2), ("é·", 2), ("", 0),
        ]
    )
    func widthIsThatOfATerminal(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }
}

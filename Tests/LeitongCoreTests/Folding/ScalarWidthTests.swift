import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct ScalarWidthTests {
    @Test(arguments: [
        "中", "一", "㐀", "\u{9FFF}", "々", "〇", "あ", "ン", "ㄅ", "㎏", "한", "가", "\u{D7A3}", "\u{1100}",
        "\u{11FF}",
        "\u{A960}", "豈", "⼀", "⺀", "𠀀", "\u{2A6DF}", "\u{30000}", "\u{1B000}",
    ])
    func charactersOfChineseJapaneseAndKoreanAreWide(text: String) {
        for scalar in text.unicodeScalars { #expect(ScalarWidth.width(of: scalar.value) == 2) }
    }

    @Test(arguments: [
        "a", "é", "я", "α", "ا", "1", "ก", "\u{10FF}", "\u{1200}", "ⅷ", "䷀", "\u{2FFF}",
        "\u{3004}", "\u{A4FF}", "ﬀ", "😀", "\u{1F000}",
    ])
    func allOthersAreNarrow(text: String) {
        for scalar in text.unicodeScalars { #expect(ScalarWidth.width(of: scalar.value) == 1) }
    }

    @Test func widthAtAByteIsTheWidthOfItsScalar() {
        for first in stride(from: UInt32(0), to: 0x11_0000, by: 4096) {
            for scalar in (first..<first + 4096).compactMap(Unicode.Scalar.init) {
                let bytes = Array(String(scalar).utf8)
                let width = ScalarWidth.width(of: scalar.value)
                if ScalarWidth.width(at: 0, in: bytes.span) == width { continue }
                Issue.record("U+\(Folding.hexadecimal(String(scalar)))")
            }
        }
    }
}

import Testing

@testable import LeitongModel

@Suite struct JSONStringDecoderTests {
    private func decoded(_ string: String) -> String {
        let bytes = Array(string.utf8)
        var output = Array("x".utf8)
        JSONStringDecoder.unescape(bytes.span, into: &output)
        return String(decoding: output.dropFirst(), as: UTF8.self)
    }

    @Test(arguments: [
        ("", ""), ("plain 字", "plain 字"), (#"\"\\\/"#, "\"\\/"),
        (#"\b\f\n\r\t"#, "\u{8}\u{C}\n\r\t"),
        (#"\u4e2d\u6587"#, "中文"), (#"\u00E9\u00e9"#, "éé"), (#"\ud83d\ude00!"#, "😀!"),
        (#"a\ud83db"#, "a\u{FFFD}b"), (#"\ude00"#, "\u{FFFD}"),
        (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀"),
        (#"\ud83d\n"#, "\u{FFFD}\n"), (#"\ud83d\u0041"#, "\u{FFFD}A"), (#"\ud83d"#, "\u{FFFD}"),
        (#"\u0000"#, "\u{0}"), (#"\uFEFF"#, "\u{FEFF}"), (#"\\u4e2d"#, #"\u4e2d"#),
    ])
    func resolvesEscapes(string: String, expected: String) {
        #expect(decoded(string) == expected)
    }
}

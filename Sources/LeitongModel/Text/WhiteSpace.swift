/// White space around a line: all of ASCII up to the space, which takes the control characters with
/// it, Unicode's own white space, zero-width space, word joiner and U+FEFF.
package enum WhiteSpace {
    /// Length of the white-space scalar that begins at a byte, or 0.
    package static func length(startingAt index: Int, in text: Span<UInt8>, end: Int) -> Int {
        let first = text[index]
        if first <= 0x20 { return 1 }
        guard first >= 0xC2, index + 1 < end else { return 0 }
        if first == 0xC2 { return isSpace(text[index + 1]) ? 2 : 0 }
        guard first >= 0xE1, index + 2 < end else { return 0 }
        return isSpace(first, text[index + 1], text[index + 2]) ? 3 : 0
    }

    /// Length of the white-space scalar that ends before a byte, or 0.
    package static func length(endingAt index: Int, in text: Span<UInt8>, start: Int) -> Int {
        let last = text[index - 1]
        if last <= 0x20 { return 1 }
        // All the others end in a byte that continues a scalar.
        guard last & 0xC0 == 0x80, index - 2 >= start else { return 0 }
        if text[index - 2] == 0xC2 { return isSpace(last) ? 2 : 0 }
        guard index - 3 >= start else { return 0 }
        return isSpace(text[index - 3], text[index - 2], last) ? 3 : 0
    }

    /// U+0085 and U+00A0, behind C2.
    private static func isSpace(_ second: UInt8) -> Bool {
        second == 0x85 || second == 0xA0
    }

    /// U+1680, U+2000 to U+200B, U+2028, U+2029, U+202F, U+205F, U+2060, U+3000 and U+FEFF.
    private static func isSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second, third) {
        case (0xE1, 0x9A, 0x80),
            (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF),
            (0xE2, 0x81, 0x9F), (0xE2, 0x81, 0xA0), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
            true
        default:
            false
        }
    }
}

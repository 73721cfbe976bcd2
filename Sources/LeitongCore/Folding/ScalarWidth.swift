/// How wide a scalar is.
///
/// Shingles and seeds are measured in widths, so that one rule serves all scripts: a character of Chinese carries about twice the information of a letter.
@_spi(Core) public enum ScalarWidth {
    /// The width of a scalar: 2 for Chinese, Japanese and Korean characters, else 1.
    ///
    /// - Parameter scalar: Value of a Unicode scalar.
    /// - Returns: 1 or 2.
    public static func width(of scalar: UInt32) -> Int {
        if scalar < 0x1100 { return 1 }
        // The bulk first: ideographs, then syllables and kana, then the rest of their blocks.
        if scalar >= 0x3400, scalar <= 0x9FFF { return scalar < 0x4DC0 || scalar >= 0x4E00 ? 2 : 1 }
        if scalar >= 0xAC00, scalar <= 0xD7FF { return 2 }
        if scalar >= 0x3005, scalar <= 0x33FF { return 2 }
        if scalar <= 0x11FF || (scalar >= 0xA960 && scalar <= 0xA97F) { return 2 }
        if scalar >= 0x2E80, scalar <= 0x2FDF { return 2 }
        if scalar >= 0xF900, scalar <= 0xFAFF { return 2 }
        return scalar >= 0x1_AFF0 && scalar <= 0x1_B16F || scalar >= 0x2_0000 && scalar <= 0x3_FFFF
            ? 2 : 1
    }

    /// The width of the scalar that begins at a byte.
    @inline(__always)
    static func width(at byte: Int, in bytes: Span<UInt8>) -> Int {
        let lead = bytes[byte]
        if lead < 0xE1 { return 1 }
        // E5 to E9 begin ideographs only; so does E4, but for U+4DC0 to U+4DFF (second byte B7).
        // EF and a second byte from BC begin the full-width forms.
        if lead >= 0xE5, lead <= 0xE9 { return 2 }
        // A byte of broken text counts as what it seems to begin.
        if lead == 0xE4 || lead == 0xEF, byte + 1 < bytes.count {
            let second = bytes[byte + 1]
            if lead == 0xE4, second != 0xB7 { return 2 }
            if lead == 0xEF, second >= 0xBC { return 1 }
        }
        return widthOfRare(at: byte, in: bytes)
    }

    @inline(never)
    private static func widthOfRare(at byte: Int, in bytes: Span<UInt8>) -> Int {
        width(of: UTF8Decoding.scalar(at: byte, in: bytes).scalar)
    }
}

/// Decodes scalars of text that should be UTF-8 and is never trusted to be.
enum UTF8Decoding {
    /// The scalar at a byte and its length in bytes; a byte that begins none is U+FFFD of length 1.
    static func scalar(at position: Int, in text: Span<UInt8>) -> (scalar: UInt32, length: Int) {
        let lead = text[position]
        if lead < 0x80 { return (UInt32(lead), 1) }
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2, lead < 0xF5, position + length <= text.count else { return (0xFFFD, 1) }
        // The lead byte of n bytes carries 7 - n bits.
        var scalar = UInt32(lead) & (0x7F >> UInt32(length))
        for offset in 1..<length {
            let byte = text[position + offset]
            guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            scalar = scalar << 6 | UInt32(byte & 0x3F)
        }
        let isOverlong = scalar < (length == 3 ? 0x800 : length == 4 ? 0x1_0000 : 0x80)
        guard !isOverlong, scalar < 0x11_0000, scalar & 0x1F_F800 != 0xD800 else {
            return (0xFFFD, 1)
        }
        return (scalar, length)
    }

    /// Length in bytes of the scalar at a byte; 1 where none begins.
    @inline(__always)
    static func length(at position: Int, in text: Span<UInt8>) -> Int {
        let lead = text[position]
        if lead >= 0xE1, lead <= 0xEC, position + 2 < text.count,
            text[position + 1] & 0xC0 == 0x80, text[position + 2] & 0xC0 == 0x80
        {
            return 3
        }
        return lead < 0x80 ? 1 : scalar(at: position, in: text).length
    }

    /// Length in bytes of a valid scalar that begins with a byte.
    @inline(__always)
    static func length(ofLead lead: UInt8) -> UInt32 {
        lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }

    /// The bytes of a scalar, the first lowest, and their number.
    static func encoded(_ scalar: UInt32) -> (word: UInt32, length: Int) {
        if scalar < 0x80 { return (scalar, 1) }
        let last = 0x80 | scalar & 0x3F
        if scalar < 0x800 { return (0xC0 | scalar >> 6 | last << 8, 2) }
        let third = 0x80 | scalar >> 6 & 0x3F
        if scalar < 0x1_0000 { return (0xE0 | scalar >> 12 | third << 8 | last << 16, 3) }
        let second = 0x80 | scalar >> 12 & 0x3F
        return (0xF0 | scalar >> 18 | second << 8 | third << 16 | last << 24, 4)
    }
}

/// Widths of text in the columns of a fixed-width page.
package enum Columns {
    /// Columns of a text: East Asian characters count 2, all others 1.
    ///
    /// Quotes, dashes and dots of the block U+2000 are as wide as the text they stand in.
    package static func count(_ text: Span<UInt8>) -> Int {
        var narrow = 0
        var wide = 0
        var ambiguous = 0
        for index in 0..<text.count where text[index] & 0xC0 != 0x80 {
            switch text[index] {
            case ..<0xE2: narrow += 1
            case 0xE2: ambiguous += 1
            default: wide += 1
            }
        }
        return narrow + 2 * wide + (wide > 0 ? 2 : 1) * ambiguous
    }

    /// Columns of what a wrapping program would have moved as one to the line before: an ideograph
    /// with the marks around it, or a word with its space.
    package static func ofFirstWord(_ text: Span<UInt8>) -> Int {
        var index = 0
        var columns = 0
        while index < text.count, Punctuation.opens(text, at: index) {
            columns += 2
            index += 3
        }
        guard index < text.count else { return columns }
        guard text[index] < 0xE2 else {
            columns += 2
            index += text[index] >= 0xF0 ? 4 : 3
            while index < text.count, Punctuation.closes(text, at: index) {
                columns += 2
                index += 3
            }
            return columns
        }
        while index < text.count, text[index] > 0x20, text[index] < 0xE2 {
            if text[index] & 0xC0 != 0x80 { columns += 1 }
            index += 1
        }
        return columns + 1
    }

    /// Columns of a closing mark at the end, which may hang outside the margin: 2, or 0.
    package static func ofClosingEnd(_ text: Span<UInt8>) -> Int {
        text.count >= 3 && Punctuation.closes(text, at: text.count - 3) ? 2 : 0
    }
}

/// Punctuation of East Asian text, by its three bytes.
package enum Punctuation {
    /// Whether a mark that may not begin a line stands at a byte.
    ///
    /// They are 、。」』】〕》〉，．：；！？）％”’…
    package static func closes(_ text: Span<UInt8>, at index: Int) -> Bool {
        guard index + 2 < text.count else { return false }
        return switch (text[index], text[index + 1], text[index + 2]) {
        case (0xE3, 0x80, 0x81), (0xE3, 0x80, 0x82), (0xE3, 0x80, 0x89), (0xE3, 0x80, 0x8B),
            (0xE3, 0x80, 0x8D), (0xE3, 0x80, 0x8F), (0xE3, 0x80, 0x91), (0xE3, 0x80, 0x95),
            (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x85), (0xEF, 0xBC, 0x89), (0xEF, 0xBC, 0x8C),
            (0xEF, 0xBC, 0x8E), (0xEF, 0xBC, 0x9A), (0xEF, 0xBC, 0x9B), (0xEF, 0xBC, 0x9F),
            (0xE2, 0x80, 0x9D), (0xE2, 0x80, 0x99), (0xE2, 0x80, 0xA6):
            true
        default:
            false
        }
    }

    /// Whether a mark that may not end a line stands at a byte.
    ///
    /// They are 「『【〔《〈（“‘
    package static func opens(_ text: Span<UInt8>, at index: Int) -> Bool {
        guard index + 2 < text.count else { return false }
        return switch (text[index], text[index + 1], text[index + 2]) {
        case (0xE3, 0x80, 0x88), (0xE3, 0x80, 0x8A), (0xE3, 0x80, 0x8C), (0xE3, 0x80, 0x8E),
            (0xE3, 0x80, 0x90), (0xE3, 0x80, 0x94), (0xEF, 0xBC, 0x88), (0xE2, 0x80, 0x9C),
            (0xE2, 0x80, 0x98):
            true
        default:
            false
        }
    }
}

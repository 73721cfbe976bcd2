/// Chinese characters, as far as marks and private use beside them mean nothing.
enum Han {
    static func contains(_ scalar: UInt32) -> Bool {
        if scalar < 0x3400 { return scalar == 0x3005 || scalar == 0x3007 }
        return scalar <= 0x4DBF || scalar >= 0x4E00 && scalar <= 0x9FFF
            || scalar >= 0xF900 && scalar <= 0xFAFF || scalar >= 0x2_0000 && scalar <= 0x3_FFFF
    }
}

/// Combining marks of no one script.
///
/// Over Han they mean nothing: folding drops them there.
enum CommonMark {
    /// Diacritical marks, their extensions and supplement, those for symbols, and half marks.
    ///
    /// Marks that are letters in a script of their own are none of these.
    static func contains(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: true
        default: false
        }
    }

    /// Marks that enclose: of combining class 0, so that nothing else tells that they join.
    static let enclosing: [ClosedRange<UInt32>] = [
        0x1ABE...0x1ABE, 0x20DD...0x20E0, 0x20E2...0x20E4,
    ]
}

/// Characters of private use: what they mean only a font says.
///
/// Between Han folding drops them.
enum PrivateUse {
    /// The blocks; the last two characters of a plane are none of them.
    static let ranges: [ClosedRange<UInt32>] = [
        0xE000...0xF8FF, 0xF_0000...0xF_FFFF, 0x10_0000...0x10_FFFF,
    ]

    static func contains(_ scalar: UInt32) -> Bool {
        guard scalar >= 0xE000 else { return false }
        // The last two of a plane are no characters.
        return scalar <= 0xF8FF || scalar >= 0xF_0000 && scalar & 0xFFFE != 0xFFFE
    }
}

/// Judges the characters of private use of one text, in order.
struct PrivateUseReader {
    /// The run judged last: up to the next scalar that stays.
    private var run = 0..<0
    private var isDropped = false

    /// Whether a character of private use stands between Han, what leaves nothing apart; the
    /// beginning or end of the text takes the place of one of the two.
    ///
    /// - Complexity: Linear in what is passed over on its two sides, once a run.
    mutating func isBetweenHan(
        at position: Int,
        in text: Span<UInt8>,
        _ table: FoldingTable
    ) -> Bool {
        if run.contains(position) { return isDropped }
        let surroundings = Surroundings(table)
        let before = surroundings.folded(before: position, past: .dropped, in: text)
        let place = surroundings.scalar(from: position, past: .dropped, in: text)
        let after = place.flatMap { surroundings.firstFolded(of: $0.scalar) }
        run = position..<Swift.max(position + 1, place?.range.lowerBound ?? text.count)
        let isHan = [before, after].map { $0.map(Han.contains) }
        isDropped = isHan.contains(true) && !isHan.contains(false)
        return isDropped
    }
}

/// The signs that folding keeps because they carry meaning: 1.5 is not 15, and a < b not a > b.
///
/// A sign that is kept is a folded character like others, of width 1. Kept are
///
/// - a point or comma between two digits, without space;
/// - a minus (hyphen, U+2212) right before a digit, if no Latin letter or digit stands before it: in
///   2021-2025 it is a dash;
/// - `%` and `‰` after a digit, spaces apart;
/// - `+ = < > ≤ ≥ ± × ÷ * / ^ & |` beside a Latin letter or digit, spaces apart; of a run of such signs
///   (`<=`, `C++`) all or none. A run of three and more that is alone on its line is a rule, and goes.
///
/// What stands beside a sign is what it folds to, so that full width and accents change nothing;
/// invisible characters and marks do not count. Spaces take in one line end, since texts are
/// wrapped anywhere. Redaction marks go first: `**` and `××` are none of these.
enum KeptSign {
    /// What has to stand beside a sign, for it to be kept.
    enum Kind {
        /// Digits on both sides.
        case point
        /// A digit behind, nothing of a word before.
        case minus
        /// A digit before.
        case share
        /// A Latin letter or digit on one side.
        case relation
    }

    /// What a sign folds to, and when; `nil` for other scalars.
    static func sign(_ scalar: UInt32) -> (folded: UInt32, kind: Kind)? {
        // Full-width forms, but for the points and the minus, are 0xFEE0 above ASCII.
        let plain = scalar >= 0xFF01 && scalar <= 0xFF5E ? scalar - 0xFEE0 : scalar
        switch plain {
        case 0x2C, 0xFE50: return (0x2C, .point)
        case 0x2E, 0xFE52: return (0x2E, .point)
        case 0x2D, 0x2010, 0x2011, 0x2212, 0xFE63, 0x207B, 0x208B: return (0x2D, .minus)
        case 0x25, 0xFE6A: return (0x25, .share)
        case 0x2030: return (0x2030, .share)
        default: return relation(plain).map { ($0, .relation) }
        }
    }

    /// Scalars of ``Kind/share`` and ``Kind/relation``: those that the table marks.
    static let marked: [UInt32] = [
        0x25, 0x26, 0x2A, 0x2B, 0x2F, 0x3C, 0x3D, 0x3E, 0x5E, 0x7C, 0xB1, 0xD7, 0xF7, 0x2030,
        0x207A, 0x207C, 0x208A, 0x208C, 0x2260, 0x2264, 0x2265, 0x2266, 0x2267, 0x226E, 0x226F,
        0x2270, 0x2271, 0x2A7D, 0x2A7E, 0xFE60, 0xFE61, 0xFE62, 0xFE64, 0xFE65, 0xFE66, 0xFE6A,
        0xFF05, 0xFF06, 0xFF0A, 0xFF0B, 0xFF0F, 0xFF1C, 0xFF1D, 0xFF1E, 0xFF3E, 0xFF5C,
    ]

    private static func relation(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0x26, 0x2A, 0x2B, 0x2F, 0x3C, 0x3D, 0x3E, 0x5E, 0x7C, 0xB1, 0xD7, 0xF7: scalar
        // Those that are crossed out: canonical composites of the others with U+0338.
        case 0x2260, 0x2264, 0x2265, 0x226E, 0x226F, 0x2270, 0x2271: scalar
        // Forms with two lines, or slanted.
        case 0x2266, 0x2A7D: 0x2264
        case 0x2267, 0x2A7E: 0x2265
        case 0x207A, 0x208A, 0xFE62: 0x2B
        case 0x207C, 0x208C, 0xFE66: 0x3D
        case 0xFE60: 0x26
        case 0xFE61: 0x2A
        case 0xFE64: 0x3C
        case 0xFE65: 0x3E
        default: nil
        }
    }

    /// Those of ASCII at which the fast loop looks closer, a bit each: `% & * + / < = >` and digits;
    /// `^` and `|`.
    private static let careful: (UInt64, UInt64) = (
        0x73FF_8C60_0000_0000, 1 << (0x5E - 0x40) | 1 << (0x7C - 0x40)
    )

    /// Whether a byte of ASCII is a sign of ``marked``, or a digit, before which a sign may stand.
    ///
    /// Letters and spaces, which nearly all are, end at the first comparison: `%` to `>`, or `^` and `|`,
    /// which differ in two bits.
    @inline(__always)
    static func concerns(_ byte: UInt8) -> Bool {
        guard byte &- 0x25 < 0x1A || byte & 0xDD == 0x5C else { return false }
        let bits = byte < 0x40 ? careful.0 : careful.1
        return bits >> UInt64(byte & 0x3F) & 1 != 0
    }

    /// Whether a sign of ASCII is kept, where the bytes of ASCII beside it tell.
    ///
    /// They mostly do, and looking at scalars takes twenty times as long.
    ///
    /// - Returns: `nil` where they do not tell.
    @inline(never)
    static func isPlainlyKept(_ sign: UInt8, at position: Int, in text: Span<UInt8>) -> Bool? {
        var first = position - 1
        while first >= 0, text[first] == 0x20 { first -= 1 }
        let before = first < 0 ? UInt8(ascii: ".") : text[first]
        if sign == UInt8(ascii: "%") { return tells(before) ? before &- 0x30 < 10 : nil }
        if isWord(before) { return true }
        var last = position + 1
        while last < text.count, text[last] == 0x20 { last += 1 }
        let after = last < text.count ? text[last] : UInt8(ascii: ".")
        if isWord(after) { return true }
        let isSettled = tells(before) && tells(after) && !concerns(before) && !concerns(after)
        return isSettled ? false : nil
    }

    /// Whether a byte is a letter or digit, and no part of a redaction mark.
    private static func isWord(_ byte: UInt8) -> Bool {
        ASCIIFolding.folded(byte).isKept && byte | 0x20 != UInt8(ascii: "x")
    }

    /// Whether a byte is a scalar that nothing is passed over for, and that stands for itself: no
    /// space, no part of a longer one or of a redaction mark.
    private static func tells(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x80 && byte | 0x20 != UInt8(ascii: "x")
    }

    /// Whether a point, comma or minus may stand before a digit: asked before looking for one.
    @inline(__always)
    static func mayStand(before position: Int, in text: Span<UInt8>) -> Bool {
        guard position > 0 else { return false }
        let before = text[position - 1]
        // `,`, `-` and `.` follow one another. What E3 to E9 begin is none, nor invisible.
        if before < 0x80 { return before &- 0x2C < 3 }
        return position < 3 || text[position - 3] &- 0xE3 > 6
    }

    /// The point, comma or minus that stands before a digit and is kept, and where it begins.
    ///
    /// - Parameters:
    ///   - position: Where a scalar begins whose folding begins with a digit.
    ///   - text: The text.
    ///   - table: The table by which it is folded.
    /// - Returns: What the sign folds to and its bytes; `nil` if there is none.
    @inline(never)
    static func sign(
        before position: Int,
        in text: Span<UInt8>,
        _ table: FoldingTable
    ) -> (scalar: UInt32, source: Range<Int>)? {
        let surroundings = Surroundings(table)
        guard let source = surroundings.scalar(before: position, past: .invisible, in: text),
            let (folded, kind) = sign(source.scalar), kind == .point || kind == .minus
        else { return nil }
        let start = source.range.lowerBound
        let before = surroundings.folded(before: start, past: .marks, in: text)
        if kind == .point {
            return before.map(Surroundings.isDigit) == true ? (folded, source.range) : nil
        }
        // Two hyphens are a dash.
        if let other = surroundings.scalar(before: start, past: .invisible, in: text),
            sign(other.scalar)?.kind == .minus
        {
            return nil
        }
        return before.map(Surroundings.isWord) == true ? nil : (folded, source.range)
    }
}

/// Judges the signs of one text that stand after or between others, in order.
struct SignReader {
    /// The run of relations judged last.
    private var run = 0..<0
    private var runIsKept = false

    /// What the sign at a byte folds to.
    ///
    /// - Parameters:
    ///   - position: Where one of ``KeptSign/marked`` begins.
    ///   - text: The text.
    ///   - table: The table by which it is folded.
    /// - Returns: The folded sign; `nil` if the sign is dropped.
    /// - Complexity: Linear in the run and what is passed over on its two sides, once a run.
    @inline(never)
    mutating func sign(
        at position: Int,
        in text: Span<UInt8>,
        _ table: FoldingTable
    ) -> UInt32? {
        let scalar = UTF8Decoding.scalar(at: position, in: text).scalar
        guard let (folded, kind) = KeptSign.sign(scalar) else { return nil }
        let surroundings = Surroundings(table)
        if kind == .share {
            let before = surroundings.folded(before: position, past: .spaces, in: text)
            return before.map(Surroundings.isDigit) == true ? folded : nil
        }
        if !run.contains(position) { judge(at: position, surroundings, in: text) }
        return runIsKept ? folded : nil
    }

    private mutating func judge(
        at position: Int,
        _ surroundings: Surroundings,
        in text: Span<UInt8>
    ) {
        var end = position
        var count = 0
        var following = surroundings.scalar(from: position, past: .spaces, in: text)
        while let next = following, surroundings.isRelation(next, in: text) {
            end = next.range.upperBound
            count += 1
            following = surroundings.scalar(from: end, past: .spaces, in: text)
        }
        run = position..<Swift.max(end, position + 1)
        // The first of the run may have been judged by the bytes beside it.
        var preceding = surroundings.scalar(before: position, past: .spaces, in: text)
        while let place = preceding, surroundings.isRelation(place, in: text) {
            preceding = surroundings.scalar(before: place.range.lowerBound, past: .spaces, in: text)
        }
        let isBesideWord =
            preceding.map { surroundings.endsWord($0, in: text) } == true
            || following.map { surroundings.beginsWord($0, in: text) } == true
        runIsKept = isBesideWord && !(count >= 3 && surroundings.isAlone(run, in: text))
    }
}

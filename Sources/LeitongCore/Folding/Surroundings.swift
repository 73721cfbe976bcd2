/// What stands beside a place of a text, as far as it counts.
struct Surroundings {
    private let table: FoldingTable

    /// What is passed over on the way to a neighbour.
    enum Passed: Int {
        /// Characters that nobody sees: zero width, soft hyphen, variation selectors.
        case invisible
        /// These, and marks on letters.
        case marks
        /// These, spaces, and one line end.
        case spaces
        /// These, and all else that leaves nothing, and characters of private use.
        case dropped
    }

    /// A scalar and its bytes.
    typealias Place = (scalar: UInt32, range: Range<Int>)

    init(_ table: FoldingTable) {
        self.table = table
    }

    /// The first scalar from a byte on that is not passed over.
    func scalar(from position: Int, past passed: Passed, in text: Span<UInt8>) -> Place? {
        var next = position
        var lineEnds = 0
        while next < text.count {
            let (scalar, length) = UTF8Decoding.scalar(at: next, in: text)
            let place = (scalar, next..<next + length)
            guard
                isPassed(
                    scalar,
                    passed,
                    &lineEnds,
                    beforeNewline: isNewline(at: next + length, in: text)
                )
            else { return place }
            next += length
        }
        return nil
    }

    /// The last scalar before a byte that is not passed over.
    func scalar(before position: Int, past passed: Passed, in text: Span<UInt8>) -> Place? {
        var end = position
        var lineEnds = 0
        while end > 0 {
            let start = start(ofScalarBefore: end, in: text)
            let scalar = UTF8Decoding.scalar(at: start, in: text).scalar
            guard isPassed(scalar, passed, &lineEnds, beforeNewline: isNewline(at: end, in: text))
            else {
                return (scalar, start..<end)
            }
            end = start
        }
        return nil
    }

    /// The last scalar that the neighbour before a byte folds to; `nil` if there is none.
    func folded(before position: Int, past passed: Passed, in text: Span<UInt8>) -> UInt32? {
        scalar(before: position, past: passed, in: text).flatMap { folding(of: $0.scalar).last }
    }

    /// Whether a scalar ends in a Latin letter or digit, and is no part of a redaction mark.
    func endsWord(_ place: Place, in text: Span<UInt8>) -> Bool {
        folding(of: place.scalar).last.map(Self.isWord) == true && !isRedacted(place, in: text)
    }

    /// Whether a scalar begins with a Latin letter or digit, and is no part of a redaction mark.
    func beginsWord(_ place: Place, in text: Span<UInt8>) -> Bool {
        firstFolded(of: place.scalar).map(Self.isWord) == true && !isRedacted(place, in: text)
    }

    /// Whether a letter `X` is one of a redaction mark.
    private func isRedacted(_ place: Place, in text: Span<UInt8>) -> Bool {
        guard table.entry(of: place.scalar) & FoldingTable.Action.mayBeginMark != 0 else {
            return false
        }
        var start = place.range.lowerBound
        while start > 0 {
            let before = self.start(ofScalarBefore: start, in: text)
            let scalar = UTF8Decoding.scalar(at: before, in: text).scalar
            guard scalar == place.scalar || ScalarRun.areSameLetter(scalar, place.scalar) else {
                break
            }
            start = before
        }
        var marks = RedactionMarkReader()
        return marks.mark(at: start, in: text).meaning == .wildcard
    }

    /// The last scalar that a scalar folds to, by itself.
    func lastFolded(of scalar: UInt32) -> UInt32? {
        folding(of: scalar).last
    }

    /// The first scalar that a scalar folds to, by itself.
    func firstFolded(of scalar: UInt32) -> UInt32? {
        folding(of: scalar).first
    }

    /// What a scalar folds to by itself, a mark redaction or a sign no matter.
    private func folding(of scalar: UInt32) -> (first: UInt32?, last: UInt32?) {
        let entry = table.entry(of: scalar) & FoldingTable.Action.plain
        switch entry & 3 {
        case FoldingTable.Action.drop: return (nil, nil)
        case FoldingTable.Action.map:
            let first = Int(entry >> 8)
            let mapped = table.pool[first..<first + Int(entry >> 2 & 0x3F)]
            // A mark at the end of what a letter becomes is passed over as it would be anywhere.
            let letter = mapped.last { table.entry(of: $0) & 3 != FoldingTable.Action.join }
            return (mapped.first, letter ?? mapped.last)
        default: return (scalar, scalar)
        }
    }

    /// Whether a place holds a sign of relation, and no redaction mark: two of one kind that may
    /// begin one.
    func isRelation(_ place: Place, in text: Span<UInt8>) -> Bool {
        guard KeptSign.sign(place.scalar)?.kind == .relation else { return false }
        guard table.entry(of: place.scalar) & FoldingTable.Action.mayBeginMark != 0 else {
            return true
        }
        return !stands(place.scalar, at: place.range.upperBound, in: text)
            && !stands(place.scalar, at: place.range.lowerBound - place.range.count, in: text)
    }

    private func stands(_ scalar: UInt32, at position: Int, in text: Span<UInt8>) -> Bool {
        position >= 0 && position < text.count
            && UTF8Decoding.scalar(at: position, in: text).scalar == scalar
    }

    /// Whether nothing but spaces stands beside a range on its line.
    func isAlone(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
        var start = range.lowerBound
        while start > 0 {
            let before = self.start(ofScalarBefore: start, in: text)
            guard isBlank(UTF8Decoding.scalar(at: before, in: text).scalar) else { break }
            start = before
        }
        var end = range.upperBound
        while end < text.count {
            let (scalar, length) = UTF8Decoding.scalar(at: end, in: text)
            guard isBlank(scalar) else { break }
            end += length
        }
        return (start == 0 || text[start - 1] == 0x0A) && (end == text.count || text[end] == 0x0A)
    }

    /// Whether a scalar is a space within a line, or nobody sees it.
    private func isBlank(_ scalar: UInt32) -> Bool {
        Self.isInvisible(scalar)
            || Self.isSpace(scalar) && (scalar == 0x0D || !Self.lineEnds.contains(scalar))
    }

    private func isNewline(at position: Int, in text: Span<UInt8>) -> Bool {
        position < text.count && text[position] == 0x0A
    }

    /// Bytes that are no UTF-8 are scalars of one byte.
    private func start(ofScalarBefore end: Int, in text: Span<UInt8>) -> Int {
        var start = end - 1
        while start > 0, start > end - 4, text[start] & 0xC0 == 0x80 { start -= 1 }
        return start + UTF8Decoding.scalar(at: start, in: text).length == end ? start : end - 1
    }

    private func isPassed(
        _ scalar: UInt32,
        _ passed: Passed,
        _ lineEnds: inout Int,
        beforeNewline: Bool
    ) -> Bool {
        let action = table.entry(of: scalar) & FoldingTable.Action.plain & 3
        if action == FoldingTable.Action.join {
            return passed != .invisible
        }
        if passed == .dropped {
            return action == FoldingTable.Action.drop || PrivateUse.contains(scalar)
        }
        guard action == FoldingTable.Action.drop else { return false }
        if Self.isInvisible(scalar) { return true }
        guard passed == .spaces, Self.isSpace(scalar) else { return false }
        // A carriage return before a line feed is one line end with it.
        if Self.lineEnds.contains(scalar), !(scalar == 0x0D && beforeNewline) { lineEnds += 1 }
        return lineEnds < 2
    }
}

/// Kinds of scalars.
extension Surroundings {
    static func isDigit(_ folded: UInt32) -> Bool { folded &- 0x30 < 10 }

    /// Whether a folded scalar is a digit or a Latin letter.
    static func isWord(_ folded: UInt32) -> Bool {
        if folded < 0x80 { return isDigit(folded) || folded &- 0x61 < 26 }
        return latin.contains { $0.contains(folded) }
    }

    /// Blocks of Latin letters; their capitals, and signs of multiplication, are folded to others.
    private static let latin: [ClosedRange<UInt32>] = [
        0xDF...0x2AF, 0x1D00...0x1DBF, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA722...0xA7FF,
        0xAB30...0xAB64,
    ]

    private static let lineEnds: ClosedRange<UInt32> = 0x0A...0x0D

    private static func isSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09...0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Whether a dropped scalar is one that Unicode calls ignorable by default; Hangul fillers, which
    /// have a width, are not.
    private static func isInvisible(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F: true
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F: true
        case 0xFEFF, 0xFFF0...0xFFF8, 0xE_0000...0xE_0FFF: true
        default: false
        }
    }
}

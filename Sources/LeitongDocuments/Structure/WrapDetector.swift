/// Tells whether the lines of a block were broken by a machine at a fixed width.
///
/// A program that wraps puts a word on the next line only if it does not fit: so a line is *full* if
/// the first word of the next line (one ideograph with the punctuation that may not begin a line, or
/// one word with its space) would have gone past the widest line of the block. Lines are joined where
/// - the widest line is 40 to 120 columns (ideographs are 2): shorter lines are verse or lists,
///   longer ones are paragraphs;
/// - most full lines of the block end in the middle of a sentence, as a machine's lines do and
///   lines of verse and headings do not;
/// - the line is full and the next neither is indented nor begins with an ordinal or a bullet.
struct WrapDetector {
    let lines: [TextLine]
    private var isJoined: [Bool] = []

    static let columnRange = 40...120

    init(_ text: Span<UInt8>, _ lines: [TextLine]) {
        self.lines = lines
        guard lines.count > 1 else { return }
        // Cheap first: a line of more bytes than 120 columns can have settles it.
        guard lines.allSatisfy({ $0.bytes.count <= 4 * Self.columnRange.upperBound }) else { return }
        let columns = lines.map { Columns.count(text.extracting($0.bytes)) }
        guard let widest = columns.max(), Self.columnRange.contains(widest) else { return }
        var fits: [Bool] = []
        var unfinished = 0
        for index in 0..<lines.count - 1 {
            let next = text.extracting(lines[index + 1].bytes)
            let isFull = columns[index] + Columns.ofFirstWord(next) > widest
            let begins = lines[index + 1].isIndented || LineStart.isItem(next)
            fits.append(isFull && !begins)
            if isFull, !begins, !LineEnd.isFinal(text.extracting(lines[index].bytes)) { unfinished += 1 }
        }
        let full = fits.count { $0 }
        if full > 0, unfinished * 2 > full { isJoined = fits }
    }

    /// Whether a line of the block goes on in the next.
    func joins(_ index: Int) -> Bool {
        !isJoined.isEmpty && index < isJoined.count && isJoined[index]
    }
}

/// Widths of text in the columns of a fixed-width page.
enum Columns {
    /// Columns of a text: scalars of three and four bytes from U+2000 on count 2.
    static func count(_ text: Span<UInt8>) -> Int {
        var columns = 0
        for index in 0..<text.count {
            let byte = text[index]
            if byte & 0xC0 != 0x80 { columns += byte >= 0xE2 ? 2 : 1 }
        }
        return columns
    }

    /// Columns of what a wrapping program would have moved as one to the line before.
    static func ofFirstWord(_ text: Span<UInt8>) -> Int {
        guard !text.isEmpty else { return 0 }
        var columns = 0
        var index = 0
        if text[0] >= 0xE2 {
            columns = 2
            index = Swift.min(3, text.count)
            while index + 2 < text.count, isClosing(text[index], text[index + 1], text[index + 2]) {
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

    /// Punctuation that may not begin a line: 、。」』】〕》〉，．：；！？）”’…
    private static func isClosing(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second, third) {
        case (0xE3, 0x80, 0x81), (0xE3, 0x80, 0x82), (0xE3, 0x80, 0x89), (0xE3, 0x80, 0x8B),
            (0xE3, 0x80, 0x8D), (0xE3, 0x80, 0x8F), (0xE3, 0x80, 0x91), (0xE3, 0x80, 0x95),
            (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x89), (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x8E),
            (0xEF, 0xBC, 0x9A), (0xEF, 0xBC, 0x9B), (0xEF, 0xBC, 0x9F), (0xE2, 0x80, 0x9D),
            (0xE2, 0x80, 0x99), (0xE2, 0x80, 0xA6):
            true
        default:
            false
        }
    }
}

/// How a line ends.
enum LineEnd {
    /// Whether it ends a sentence or a clause: 。！？；：，、 and their ASCII kin, quotes after them.
    static func isFinal(_ line: Span<UInt8>) -> Bool {
        guard !line.isEmpty else { return true }
        let last = line[line.count - 1]
        if last < 0x80 { return last != 0x2C && "!?.;:\")".utf8.contains(last) || last == 0x2C }
        guard line.count >= 3 else { return false }
        let (first, second) = (line[line.count - 3], line[line.count - 2])
        return switch (first, second, last) {
        case (0xE3, 0x80, 0x81), (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x8C),
            (0xEF, 0xBC, 0x9A), (0xEF, 0xBC, 0x9B), (0xEF, 0xBC, 0x9F), (0xE2, 0x80, 0x9D),
            (0xEF, 0xBC, 0x89), (0xE3, 0x80, 0x8D), (0xE2, 0x80, 0xA6):
            true
        default:
            false
        }
    }
}

/// How a line begins.
enum LineStart {
    /// Whether it begins an item: 一、 （一） (1) 1. 第一条 - * •
    static func isItem(_ line: Span<UInt8>) -> Bool {
        var prefix: [UInt8] = []
        for index in 0..<Swift.min(line.count, 40) { prefix.append(line[index]) }
        let scalars = Array(String(decoding: prefix, as: UTF8.self).unicodeScalars.prefix(8))
        guard let first = scalars.first else { return false }
        switch first {
        case "-", "*", "•", "·", "●", "■", "◆", "#", ">": return true
        case "（", "(", "【", "［", "[":
            return scalars.dropFirst().first.map(ChineseNumeral.isDigit) ?? false
        case "第":
            let rest = scalars.dropFirst().drop { ChineseNumeral.isDigit($0) }
            return rest.count < scalars.count - 1 && "条章节篇部款项".unicodeScalars.contains { $0 == rest.first }
        default:
            let rest = scalars.drop { ChineseNumeral.isDigit($0) }
            guard rest.count < scalars.count, let mark = rest.first else { return false }
            return "、.．)）".unicodeScalars.contains(mark)
        }
    }
}

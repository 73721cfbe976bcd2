/// One line of a text, without its end and the white space around it.
struct TextLine: Equatable {
    /// Bytes of the line, trimmed.
    var bytes: Range<Int>
    /// First scalar of the trimmed line.
    var scalarStart: Int
    /// Number of the line, from 1.
    var number: Int
    /// Whether white space stands before it.
    var isIndented: Bool

    var isBlank: Bool { bytes.isEmpty }

    /// Cuts a text into lines at LF, CR LF and CR.
    ///
    /// - Parameters:
    ///   - text: UTF-8.
    ///   - lines: Receives the lines.
    /// - Returns: Number of scalars of the text.
    static func split(_ text: Span<UInt8>, into lines: inout [TextLine]) -> Int {
        lines.removeAll(keepingCapacity: true)
        var start = 0
        var scalars = 0
        var number = 1
        while start < text.count {
            var end = start
            while end < text.count, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
            lines.append(TextLine(text, start..<end, scalarStart: scalars, number: number))
            var next = Swift.min(end + 1, text.count)
            if end + 1 < text.count, text[end] == 0x0D, text[end + 1] == 0x0A { next += 1 }
            scalars += ScalarCount.count(text.extracting(start..<next))
            start = next
            number += 1
        }
        return scalars
    }

    private init(_ text: Span<UInt8>, _ line: Range<Int>, scalarStart: Int, number: Int) {
        var start = line.lowerBound
        var end = line.upperBound
        var skipped = 0
        while start < end {
            let length = WhiteSpace.length(startingAt: start, in: text, end: end)
            guard length > 0 else { break }
            start += length
            skipped += 1
        }
        while end > start {
            let length = WhiteSpace.length(endingAt: end, in: text, start: start)
            guard length > 0 else { break }
            end -= length
        }
        bytes = start..<end
        self.scalarStart = scalarStart + skipped
        self.number = number
        isIndented = skipped > 0
    }
}

/// Counts Unicode scalars of UTF-8.
enum ScalarCount {
    /// Bytes that continue no scalar. The loop has no branch, so the compiler makes vectors of it.
    static func count(_ text: Span<UInt8>) -> Int {
        var count = 0
        for index in 0..<text.count { count += text[index] & 0xC0 == 0x80 ? 0 : 1 }
        return count
    }
}

/// White space around a line: ASCII space and tab, no-break space, U+2000 to U+200B, ideographic
/// space, and U+FEFF.
enum WhiteSpace {
    /// Length of the white-space scalar that begins at a byte, or 0.
    static func length(startingAt index: Int, in text: Span<UInt8>, end: Int) -> Int {
        let first = text[index]
        if first <= 0x20 { return 1 }
        if first == 0xC2, index + 1 < end, text[index + 1] == 0xA0 { return 2 }
        guard first >= 0xE2, index + 2 < end else { return 0 }
        return isSpace(first, text[index + 1], text[index + 2]) ? 3 : 0
    }

    /// Length of the white-space scalar that ends before a byte, or 0.
    static func length(endingAt index: Int, in text: Span<UInt8>, start: Int) -> Int {
        if text[index - 1] <= 0x20 { return 1 }
        if index - 2 >= start, text[index - 2] == 0xC2, text[index - 1] == 0xA0 { return 2 }
        guard index - 3 >= start else { return 0 }
        return isSpace(text[index - 3], text[index - 2], text[index - 1]) ? 3 : 0
    }

    private static func isSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second, third) {
        case (0xE2, 0x80, 0x80...0x8B), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): true
        default: false
        }
    }
}

extension DocumentBatch {
    /// The lines that a paragraph stands on, white space and line end included.
    ///
    /// - Parameters:
    ///   - index: Position in ``paragraphs``.
    ///   - text: The text of its document.
    /// - Returns: Bytes of the text; what is left without them has no trace of the paragraph.
    public func wholeLines(ofParagraph index: Int, in text: Span<UInt8>) -> Range<Int> {
        var start = Int(paragraphs[index].byteStart)
        var end = Int(paragraphs[index].byteEnd)
        while start > 0, !WholeLines.isEnd(text[start - 1]) { start -= 1 }
        while end < text.count, !WholeLines.isEnd(text[end]) { end += 1 }
        return start..<WholeLines.afterEnd(end, in: text)
    }
}

/// Lines as LF, CR LF and CR end them, their ends included.
enum WholeLines {
    static func isEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    /// The place behind a line end, or the end of the text.
    static func afterEnd(_ end: Int, in text: Span<UInt8>) -> Int {
        guard end < text.count else { return end }
        let isPair = text[end] == 0x0D && end + 1 < text.count && text[end + 1] == 0x0A
        return end + (isPair ? 2 : 1)
    }

    /// Where the lines of a text in some encoding begin, and its end.
    ///
    /// - Parameters:
    ///   - text: Bytes.
    ///   - first: Where the first line begins: behind a byte order mark.
    ///   - unit: How the encoding writes line ends.
    static func starts(of text: Span<UInt8>, from first: Int, unit: CodeUnit) -> [Int] {
        var starts = [first]
        var position = first
        while position + unit.width <= text.count {
            let value = unit.value(at: position, in: text)
            position += unit.width
            guard value == 0x0A || value == 0x0D else { continue }
            if value == 0x0D, position + unit.width <= text.count,
                unit.value(at: position, in: text) == 0x0A
            {
                position += unit.width
            }
            starts.append(position)
        }
        if starts.last != text.count { starts.append(text.count) }
        return starts
    }
}

/// How an encoding writes a character of ASCII.
struct CodeUnit {
    /// Bytes of a unit.
    var width: Int
    /// Whether the byte that tells comes first.
    var isLittleEndian: Bool

    /// The unit of an encoding by its name.
    init(encoding: String) {
        let name = encoding.uppercased()
        let isDouble = name.hasPrefix("UTF-16") || name.hasPrefix("UCS-2")
        let isQuadruple = name.hasPrefix("UTF-32") || name.hasPrefix("UCS-4")
        width = isDouble ? 2 : isQuadruple ? 4 : 1
        isLittleEndian = !name.hasSuffix("BE")
    }

    /// The value of a unit that is one byte, or 255.
    func value(at position: Int, in text: Span<UInt8>) -> UInt8 {
        let place = isLittleEndian ? 0 : width - 1
        for offset in 0..<width where offset != place && text[position + offset] != 0 { return 255 }
        return text[position + place]
    }
}

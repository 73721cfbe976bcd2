extension DocumentBatch {
    /// What to cut out of a document's text so that no trace of some paragraphs is left.
    ///
    /// With a paragraph go its lines, the white space on them, and the blank lines up to the next
    /// paragraph; with the last the blank lines before it, and the text ends in a line end if it did.
    ///
    /// - Parameters:
    ///   - removed: Positions in ``paragraphs``, rising, of one document, but not all of it.
    ///   - text: The text of that document.
    /// - Returns: Bytes of the text, rising and apart.
    public func lines(ofParagraphs removed: [Int], in text: Span<UInt8>) -> [Range<Int>] {
        guard let first = removed.first else { return [] }
        let document = documents[Int(paragraphs[first].document)]
        var ranges: [Range<Int>] = []
        for index in removed {
            let isLast = index + 1 == document.paragraphs.upperBound
            let start = WholeLines.start(at: Int(paragraphs[index].byteStart), in: text)
            let end =
                isLast
                ? text.count : WholeLines.start(at: Int(paragraphs[index + 1].byteStart), in: text)
            if let before = ranges.last, before.upperBound == start {
                ranges[ranges.count - 1] = before.lowerBound..<end
            } else {
                ranges.append(start..<end)
            }
            if isLast { extendBack(&ranges, removed, in: text) }
        }
        return ranges
    }

    /// Moves the start of the last range, which ends the text, to the paragraph that stays before it.
    private func extendBack(_ ranges: inout [Range<Int>], _ removed: [Int], in text: Span<UInt8>) {
        var kept = removed[removed.count - 1]
        for index in removed.reversed() where index == kept { kept -= 1 }
        guard let last = ranges.last, kept >= 0,
            paragraphs[kept].document == paragraphs[removed[0]].document
        else { return }
        var start = Int(paragraphs[kept].byteEnd)
        while start < text.count, !WholeLines.isEnd(text[start]) { start += 1 }
        if WholeLines.isEnd(text[text.count - 1]) { start = WholeLines.afterEnd(start, in: text) }
        ranges[ranges.count - 1] = Swift.min(start, last.lowerBound)..<last.upperBound
    }
}

/// Lines as LF, CR LF and CR end them, their ends included.
package enum WholeLines {
    package static func isEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    /// Where the line of a byte begins.
    package static func start(at position: Int, in text: Span<UInt8>) -> Int {
        var start = position
        while start > 0, !isEnd(text[start - 1]) { start -= 1 }
        return start
    }

    /// The place behind a line end, or the end of the text.
    package static func afterEnd(_ end: Int, in text: Span<UInt8>) -> Int {
        guard end < text.count else { return end }
        let isPair = text[end] == 0x0D && end + 1 < text.count && text[end + 1] == 0x0A
        return end + (isPair ? 2 : 1)
    }

    /// Where the lines of a text in some encoding begin and what is on them ends, in turn.
    ///
    /// - Parameters:
    ///   - text: Bytes.
    ///   - first: Where the first line begins: behind a byte order mark.
    ///   - unit: How the encoding writes line ends.
    /// - Returns: Offsets of equal number for equal texts, the last the end of the text.
    package static func bounds(of text: Span<UInt8>, from first: Int, unit: CodeUnit) -> [Int] {
        var bounds = [first]
        var position = first
        while position + unit.width <= text.count {
            let value = unit.value(at: position, in: text)
            guard value == 0x0A || value == 0x0D else {
                position += unit.width
                continue
            }
            bounds.append(position)
            position += unit.width
            if value == 0x0D, position + unit.width <= text.count,
                unit.value(at: position, in: text) == 0x0A
            {
                position += unit.width
            }
            bounds.append(position)
        }
        bounds.append(text.count)
        return bounds
    }
}

/// How an encoding writes a character of ASCII.
package struct CodeUnit {
    /// Bytes of a unit.
    package var width: Int
    /// Whether the byte that tells comes first.
    package var isLittleEndian: Bool

    /// The unit of an encoding by its name.
    package init(encoding: String) {
        let name = encoding.uppercased()
        let isDouble = name.hasPrefix("UTF-16") || name.hasPrefix("UCS-2")
        let isQuadruple = name.hasPrefix("UTF-32") || name.hasPrefix("UCS-4")
        width = isDouble ? 2 : isQuadruple ? 4 : 1
        isLittleEndian = !name.hasSuffix("BE")
    }

    /// The value of a unit that is one byte, or 255.
    package func value(at position: Int, in text: Span<UInt8>) -> UInt8 {
        let place = isLittleEndian ? 0 : width - 1
        for offset in 0..<width where offset != place && text[position + offset] != 0 { return 255 }
        return text[position + place]
    }
}

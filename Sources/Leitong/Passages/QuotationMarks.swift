/// Tells whether a stretch of a text is quoted.
///
/// It is if four fifths of it stand inside 《》, “”, 「」 or 『』 within one paragraph, or if a verb of saying comes
/// right before it: 指出, 强调, 提出, 要求, 写道, with or without a comma or colon.
struct QuotationMarks {
    /// Bytes before the stretch in which the mark must stand.
    private static let reach = 900
    /// Bytes around a stretch that say all about it: the mark, or the frame and what stands between.
    static let context = reach + 24
    private static let pairs: [(open: UInt32, close: UInt32)] = [
        (0x201C, 0x201D), (0x300A, 0x300B), (0x300C, 0x300D), (0x300E, 0x300F),
    ]
    private static let frames = ["指出", "强调", "提出", "要求", "写道", "宣告", "讲话"]
        .map { Array($0.utf8) }
    /// Marks between a frame and what is quoted.
    private static let frameMarks: Set<UInt32> = [
        0xFF0C, 0xFF1A, 0x3A, 0x2C, 0x201C, 0x300A, 0x300C, 0x20, 0x3000,
    ]

    /// Whether a stretch is quoted.
    ///
    /// - Parameters:
    ///   - bytes: The stretch.
    ///   - text: UTF-8.
    /// - Returns: Whether marks or a frame say so.
    static func enclose(_ bytes: Range<Int>, in text: [UInt8]) -> Bool {
        isInsideMarks(bytes, text) || followsFrame(bytes.lowerBound, text)
    }

    /// Whether a paragraph is one quotation: it begins with an opening mark and ends with its
    /// closing one.
    static func encloseAll(of text: Span<UInt8>) -> Bool {
        guard text.count > 6 else { return false }
        let bytes = (0..<text.count).map { text[$0] }
        // A full stop may stand behind the closing mark.
        let ends = [text.count - 3, text.count - 6].compactMap { mark(at: $0, bytes) }
        return pairs.contains { mark(at: 0, bytes) == $0.open && ends.contains($0.close) }
    }

    /// Whether four fifths of a stretch stand between marks: the frame that introduces a quotation is
    /// often shared with it.
    private static func isInsideMarks(_ bytes: Range<Int>, _ text: [UInt8]) -> Bool {
        let pairs = pairs
        var open = pairs.first { opens($0, before: bytes.lowerBound, text) }
        var inside = 0
        // Where what is open began to count.
        var start = bytes.lowerBound
        let stretch = text.span.extracting(bytes)
        for offset in stretch.indices where mayBeBorder(stretch[offset]) {
            let position = bytes.lowerBound + offset
            let scalar = mark(at: position, text)
            if let pair = open {
                guard stretch[offset] == 0x0A || scalar == pair.close else { continue }
                inside += position - start
                open = nil
            } else if let scalar {
                open = pairs.first { $0.open == scalar }
                start = position
            }
        }
        if open != nil { inside += bytes.upperBound - start }
        return 5 * inside >= 4 * bytes.count
    }

    /// Whether a line may end, or a mark begin, with a byte: most bytes of a text are passed over.
    @inline(__always)
    private static func mayBeBorder(_ byte: UInt8) -> Bool {
        byte == 0x0A || byte == 0xE2 || byte == 0xE3 || byte == 0xEF
    }

    /// Whether a mark opened before a byte is still open there.
    private static func opens(
        _ pair: (open: UInt32, close: UInt32),
        before byte: Int,
        _ text: [UInt8]
    ) -> Bool {
        var position = byte
        let limit = Swift.max(0, byte - reach)
        while position > limit {
            position -= 1
            if text[position] == 0x0A { return false }
            guard let scalar = mark(at: position, text) else { continue }
            if scalar == pair.close { return false }
            if scalar == pair.open { return true }
        }
        return false
    }

    private static func followsFrame(_ byte: Int, _ text: [UInt8]) -> Bool {
        var end = byte
        // At most three marks stand between.
        for _ in 0..<3 {
            if end >= 3, let scalar = mark(at: end - 3, text), frameMarks.contains(scalar) {
                end -= 3
            } else if end >= 1, frameMarks.contains(UInt32(text[end - 1])) {
                end -= 1
            }
        }
        return frames.contains { end >= $0.count && text[end - $0.count..<end].elementsEqual($0) }
    }

    /// The scalar of three bytes that begins at a byte, if it can be a mark.
    private static func mark(at position: Int, _ text: [UInt8]) -> UInt32? {
        let lead = text[position]
        guard lead == 0xE2 || lead == 0xE3 || lead == 0xEF, position + 2 < text.count else {
            return nil
        }
        return UInt32(lead & 0xF) << 12 | UInt32(text[position + 1] & 0x3F) << 6
            | UInt32(text[position + 2] & 0x3F)
    }
}

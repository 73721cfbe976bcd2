/// Finds what is quoted in a paragraph.
///
/// That is what stands inside 《》, “”, 「」 or 『』, and the rest of a sentence after a verb of saying: 指出,
/// 强调, 写道, with or without a comma or colon, or after 提出, 要求 and 讲话 with one. A mark that is not closed reaches to the end
/// of the paragraph.
struct QuotationMarks {
    /// The verbs of saying, and of these the ones that take an object as well.
    private static let frames = ["指出", "强调", "提出", "要求", "写道", "宣告", "讲话"]
        .map { Array($0.utf8) }
    private static let objectFrames = ["提出", "要求", "讲话"].map { Array($0.utf8) }

    /// The mark that closes what another opens: “”, 《》, 「」 and 『』.
    @inline(__always)
    private static func closing(of open: UInt32) -> UInt32? {
        switch open {
        case 0x201C: 0x201D
        case 0x300A, 0x300C, 0x300E: open + 1
        default: nil
        }
    }

    /// Whether a verb of saying may end with a character: 出, 调, 求, 道, 告 or 话.
    @inline(__always)
    private static func endsFrame(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x51FA, 0x8C03, 0x6C42, 0x9053, 0x544A, 0x8BDD: true
        default: false
        }
    }

    /// Whether a mark may stand between a frame and what is quoted: ，：、 and blanks.
    private static func followsFrame(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xFF0C, 0xFF1A, 0x3A, 0x2C, 0x20, 0x3000: true
        default: false
        }
    }

    /// Whether a mark ends a sentence: 。！？.
    private static func endsSentence(_ scalar: UInt32) -> Bool {
        scalar == 0x3002 || scalar == 0xFF01 || scalar == 0xFF1F
    }

    /// What is quoted.
    ///
    /// - Parameter text: A paragraph in UTF-8.
    /// - Returns: Ranges of bytes, rising and apart, without the marks.
    /// - Complexity: Linear.
    static func ranges(in text: Span<UInt8>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var close: UInt32?
        var start = 0
        var position = 0
        func end(at byte: Int) {
            if start < byte { ranges.append(start..<byte) }
            close = nil
        }
        while position < text.count {
            // All marks have three bytes, and so have the verbs' characters.
            guard text[position] & 0xF0 == 0xE0, position + 2 < text.count else {
                position += 1
                continue
            }
            let scalar = scalar(at: position, text)
            if scalar == close {
                end(at: position)
            } else if close == nil, let closing = closing(of: scalar) {
                (close, start) = (closing, position + 3)
            } else if close == nil, endsFrame(scalar),
                ends(at: position + 3, with: frames, text)
            {
                start = skipMarks(from: position + 3, text)
                // A mark that opens right behind the verb says better how far the quotation goes.
                let isSpeech =
                    !opens(at: start, text)
                    && (start > position + 3 || !ends(at: start, with: objectFrames, text))
                let end = isSpeech ? sentenceEnd(from: start, text) : start
                if start < end { ranges.append(start..<end) }
                position = Swift.max(position + 3, end)
                continue
            }
            position += 3
        }
        if close != nil { end(at: text.count) }
        return ranges
    }

    private static func opens(at position: Int, _ text: Span<UInt8>) -> Bool {
        guard position + 2 < text.count, text[position] & 0xF0 == 0xE0 else { return false }
        return closing(of: scalar(at: position, text)) != nil
    }

    /// Whether one of some verbs ends at a byte.
    private static func ends(
        at end: Int,
        with verbs: [[UInt8]],
        _ text: Span<UInt8>
    ) -> Bool {
        verbs.contains { verb in
            end >= verb.count
                && verb.indices.allSatisfy { text[end - verb.count + $0] == verb[$0] }
        }
    }

    /// The first byte behind the marks that may follow a verb of saying: three at most.
    private static func skipMarks(from start: Int, _ text: Span<UInt8>) -> Int {
        var position = start
        for _ in 0..<3 where position < text.count {
            if text[position] & 0xF0 == 0xE0, position + 2 < text.count,
                followsFrame(scalar(at: position, text))
            {
                position += 3
            } else if followsFrame(UInt32(text[position])) {
                position += 1
            }
        }
        return position
    }

    private static func sentenceEnd(from start: Int, _ text: Span<UInt8>) -> Int {
        var position = start
        while position < text.count {
            if text[position] & 0xF0 == 0xE0, position + 2 < text.count,
                endsSentence(scalar(at: position, text))
            {
                return position
            }
            position += 1
        }
        return text.count
    }

    /// The scalar of three bytes that begins at a byte.
    private static func scalar(at position: Int, _ text: Span<UInt8>) -> UInt32 {
        UInt32(text[position] & 0xF) << 12 | UInt32(text[position + 1] & 0x3F) << 6
            | UInt32(text[position + 2] & 0x3F)
    }

    /// Whether a paragraph is one quotation: it begins with an opening mark and ends with its
    /// closing one.
    static func encloseAll(of text: Span<UInt8>) -> Bool {
        guard text.count > 6 else { return false }
        // A full stop may stand behind the closing mark.
        guard let close = mark(at: 0, text).flatMap(closing) else { return false }
        return mark(at: text.count - 3, text) == close || mark(at: text.count - 6, text) == close
    }

    /// The scalar of three bytes that begins at a byte, if it can be a mark.
    private static func mark(at position: Int, _ text: Span<UInt8>) -> UInt32? {
        let lead = text[position]
        guard lead == 0xE2 || lead == 0xE3 || lead == 0xEF, position + 2 < text.count else {
            return nil
        }
        return UInt32(lead & 0xF) << 12 | UInt32(text[position + 1] & 0x3F) << 6
            | UInt32(text[position + 2] & 0x3F)
    }
}

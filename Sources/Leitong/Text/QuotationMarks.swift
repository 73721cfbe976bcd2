/// Finds what is quoted in a paragraph.
///
/// That is what stands inside 《》, “”, 「」 or 『』, and the rest of a sentence after a verb of saying: 指出,
/// 强调, 写道, with or without a comma or colon, or after 提出, 要求 and 讲话 with one. A mark that is not closed reaches to the end
/// of the paragraph.
struct QuotationMarks {
    private static let pairs: [(open: UInt32, close: UInt32)] = [
        (0x201C, 0x201D), (0x300A, 0x300B), (0x300C, 0x300D), (0x300E, 0x300F),
    ]
    /// Second characters of the verbs of saying (出, 调, 求, 道, 告, 话), and the verbs.
    private static let frameEnds: Set<UInt32> = [0x51FA, 0x8C03, 0x6C42, 0x9053, 0x544A, 0x8BDD]
    private static let frames = ["指出", "强调", "提出", "要求", "写道", "宣告", "讲话"]
        .map { Array($0.utf8) }
    /// Marks between a frame and what is quoted: ，：、 and blanks.
    private static let frameMarks: Set<UInt32> = [0xFF0C, 0xFF1A, 0x3A, 0x2C, 0x20, 0x3000]
    /// Ends of a sentence: 。！？.
    private static let sentenceEnds: Set<UInt32> = [0x3002, 0xFF01, 0xFF1F]

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
            } else if close == nil, let pair = pairs.first(where: { $0.open == scalar }) {
                (close, start) = (pair.close, position + 3)
            } else if close == nil, frameEnds.contains(scalar),
                isFrame(endingAt: position + 3, text)
            {
                start = skipMarks(from: position + 3, text)
                // A mark that opens right behind the verb says better how far the quotation goes.
                let isSpeech =
                    !opens(at: start, text)
                    && (start > position + 3 || !takesObject(endingAt: position + 3, text))
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

    /// Whether a verb of saying takes an object as well: what follows it is speech only behind a comma
    /// or colon.
    private static func takesObject(endingAt end: Int, _ text: Span<UInt8>) -> Bool {
        ["提出", "要求", "讲话"].map { Array($0.utf8) }
            .contains { verb in
                verb.indices.allSatisfy { text[end - verb.count + $0] == verb[$0] }
            }
    }

    private static func opens(at position: Int, _ text: Span<UInt8>) -> Bool {
        guard position + 2 < text.count, text[position] & 0xF0 == 0xE0 else { return false }
        let scalar = scalar(at: position, text)
        return pairs.contains { $0.open == scalar }
    }

    private static func isFrame(endingAt end: Int, _ text: Span<UInt8>) -> Bool {
        frames.contains { frame in
            end >= frame.count
                && frame.indices.allSatisfy { text[end - frame.count + $0] == frame[$0] }
        }
    }

    /// The first byte behind the marks that may follow a verb of saying: three at most.
    private static func skipMarks(from start: Int, _ text: Span<UInt8>) -> Int {
        var position = start
        for _ in 0..<3 where position < text.count {
            if text[position] & 0xF0 == 0xE0, position + 2 < text.count,
                frameMarks.contains(scalar(at: position, text))
            {
                position += 3
            } else if frameMarks.contains(UInt32(text[position])) {
                position += 1
            }
        }
        return position
    }

    private static func sentenceEnd(from start: Int, _ text: Span<UInt8>) -> Int {
        var position = start
        while position < text.count {
            if text[position] & 0xF0 == 0xE0, position + 2 < text.count,
                sentenceEnds.contains(scalar(at: position, text))
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
        let bytes = (0..<text.count).map { text[$0] }
        // A full stop may stand behind the closing mark.
        let ends = [text.count - 3, text.count - 6].compactMap { mark(at: $0, bytes) }
        return pairs.contains { mark(at: 0, bytes) == $0.open && ends.contains($0.close) }
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

import LeitongModel

/// Puts paragraphs together from pieces of text, one a line.
///
/// White space is folded as in a web page: any run is one space, none stands at an end of a line, and
/// a line end between two ideographs is nothing.
struct ParagraphBuilder {
    private(set) var bytes: [UInt8] = []
    private(set) var softBreaks: [Int] = []
    private var pending = Gap.nothing
    private var endsWide = false

    /// What stands between the text so far and the text to come; the greater one wins.
    private enum Gap: Int {
        case nothing, space, lineEnd, softBreak, paragraph
    }

    /// Adds running text.
    ///
    /// - Parameter text: UTF-8; may end or begin inside a word, not inside a scalar.
    mutating func append(_ text: Span<UInt8>) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte <= 0x20 || byte == 0x7F {
                widen(byte == 0x0A || byte == 0x0D ? .lineEnd : .space)
                index += 1
                continue
            }
            var end = index + 1
            while end < text.count, text[end] > 0x20, text[end] != 0x7F { end += 1 }
            close(before: byte)
            ByteSearch.append(text, index..<end, to: &bytes)
            endsWide = Self.endsWide(text, end)
            index = end
        }
    }

    /// Adds running text.
    mutating func append(_ text: String) {
        append(Array(text.utf8).span)
    }

    /// Adds text whose line ends and spaces count.
    mutating func appendPreformatted(_ text: Span<UInt8>) {
        var start = 0
        while start < text.count {
            let end = ByteSearch.first(0x0A, in: text, start..<text.count)
            append(text.extracting(start..<end))
            if end < text.count { lineBreak() }
            start = end + 1
        }
    }

    /// Takes away the hyphen at the end, so that what comes next goes on with the word.
    mutating func removeHyphen() {
        pending = .nothing
        while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
    }

    /// Ends a line inside a paragraph; two of them end the paragraph.
    mutating func lineBreak() {
        pending = pending.rawValue >= Gap.softBreak.rawValue ? .paragraph : .softBreak
    }

    /// Ends the paragraph.
    mutating func endParagraph() {
        pending = .paragraph
    }

    /// Adds finished paragraphs, apart from what stands before and behind.
    mutating func appendParagraphs(_ text: ExtractedText) {
        guard let first = text.bytes.first else { return }
        pending = .paragraph
        close(before: first)
        softBreaks.append(contentsOf: text.softBreaks.map { $0 + bytes.count })
        bytes.append(contentsOf: text.bytes)
        pending = .paragraph
    }

    private mutating func widen(_ gap: Gap) {
        if gap.rawValue > pending.rawValue { pending = gap }
    }

    private mutating func close(before next: UInt8) {
        defer { pending = .nothing }
        guard !bytes.isEmpty else { return }
        switch pending {
        case .nothing: break
        case .space: bytes.append(0x20)
        case .lineEnd: if !endsWide || next < Self.firstWide { bytes.append(0x20) }
        case .softBreak:
            softBreaks.append(bytes.count)
            bytes.append(0x0A)
        case .paragraph: bytes.append(0x0A)
        }
    }

    /// First byte of U+3000 and what follows: ideographs and their punctuation.
    private static let firstWide: UInt8 = 0xE3

    /// Whether the scalar before a place is wide.
    private static func endsWide(_ text: Span<UInt8>, _ end: Int) -> Bool {
        var index = end - 1
        while index > 0, text[index] & 0xC0 == 0x80 { index -= 1 }
        return text[index] >= firstWide
    }
}

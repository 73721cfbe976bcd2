/// A run of one scalar in a text, as long as there is more of it; for `X` and `x` of either.
///
/// What stands beside it tells whether it is a redaction mark.
struct ScalarRun {
    /// The scalar; of letters the first.
    let scalar: UInt32
    /// The bytes of the run.
    let range: Range<Int>
    /// Number of scalars.
    let count: Int

    /// Reads the run from a byte on.
    init(of scalar: UInt32, at position: Int, in text: Span<UInt8>) {
        var end = position
        var count = 0
        while end < text.count {
            let (next, length) = UTF8Decoding.scalar(at: end, in: text)
            guard next == scalar || Self.areSameLetter(next, scalar) else { break }
            end += length
            count += 1
        }
        self.scalar = scalar
        self.range = position..<end
        self.count = count
    }

    static func areSameLetter(_ a: UInt32, _ b: UInt32) -> Bool {
        // X and x are 0x20 apart, in ASCII and in full width.
        (a == 0x58 || a == 0xFF38) && b == a + 0x20 || (b == 0x58 || b == 0xFF38) && a == b + 0x20
    }
}

/// Latin letters.
extension ScalarRun {
    /// Whether a Latin letter or a digit stands beside the run.
    func isInsideWord(of text: Span<UInt8>) -> Bool {
        Self.isLatin(scalarBefore(in: text)) || Self.isLatin(scalarAfter(in: text))
    }

    /// Whether the run is the number of a century.
    func isTwentieth(in text: Span<UInt8>) -> Bool {
        let capital: UInt32 = scalar < 0x80 ? 0x58 : 0xFF38
        guard count == 2, scalar == capital else { return false }
        let second = range.lowerBound + range.count / 2
        guard UTF8Decoding.scalar(at: second, in: text).scalar == capital else { return false }
        return Self.centuries.contains { text.hasBytes($0, at: range.upperBound) }
    }

    private static let centuries = ["世纪", "世紀"].map { Array($0.utf8) }

    private static func isLatin(_ scalar: UInt32?) -> Bool {
        guard var scalar else { return false }
        if scalar >= 0xFF01, scalar <= 0xFF5E { scalar -= 0xFEE0 }
        return scalar < 0x80 && ASCIIFolding.folded(UInt8(truncatingIfNeeded: scalar)).isKept
    }
}

/// Nouns of offices and places.
extension ScalarRun {
    /// Whether an office or place is named right behind the run.
    func standsBeforeNoun(in text: Span<UInt8>) -> Bool {
        scalarAfter(in: text).map { Self.nouns.contains($0) } ?? false
    }

    private static let nouns = Set(
        "省市县縣県区區州盟旗乡鄉鄕郷镇鎮鎭村邨局厅廳庁部委校院".unicodeScalars.map(\.value)
    )
}

/// Markdown.
extension ScalarRun {
    /// Whether the run is a break between two parts: three or more, alone on their line.
    func isBreak(in text: Span<UInt8>) -> Bool {
        guard count >= 3 else { return false }
        var start = range.lowerBound
        while start > 0, Self.isBlank(text[start - 1]) { start -= 1 }
        var end = range.upperBound
        while end < text.count, Self.isBlank(text[end]) { end += 1 }
        let newline = UInt8(ascii: "\n")
        return (start == 0 || text[start - 1] == newline)
            && (end == text.count || text[end] == newline)
    }

    /// Whether the run touches text, or a bracket or quotation mark that opens, on its right only.
    func opensEmphasis(in text: Span<UInt8>) -> Bool {
        guard let after = scalarAfter(in: text), !isText(scalarBefore(in: text)) else {
            return false
        }
        return isText(after) || Self.openingMarks.contains(after)
    }

    /// Whether the run stands behind a colon, or behind other than white space and before no text.
    func closesEmphasis(in text: Span<UInt8>) -> Bool {
        guard let before = scalarBefore(in: text), before > 0x20, before != 0x3000 else {
            return false
        }
        return before == 0x3A || before == 0xFF1A || !isText(scalarAfter(in: text))
    }

    /// The next run of two or more of the same scalar, of ASCII, in the paragraph.
    func next(in text: Span<UInt8>) -> ScalarRun? {
        let byte = UInt8(truncatingIfNeeded: scalar)
        var position = range.upperBound
        var lineIsBlank = false
        while position + 1 < text.count {
            if text[position] == byte, text[position + 1] == byte {
                return ScalarRun(of: scalar, at: position, in: text)
            }
            if text[position] == UInt8(ascii: "\n") {
                if lineIsBlank { return nil }
                lineIsBlank = true
            } else if !Self.isBlank(text[position]) {
                lineIsBlank = false
            }
            position += 1
        }
        return nil
    }

    private static let openingMarks = Set(
        "（(【[《〈〔「『“‘".unicodeScalars.map(\.value)
    )

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }

    /// Whether folding keeps something of a scalar.
    private func isText(_ scalar: UInt32?) -> Bool {
        scalar.map { FoldingTable.standard.entry(of: $0) & 3 != FoldingTable.Action.drop } ?? false
    }
}

/// The neighbours.
extension ScalarRun {
    private func scalarAfter(in text: Span<UInt8>) -> UInt32? {
        range.upperBound < text.count
            ? UTF8Decoding.scalar(at: range.upperBound, in: text).scalar : nil
    }

    private func scalarBefore(in text: Span<UInt8>) -> UInt32? {
        var start = range.lowerBound - 1
        // No scalar has more than three bytes behind its first.
        while start > 0, start > range.lowerBound - 4, text[start] & 0xC0 == 0x80 { start -= 1 }
        return start < 0 ? nil : UTF8Decoding.scalar(at: start, in: text).scalar
    }
}

extension Span<UInt8> {
    fileprivate func hasBytes(_ bytes: [UInt8], at position: Int) -> Bool {
        guard position + bytes.count <= count else { return false }
        for index in 0..<bytes.count where self[position + index] != bytes[index] { return false }
        return true
    }
}

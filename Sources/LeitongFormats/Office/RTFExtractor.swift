import LeitongModel

/// Takes the text out of RTF files (Rich Text Format Specification 1.9.1, Microsoft, 2008).
///
/// Characters stand in the code page of their font, of the file, or as Unicode with a replacement
/// behind them. Headers and footers of pages, pictures, fields' codes and deleted text are left out.
struct RTFExtractor: TextExtractor {
    /// Encoding of the file's code page; `nil` takes what the file says.
    let encoding: String?

    func extract(
        _ bytes: [UInt8],
        _ budget: inout ArchiveBudget
    ) throws(ExtractionFailure) -> ExtractedText {
        guard bytes.starts(with: Array("{\\rtf".utf8)) else {
            throw ExtractionFailure(.malformed, "is no RTF file")
        }
        var scanner = RTFScanner(bytes)
        var builder = RTFTextBuilder(encoding: encoding)
        while let token = scanner.next() { try builder.read(token, &scanner) }
        var text = builder.finish()
        text.evidence = EncodingEvidence(.declared)
        return text
    }
}

/// Cuts RTF into tokens.
struct RTFScanner {
    enum Token: Equatable {
        case begin, end
        /// A control word with its number.
        case word(String, Int?)
        /// A control symbol.
        case symbol(UInt8)
        /// A character given as `\'hh`, or as it is.
        case byte(UInt8)
    }

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> Token? {
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "{"): return .begin
            case UInt8(ascii: "}"): return .end
            case UInt8(ascii: "\\"): return control()
            case 0x0A, 0x0D, 0: continue
            default: return .byte(byte)
            }
        }
        return nil
    }

    /// Goes over raw data.
    mutating func skip(_ count: Int) {
        position = min(bytes.count, position + max(0, min(count, bytes.count)))
    }

    private mutating func control() -> Token? {
        guard position < bytes.count else { return nil }
        let first = bytes[position]
        guard Self.isLetter(first) else {
            position += 1
            return first == UInt8(ascii: "'") ? hexadecimal() : .symbol(first)
        }
        let start = position
        // No control word has more than 32 letters.
        while position < bytes.count, Self.isLetter(bytes[position]), position - start < 32 {
            position += 1
        }
        let word = String(decoding: bytes[start..<position], as: UTF8.self)
        let number = number()
        // The space ends the word and is no text.
        if position < bytes.count, bytes[position] == 0x20 { position += 1 }
        return .word(word, number)
    }

    private mutating func number() -> Int? {
        var end = position
        if end < bytes.count, bytes[end] == UInt8(ascii: "-") { end += 1 }
        let digits = end
        while end < bytes.count, (0x30...0x39).contains(bytes[end]), end - digits < 10 { end += 1 }
        guard end > digits else { return nil }
        defer { position = end }
        return Int(String(decoding: bytes[position..<end], as: UTF8.self))
    }

    private mutating func hexadecimal() -> Token? {
        let digits = String(decoding: bytes[position...].prefix(2), as: UTF8.self)
        guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else {
            return position < bytes.count ? .symbol(UInt8(ascii: "'")) : nil
        }
        position += 2
        return .byte(value)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}

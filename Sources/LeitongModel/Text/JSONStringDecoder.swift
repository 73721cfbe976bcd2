/// Resolves the escapes of a JSON string.
package enum JSONStringDecoder {
    /// Appends the text that the inside of a JSON string stands for.
    ///
    /// - Parameters:
    ///   - string: The bytes between the quotes, already found well-formed.
    ///   - output: Receives UTF-8. A surrogate without its other half becomes U+FFFD.
    /// - Complexity: Linear.
    package static func unescape(_ string: Span<UInt8>, into output: inout [UInt8]) {
        output.reserveCapacity(output.count + string.count)
        var index = 0
        while index < string.count {
            let rest = index..<string.count
            // Escapes often follow one another.
            if string[index] != UInt8(ascii: "\\") {
                let backslash = ByteSearch.first(UInt8(ascii: "\\"), in: string, rest)
                ByteSearch.append(string, index..<backslash, to: &output)
                index = backslash
            }
            guard index + 1 < string.count else { return }
            let letter = string[index + 1]
            index += 2
            switch letter {
            case UInt8(ascii: "n"): output.append(0x0A)
            case UInt8(ascii: "t"): output.append(0x09)
            case UInt8(ascii: "r"): output.append(0x0D)
            case UInt8(ascii: "b"): output.append(0x08)
            case UInt8(ascii: "f"): output.append(0x0C)
            case UInt8(ascii: "u"): appendUnit(string, &index, &output)
            default: output.append(letter)
            }
        }
    }

    /// Appends the scalar of `\uXXXX`, taking a second escape with it where the two are a pair.
    private static func appendUnit(
        _ string: Span<UInt8>,
        _ index: inout Int,
        _ output: inout [UInt8]
    ) {
        guard let unit = hexadecimal(string, at: index) else { return }
        index += 4
        var value = unit
        if (0xD800..<0xDC00).contains(unit), index + 5 < string.count,
            string[index] == UInt8(ascii: "\\"), string[index + 1] == UInt8(ascii: "u"),
            let low = hexadecimal(string, at: index + 2), (0xDC00..<0xE000).contains(low)
        {
            value = 0x1_0000 + (unit - 0xD800) << 10 + (low - 0xDC00)
            index += 6
        }
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        append(scalar.value, to: &output)
    }

    /// Appends a scalar in UTF-8.
    private static func append(_ scalar: UInt32, to output: inout [UInt8]) {
        let tail = { (shift: UInt32) in UInt8(0x80 | scalar >> shift & 0x3F) }
        switch scalar {
        case ..<0x80:
            output.append(UInt8(scalar))
        case ..<0x800:
            output.append(UInt8(0xC0 | scalar >> 6))
            output.append(tail(0))
        case ..<0x1_0000:
            output.append(UInt8(0xE0 | scalar >> 12))
            output.append(tail(6))
            output.append(tail(0))
        default:
            output.append(UInt8(0xF0 | scalar >> 18))
            output.append(tail(12))
            output.append(tail(6))
            output.append(tail(0))
        }
    }

    package static func hexadecimal(_ string: Span<UInt8>, at index: Int) -> UInt32? {
        guard index + 4 <= string.count else { return nil }
        var value: UInt32 = 0
        for offset in 0..<4 {
            value = value << 4 | UInt32(JSONBytes.hexadecimalValue(string[index + offset]))
        }
        return value
    }
}

/// What bytes mean in JSON.
package enum JSONBytes {
    package static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    package static func areSpaces(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        // Ends at the first byte of a record.
        for index in range where !isSpace(bytes[index]) { return false }
        return true
    }

    package static func isDigit(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x39
    }

    /// Whether a byte is a hexadecimal digit; without a branch, as digits and letters are mixed.
    package static func isHexadecimal(_ byte: UInt8) -> Bool {
        // Wrapping: bytes before the first become large, and no byte is of both kinds.
        let isDigit = byte &- 0x30 < 10
        let isLetter = (byte | 0x20) &- 0x61 < 6
        return isDigit != isLetter
    }

    /// Value of a hexadecimal digit: the low four bits, and nine more for a letter (bit 6 is set).
    package static func hexadecimalValue(_ byte: UInt8) -> UInt8 {
        (byte & 0xF) + 9 * ((byte >> 6) & 1)
    }
}

import LeitongModel

/// Reads one field of records that were found well-formed before.
public struct RecordFieldReader: Sendable {
    let names: JSONRecord.FieldNames

    /// Creates a reader.
    ///
    /// - Parameter name: Name of the field; of fields that stand twice, the last counts.
    public init(_ name: String) {
        let bytes = Array(name.utf8)
        names = JSONRecord.FieldNames(id: bytes, text: bytes, title: bytes)
    }

    /// The value of the field: a string, or a number as it is written.
    ///
    /// - Parameter record: One line of the file.
    /// - Returns: `nil` for another value, none, or a line that is no record.
    public func value(in record: Span<UInt8>) -> String? {
        guard let field = try? JSONRecord(record, line: 0..<record.count, names: names).id else {
            return nil
        }
        guard field.isEscaped else { return ByteSearch.string(record, field.bytes) }
        var value: [UInt8] = []
        JSONStringDecoder.unescape(record.extracting(field.bytes), into: &value)
        return String(decoding: value, as: UTF8.self)
    }

    /// The record without some ranges of its text, every other byte as it was.
    ///
    /// - Parameters:
    ///   - ranges: UTF-8 bytes of the text as escapes resolved it, rising and apart; none ends
    ///     inside a scalar.
    ///   - record: One line of the file.
    /// - Returns: `nil` for a line that is no record with a text in this field.
    /// - Complexity: Linear in the record.
    public func removing(_ ranges: [Range<Int>], from record: Span<UInt8>) -> [UInt8]? {
        guard let field = try? JSONRecord(record, line: 0..<record.count, names: names).text else {
            return nil
        }
        let text = record.extracting(field.bytes)
        let bounds = ranges.flatMap { [$0.lowerBound, $0.upperBound] }
        let places =
            field.isEscaped ? JSONStringDecoder.writtenOffsets(of: bounds, in: text) : bounds
        var output: [UInt8] = []
        output.reserveCapacity(record.count)
        var start = 0
        for pair in stride(from: 0, to: places.count, by: 2) {
            ByteSearch.append(record, start..<field.bytes.lowerBound + places[pair], to: &output)
            start = field.bytes.lowerBound + places[pair + 1]
        }
        ByteSearch.append(record, start..<record.count, to: &output)
        return output
    }
}

extension JSONStringDecoder {
    /// Where offsets of a resolved text lie in the string as it is written.
    ///
    /// - Parameters:
    ///   - offsets: UTF-8 bytes of the resolved text, rising.
    ///   - string: The bytes between the quotes.
    /// - Returns: An offset of `string` for each.
    /// - Complexity: Linear in the string.
    static func writtenOffsets(of offsets: [Int], in string: Span<UInt8>) -> [Int] {
        var places: [Int] = []
        var written = 0
        var resolved = 0
        var scratch: [UInt8] = []
        for offset in offsets {
            while resolved < offset, written < string.count {
                guard string[written] == UInt8(ascii: "\\") else {
                    written += 1
                    resolved += 1
                    continue
                }
                let length = escapeLength(string, at: written)
                scratch.removeAll(keepingCapacity: true)
                unescape(string.extracting(written..<written + length), into: &scratch)
                written += length
                resolved += scratch.count
            }
            places.append(written)
        }
        return places
    }

    /// Bytes of the escape at a backslash; of two that are a pair of surrogates both.
    private static func escapeLength(_ string: Span<UInt8>, at index: Int) -> Int {
        let rest = string.count - index
        guard rest >= 6, string[index + 1] == UInt8(ascii: "u") else { return Swift.min(2, rest) }
        guard rest >= 12, let high = hexadecimal(string, at: index + 2),
            (0xD800..<0xDC00).contains(high),
            string[index + 6] == UInt8(ascii: "\\"), string[index + 7] == UInt8(ascii: "u"),
            let low = hexadecimal(string, at: index + 8), (0xDC00..<0xE000).contains(low)
        else { return 6 }
        return 12
    }
}

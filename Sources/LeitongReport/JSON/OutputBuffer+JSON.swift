// JSON values (RFC 8259) as bytes. Characters beyond ASCII are written as they are; control
// characters, DEL and C1 are escaped, so that no output can steer a terminal.

extension OutputBuffer {
    /// Appends a JSON string, quoted and escaped.
    mutating func appendJSON(_ text: String) {
        append(UInt8(ascii: "\""))
        if Self.needsEscape(text) {
            appendEscaped(text)
        } else {
            append(text)
        }
        append(UInt8(ascii: "\""))
    }

    /// Appends a JSON array on one line.
    mutating func appendJSON<Element>(
        array elements: [Element],
        element: (Element, inout OutputBuffer) -> Void
    ) {
        append(UInt8(ascii: "["))
        for (index, value) in elements.enumerated() {
            if index > 0 { append(UInt8(ascii: ",")) }
            element(value, &self)
        }
        append(UInt8(ascii: "]"))
    }

    /// Appends a JSON object on one line, without the fields that `row` has no value for.
    mutating func appendJSON<Row>(object row: Row, fields: [JSONField<Row>]) {
        let separator = appendJSON(members: fields, of: row)
        if separator == UInt8(ascii: "{") { append(separator) }
        append(UInt8(ascii: "}"))
    }

    /// Appends a JSON object on one line whose last member is a number that the row does not hold.
    mutating func appendJSON<Row>(
        object row: Row,
        fields: [JSONField<Row>],
        and key: JSONRowKey,
        _ number: Int
    ) {
        append(appendJSON(members: fields, of: row))
        append("\"\(key.rawValue)\":\(number)}")
    }

    /// Appends the members of an object, and the brace before them.
    ///
    /// - Returns: What stands before the next member: the brace, if there were none.
    private mutating func appendJSON<Row>(members fields: [JSONField<Row>], of row: Row) -> UInt8 {
        var separator = UInt8(ascii: "{")
        // By span: iterating would retain every part of every field for every row.
        let fields = fields.span
        for index in fields.indices where fields[index].write(row, after: separator, to: &self) {
            separator = UInt8(ascii: ",")
        }
        return separator
    }

    /// Whether a text holds a byte that cannot stand in a JSON string as it is, or 0xC2, with which
    /// C1 controls begin.
    private static func needsEscape(_ text: String) -> Bool {
        let utf8 = text.utf8Span.span
        // Without an early exit, so that the loop can become vector instructions.
        var found: UInt8 = 0
        for index in 0..<utf8.count {
            let byte = utf8[index]
            found |= byte < 0x20 ? 1 : 0
            found |= byte == 0x22 ? 1 : 0
            found |= byte == 0x5C ? 1 : 0
            found |= byte == 0x7F ? 1 : 0
            found |= byte == 0xC2 ? 1 : 0
        }
        return found != 0
    }

    private mutating func appendEscaped(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22: append("\\\"")
            case 0x5C: append("\\\\")
            case 0x08: append("\\b")
            case 0x09: append("\\t")
            case 0x0A: append("\\n")
            case 0x0C: append("\\f")
            case 0x0D: append("\\r")
            case 0..<0x20, 0x7F..<0xA0: appendHexEscape(scalar.value)
            default: append(String(Character(scalar)))
            }
        }
    }

    /// Appends `\u00XX`; the value fits two hex digits.
    private mutating func appendHexEscape(_ value: UInt32) {
        let digits = String(value, radix: 16)
        append(digits.count < 2 ? "\\u000" : "\\u00")
        append(digits)
    }
}

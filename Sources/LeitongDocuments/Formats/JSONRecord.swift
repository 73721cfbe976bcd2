/// The fields of one record that matter, as ranges of its line.
struct JSONRecord: Equatable {
    /// Value of a field: the inside of a string, or a number as it is written.
    struct Field: Equatable {
        var bytes: Range<Int>
        var isEscaped = false
        var isNumber = false
    }

    /// Names of the fields in bytes.
    struct FieldNames {
        var id: [UInt8]
        var text: [UInt8]
        var title: [UInt8]
        var date: [UInt8] = []
    }

    /// A string, or a number as it is written.
    var id: Field?
    /// A string.
    var text: Field?
    /// A string, or a number as it is written.
    var title: Field?
    /// A string, or a number as it is written.
    var date: Field?

    /// Reads one line.
    ///
    /// Of fields that stand twice, the last counts.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - line: Range of the line.
    ///   - names: Fields that matter.
    /// - Throws: The first thing that is no JSON, or no object.
    init(
        _ bytes: Span<UInt8>,
        line: Range<Int>,
        names: FieldNames
    ) throws(JSONScanner.Failure) {
        var scanner = JSONScanner(line)
        scanner.skipSpace(bytes)
        guard scanner.next(bytes) == UInt8(ascii: "{") else {
            throw scanner.failure("not an object")
        }
        try scanner.expect(UInt8(ascii: "{"), bytes)
        scanner.skipSpace(bytes)
        if scanner.next(bytes) == UInt8(ascii: "}") {
            try scanner.expect(UInt8(ascii: "}"), bytes)
        } else {
            try readFields(&scanner, bytes, names)
        }
        scanner.skipSpace(bytes)
        guard scanner.isAtEnd else { throw scanner.failure("something follows the object") }
    }

    private mutating func readFields(
        _ scanner: inout JSONScanner,
        _ bytes: Span<UInt8>,
        _ names: FieldNames
    ) throws(JSONScanner.Failure) {
        while true {
            scanner.skipSpace(bytes)
            let key = try scanner.string(bytes)
            scanner.skipSpace(bytes)
            try scanner.expect(UInt8(ascii: ":"), bytes)
            scanner.skipSpace(bytes)
            let field = try Self.field(&scanner, bytes)
            // Not one or the other: one field may serve as id and as title.
            if Self.isKey(key, names.text, bytes) { text = field?.isNumber == false ? field : nil }
            if Self.isKey(key, names.id, bytes) { id = field }
            if Self.isKey(key, names.title, bytes) { title = field }
            if Self.isKey(key, names.date, bytes) { date = field }
            scanner.skipSpace(bytes)
            if scanner.next(bytes) == UInt8(ascii: "}") {
                try scanner.expect(UInt8(ascii: "}"), bytes)
                return
            }
            try scanner.expect(UInt8(ascii: ","), bytes)
        }
    }

    /// A string or a number; `nil` for values that name nothing.
    private static func field(
        _ scanner: inout JSONScanner,
        _ bytes: Span<UInt8>
    ) throws(JSONScanner.Failure) -> Field? {
        let first = scanner.next(bytes)
        if first == UInt8(ascii: "\"") {
            let string = try scanner.string(bytes)
            return Field(bytes: string.bytes, isEscaped: string.isEscaped)
        }
        let start = scanner.position
        try scanner.value(bytes)
        let isNumber = first == UInt8(ascii: "-") || JSONBytes.isDigit(first)
        return isNumber ? Field(bytes: start..<scanner.position, isNumber: true) : nil
    }

    private static func isKey(
        _ key: JSONScanner.StringRange,
        _ name: [UInt8],
        _ bytes: Span<UInt8>
    ) -> Bool {
        if key.isEscaped {
            var unescaped: [UInt8] = []
            JSONStringDecoder.unescape(bytes.extracting(key.bytes), into: &unescaped)
            return unescaped == name
        }
        return ByteSearch.isEqual(bytes, key.bytes, to: name.span)
    }
}

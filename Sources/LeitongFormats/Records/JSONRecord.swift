import LeitongModel

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
        /// All names, one behind the other: borrowed once a record, and not a name for each key.
        fileprivate let bytes: [UInt8]
        fileprivate let id: Range<Int>
        fileprivate let text: Range<Int>
        fileprivate let title: Range<Int>
        fileprivate let date: Range<Int>

        init(id: [UInt8], text: [UInt8], title: [UInt8], date: [UInt8] = []) {
            bytes = id + text + title + date
            self.id = 0..<id.count
            self.text = self.id.upperBound..<self.id.upperBound + text.count
            self.title = self.text.upperBound..<self.text.upperBound + title.count
            self.date = self.title.upperBound..<bytes.count
        }
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
        names: borrowing FieldNames
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
        _ names: borrowing FieldNames
    ) throws(JSONScanner.Failure) {
        let allNames = names.bytes.span
        while true {
            scanner.skipSpace(bytes)
            let key = try scanner.string(bytes)
            scanner.skipSpace(bytes)
            try scanner.expect(UInt8(ascii: ":"), bytes)
            scanner.skipSpace(bytes)
            let field = try Self.field(&scanner, bytes)
            // Not one or the other: one field may serve as id and as title.
            if Self.isKey(key, allNames.extracting(names.text), bytes) {
                text = field?.isNumber == false ? field : nil
            }
            if Self.isKey(key, allNames.extracting(names.id), bytes) { id = field }
            if Self.isKey(key, allNames.extracting(names.title), bytes) { title = field }
            if Self.isKey(key, allNames.extracting(names.date), bytes) { date = field }
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
        _ name: Span<UInt8>,
        _ bytes: Span<UInt8>
    ) -> Bool {
        if key.isEscaped {
            var unescaped: [UInt8] = []
            JSONStringDecoder.unescape(bytes.extracting(key.bytes), into: &unescaped)
            return ByteSearch.isEqual(unescaped.span, unescaped.indices, to: name)
        }
        return ByteSearch.isEqual(bytes, key.bytes, to: name)
    }
}

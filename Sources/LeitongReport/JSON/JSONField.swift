/// What can be written as a JSON object, by keys of its own.
protocol JSONRow {
    /// The keys: the same that the value is encoded by, where it is `Codable`.
    associatedtype CodingKeys: CodingKey
}

/// A member of a JSON object: its key and how its value is taken from a row.
///
/// The lists of fields are the one account of the members that both ``JSONWriter`` (sorted) and
/// ``JSONLinesWriter`` (in reading order) print.
struct JSONField<Row: JSONRow>: Sendable {
    /// The key as it is written: ASCII without quotes or backslashes.
    ///
    /// A constant of the program, so that nothing is counted for each key of each row.
    let key: String
    private let value: Value

    /// How a value is taken from a row.
    private enum Value: Sendable {
        case constant(String)
        case text(@Sendable (Row) -> String)
        case optionalText(@Sendable (Row) -> String?)
        case count(@Sendable (Row) -> Int)
        case optionalCount(@Sendable (Row) -> Int?)
        case share(@Sendable (Row) -> Double)
        case other((@Sendable (Row) -> Bool)?, write: @Sendable (Row, inout OutputBuffer) -> Void)
    }

    private init(_ key: some CodingKey, _ value: Value) {
        self.key = key.stringValue
        self.value = value
    }

    /// Creates a field with a value of any kind.
    init(
        _ key: Row.CodingKeys,
        when isPresent: (@Sendable (Row) -> Bool)? = nil,
        write: @escaping @Sendable (Row, inout OutputBuffer) -> Void
    ) {
        self.init(key, .other(isPresent, write: write))
    }

    /// Creates the field that tells what a row is.
    static func type(_ type: RowType) -> Self {
        Self(JSONRowKey.type, .constant(type.rawValue))
    }

    /// Creates a field with a text.
    static func text(_ key: Row.CodingKeys, _ value: @escaping @Sendable (Row) -> String) -> Self {
        Self(key, .text(value))
    }

    /// Creates a field with a whole number.
    static func count(_ key: Row.CodingKeys, _ value: @escaping @Sendable (Row) -> Int) -> Self {
        Self(key, .count(value))
    }

    /// Creates a field with a number between 0 and 1.
    static func share(_ key: Row.CodingKeys, _ value: @escaping @Sendable (Row) -> Double) -> Self {
        Self(key, .share(value))
    }

    /// Creates a field with a text that some rows do not have.
    static func optionalText(
        _ key: Row.CodingKeys,
        _ value: @escaping @Sendable (Row) -> String?
    ) -> Self {
        Self(key, .optionalText(value))
    }

    /// Creates a field with a whole number that some rows do not have.
    static func optionalCount(_ key: Row.CodingKeys, _ value: @escaping @Sendable (Row) -> Int?)
        -> Self
    {
        Self(key, .optionalCount(value))
    }

    /// Returns fields in the order of their keys.
    static func sorted(_ fields: [Self]) -> [Self] {
        fields.sorted { $0.key < $1.key }
    }

    /// Writes the member, if the row has it.
    ///
    /// - Parameters:
    ///   - row: The row.
    ///   - separator: What stands before the key.
    ///   - isSpaced: Whether a space stands between key and value.
    ///   - out: Collects the bytes.
    /// - Returns: Whether the row has it.
    @discardableResult
    func write(
        _ row: Row,
        after separator: UInt8,
        isSpaced: Bool = false,
        to out: inout OutputBuffer
    ) -> Bool {
        switch value {
        case .constant(let text):
            begin(after: separator, isSpaced, &out)
            out.appendJSON(text)
        case .text(let text):
            begin(after: separator, isSpaced, &out)
            out.appendJSON(text(row))
        case .optionalText(let text):
            guard let text = text(row) else { return false }
            begin(after: separator, isSpaced, &out)
            out.appendJSON(text)
        case .count(let count):
            begin(after: separator, isSpaced, &out)
            out.append(count(row))
        case .optionalCount(let count):
            guard let count = count(row) else { return false }
            begin(after: separator, isSpaced, &out)
            out.append(count)
        case .share(let share):
            begin(after: separator, isSpaced, &out)
            out.append(share(row))
        case .other(let isPresent, let write):
            guard isPresent?(row) ?? true else { return false }
            begin(after: separator, isSpaced, &out)
            write(row, &out)
        }
        return true
    }

    private func begin(
        after separator: UInt8,
        _ isSpaced: Bool,
        _ out: inout OutputBuffer
    ) {
        out.append(separator)
        out.append(UInt8(ascii: "\""))
        out.append(key)
        out.append(UInt8(ascii: "\""))
        out.append(UInt8(ascii: ":"))
        if isSpaced { out.append(UInt8(ascii: " ")) }
    }
}

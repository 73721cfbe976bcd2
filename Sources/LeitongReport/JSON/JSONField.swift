/// A member of a JSON object: its key and how its value is taken from a row.
///
/// The lists of fields are the one account of the keys that both ``JSONWriter`` (sorted) and
/// ``JSONLinesWriter`` (in reading order) print.
struct JSONField<Row>: Sendable {
    /// The key.
    let key: String
    /// The key as it is written: quoted, with its colon.
    let label: [UInt8]
    /// Whether a row has the field; absent for fields that every row has.
    let isPresent: (@Sendable (Row) -> Bool)?
    /// Writes the value.
    let write: @Sendable (Row, inout OutputBuffer) -> Void

    /// Creates a field.
    ///
    /// `key` is ASCII without quotes or backslashes.
    init(
        _ key: String,
        when isPresent: (@Sendable (Row) -> Bool)? = nil,
        write: @escaping @Sendable (Row, inout OutputBuffer) -> Void
    ) {
        self.key = key
        label = Array("\"\(key)\":".utf8)
        self.isPresent = isPresent
        self.write = write
    }

    /// Creates a field with the same text in every row.
    static func constant(_ key: String, _ value: String) -> Self {
        Self(key) { $1.appendJSON(value) }
    }

    /// Creates a field with a text.
    static func text(_ key: String, _ value: @escaping @Sendable (Row) -> String) -> Self {
        Self(key) { $1.appendJSON(value($0)) }
    }

    /// Creates a field with a whole number.
    static func count(_ key: String, _ value: @escaping @Sendable (Row) -> Int) -> Self {
        Self(key) { $1.append(value($0)) }
    }

    /// Creates a field with a number between 0 and 1.
    static func share(_ key: String, _ value: @escaping @Sendable (Row) -> Double) -> Self {
        Self(key) { $1.append(value($0)) }
    }

    /// Creates a field with a text that some rows do not have.
    static func optionalText(
        _ key: String,
        _ value: @escaping @Sendable (Row) -> String?
    ) -> Self {
        Self(key, when: { value($0) != nil }, write: { $1.appendJSON(value($0) ?? "") })
    }

    /// Creates a field with a whole number that some rows do not have.
    static func optionalCount(_ key: String, _ value: @escaping @Sendable (Row) -> Int?) -> Self {
        Self(key, when: { value($0) != nil }, write: { $1.append(value($0) ?? 0) })
    }

    /// Returns fields in the order of their keys.
    static func sorted(_ fields: [Self]) -> [Self] {
        fields.sorted { $0.key < $1.key }
    }
}

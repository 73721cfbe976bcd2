/// An input that could not be used.
///
/// ```swift
/// for input in report.skipped { print(input.path, input.reason, input.message) }
/// ```
public struct SkippedEntry: Codable, Sendable, Equatable {
    /// The path, with `:LINE` for a record.
    public var path: String
    /// Stable reason code.
    public var reason: String
    /// One sentence for people.
    public var message: String
    /// Where the trouble begins, in bytes.
    public var byteOffset: Int?
    /// How many bytes are no text in the encoding.
    public var badBytes: Int?
    /// Where the first of these stand.
    public var badByteOffsets: [Int]?

    enum CodingKeys: String, CodingKey {
        case path, reason, message
        case badBytes = "bad_bytes"
        case badByteOffsets = "bad_byte_offsets"
        case byteOffset = "byte_offset"
    }

    /// Creates an entry.
    public init(path: String, reason: String, message: String, byteOffset: Int? = nil) {
        self.path = path
        self.reason = reason
        self.message = message
        self.byteOffset = byteOffset
    }
}

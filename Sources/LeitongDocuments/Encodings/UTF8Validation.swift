/// Tells whether bytes are UTF-8, with the standard library's own validator.
enum UTF8Validation {
    /// Offset of the first byte that is no UTF-8; `nil` if all are.
    static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }
}

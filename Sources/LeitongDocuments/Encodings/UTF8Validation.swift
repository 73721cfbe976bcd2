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

    /// Number of bytes that are no UTF-8.
    static func invalidCount(in bytes: [UInt8]) -> Int {
        var count = 0
        forEachInvalidRange(in: bytes) { count += $0.count }
        return count
    }

    /// Calls `body` for each run of bytes that is no UTF-8.
    ///
    /// - Complexity: Linear in the bytes.
    static func forEachInvalidRange(
        in bytes: [UInt8],
        from start: Int = 0,
        _ body: (Range<Int>) -> Void
    ) {
        var next = start
        while next < bytes.count {
            do {
                _ = try UTF8Span(validating: bytes.span.extracting(next..<bytes.count))
                return
            } catch {
                let range = error.byteOffsets
                body(next + range.lowerBound..<next + range.upperBound)
                next += Swift.max(range.upperBound, 1)
            }
        }
    }
}

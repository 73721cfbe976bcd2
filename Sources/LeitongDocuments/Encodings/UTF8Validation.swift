private import CUTF8

/// Tells whether bytes are UTF-8.
enum UTF8Validation {
    /// Offset of the first byte that is no UTF-8; `nil` if all are.
    ///
    /// - Complexity: Linear; a few bytes a cycle where the processor has wide vectors.
    static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
        isQuicklyValid(bytes) ? nil : firstInvalidOffsetByLibrary(in: bytes)
    }

    /// The same by the standard library's validator: the reference, and what names the offset.
    static func firstInvalidOffsetByLibrary(in bytes: [UInt8]) -> Int? {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    /// Whether this processor has the quick way.
    static var hasQuickWay: Bool {
        leitong_utf8_has_vectors()
    }

    /// Whether bytes are UTF-8, as far as that can be told quickly.
    ///
    /// - Returns: `false` if they are none, or there is no quick way.
    static func isQuicklyValid(_ bytes: [UInt8]) -> Bool {
        if bytes.isEmpty { return true }
        // Safe: reads exactly the bytes of the array.
        return unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe leitong_utf8_is_valid(bytes.baseAddress, bytes.count)
        }
    }
}

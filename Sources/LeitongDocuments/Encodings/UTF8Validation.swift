private import CUTF8
import LeitongStorage

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

    /// Whether a flat array is UTF-8.
    ///
    /// - Complexity: Linear.
    static func isValid(_ array: FlatArray<UInt8>) -> Bool {
        let isQuick = unsafe array.withContiguousStorageIfAvailable { bytes in
            // Safe: reads exactly the bytes of the array.
            unsafe leitong_utf8_is_valid(bytes.baseAddress, bytes.count)
        }
        return isQuick == true || (try? UTF8Span(validating: array.span)) != nil
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

private import CUTF8
import LeitongModel
import LeitongRun
import LeitongStorage
import Synchronization

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

    /// Pieces of this many bytes are still in the cache when they are looked through again.
    private static let pieceLength = 1 << 18

    /// Whether bytes are UTF-8 without a NUL, as far as that can be told quickly.
    ///
    /// - Parameters:
    ///   - bytes: The bytes.
    ///   - context: Its threads look through them side by side.
    /// - Returns: `false` if they are not, or there is no quick way.
    static func isQuicklyPlain(_ bytes: [UInt8], context: RunContext) -> Bool {
        let pieces = pieces(of: bytes.span)
        let isPlain = Atomic(true)
        let share = (pieces.count + context.threads - 1) / context.threads
        context.onEachThread { thread in
            for piece in pieces.dropFirst(thread * share).prefix(share) {
                let part = bytes.span.extracting(piece)
                guard isPlain.load(ordering: .relaxed), isQuicklyPlain(part) else {
                    isPlain.store(false, ordering: .relaxed)
                    return
                }
            }
        }
        return isPlain.load(ordering: .relaxed)
    }

    private static func isQuicklyPlain(_ part: Span<UInt8>) -> Bool {
        // Safe: reads exactly the bytes of the part.
        let isValid = unsafe part.withUnsafeBufferPointer { part in
            unsafe leitong_utf8_is_valid(part.baseAddress, part.count)
        }
        return isValid && ByteSearch.first(0, in: part, part.indices) == part.count
    }

    /// Pieces that begin with scalars: all are UTF-8 just where the whole is.
    private static func pieces(of bytes: Span<UInt8>) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = 0
        while start < bytes.count {
            var end = Swift.min(start + pieceLength, bytes.count)
            while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
            pieces.append(start..<end)
            start = end
        }
        return pieces
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

private import CUTF8
import Foundation

/// Looks through many bytes at once: the loops whose speed decides how fast files are read.
///
/// The only use of raw memory for text in this module. Every function takes a span and a range that
/// is checked before, and touches nothing outside it.
package enum ByteSearch {
    /// First place of a byte in a range, or the end of the range.
    ///
    /// - Complexity: Linear in the distance; the C library looks at 32 bytes at a time.
    package static func first(_ byte: UInt8, in bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        // Safe: memchr reads at most `count` bytes of the part, which outlives the call.
        unsafe bytes.extracting(range)
            .withUnsafeBufferPointer { part in
                guard let base = part.baseAddress,
                    let hit = unsafe memchr(base, Int32(byte), part.count)
                else { return range.upperBound }
                return unsafe range.lowerBound + UnsafeRawPointer(base).distance(to: hit)
            }
    }

    /// First place in a range of a JSON string that is more than text: a quote, a backslash or a
    /// control character; or the end of the range.
    ///
    /// - Complexity: Linear in the distance, 32 bytes at a time.
    package static func endOfPlainText(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        // Safe: reads exactly the bytes of the part.
        unsafe bytes.extracting(range)
            .withUnsafeBufferPointer { part in
                guard let base = part.baseAddress else { return range.upperBound }
                return unsafe range.lowerBound + leitong_json_plain_count(base, part.count)
            }
    }

    /// Number of times a byte stands in a range.
    package static func count(_ byte: UInt8, in bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        var count = 0
        var position = first(byte, in: bytes, range)
        while position < range.upperBound {
            count += 1
            position = first(byte, in: bytes, position + 1..<range.upperBound)
        }
        return count
    }

    /// Number of bytes that continue a scalar of UTF-8, those of the form 10xxxxxx.
    package static func continuationCount(of bytes: Span<UInt8>) -> Int {
        // Safe: reads exactly the bytes of the span.
        unsafe bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return 0 }
            return unsafe leitong_utf8_continuation_count(base, bytes.count)
        }
    }

    /// Whether a range holds these bytes.
    package static func isEqual(_ bytes: Span<UInt8>, _ range: Range<Int>, to other: Span<UInt8>)
        -> Bool
    {
        guard range.count == other.count else { return false }
        for offset in other.indices where bytes[range.lowerBound + offset] != other[offset] {
            return false
        }
        return true
    }

    /// Makes a string of a range of UTF-8.
    package static func string(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        // Safe: the string copies the bytes of the part.
        unsafe bytes.extracting(range)
            .withUnsafeBufferPointer { part in
                unsafe String(decoding: part, as: UTF8.self)
            }
    }

    /// Appends a range of bytes to an array.
    package static func append(_ bytes: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8])
    {
        // Safe: the array copies the bytes of the part.
        unsafe bytes.extracting(range)
            .withUnsafeBufferPointer { part in
                unsafe output.append(contentsOf: part)
            }
    }
}

import Foundation

/// Looks through many bytes at once: the loops whose speed decides how fast files are read.
///
/// The only use of raw memory for text in this module. Every function takes a span and a range that
/// is checked before, and touches nothing outside it.
enum ByteSearch {
    /// First place of a byte in a range, or the end of the range.
    ///
    /// - Complexity: Linear in the distance; the C library looks at 32 bytes at a time.
    static func first(_ byte: UInt8, in bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        // Safe: memchr reads at most `count` bytes of the part, which outlives the call.
        unsafe bytes.extracting(range)
            .withUnsafeBufferPointer { part in
                guard let base = part.baseAddress,
                    let hit = unsafe memchr(base, Int32(byte), part.count)
                else { return range.upperBound }
                return unsafe range.lowerBound + UnsafeRawPointer(base).distance(to: hit)
            }
    }

    /// Whether a byte below 0x20 stands in a range.
    static func hasControl(in bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        // Safe: reads the elements of the part one by one.
        unsafe bytes.extracting(range)
            .withUnsafeBufferPointer { part in
                var found: UInt8 = 0
                // No early exit: a loop without one is made into vector instructions.
                for index in 0..<part.count { unsafe found |= part[index] < 0x20 ? 1 : 0 }
                return found != 0
            }
    }

    /// Number of times a byte stands in a range.
    static func count(_ byte: UInt8, in bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        var count = 0
        var position = first(byte, in: bytes, range)
        while position < range.upperBound {
            count += 1
            position = first(byte, in: bytes, position + 1..<range.upperBound)
        }
        return count
    }

    /// Number of bytes that continue a scalar of UTF-8, those of the form 10xxxxxx.
    static func continuationCount(of bytes: Span<UInt8>) -> Int {
        // Safe: each load lies inside the bytes, as `wordsEnd` is at most their count.
        unsafe bytes.withUnsafeBytes { raw in
            let wordsEnd = raw.count & ~7
            var count = 0
            var index = 0
            while index < wordsEnd {
                // A byte of `sums` grows by 1 a word at most, so 255 words cannot overflow it.
                let blockEnd = Swift.min(wordsEnd, index + 255 * 8)
                var sums: UInt64 = 0
                while index < blockEnd {
                    let word = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    // Bit 7 set and bit 6 clear, brought to bit 0 of each byte.
                    sums &+= (word >> 7) & (~word >> 6) & 0x0101_0101_0101_0101
                    index += 8
                }
                count += sumOfBytes(sums)
            }
            for index in wordsEnd..<raw.count {
                count += unsafe raw[index] & 0xC0 == 0x80 ? 1 : 0
            }
            return count
        }
    }

    /// Sum of the eight bytes of a word: pairs are added to 16 bits, then a multiplication gathers
    /// the four sums in the upper 16 bits (at most 2040, so nothing is lost).
    private static func sumOfBytes(_ word: UInt64) -> Int {
        let pairs = (word & 0x00FF_00FF_00FF_00FF) + ((word >> 8) & 0x00FF_00FF_00FF_00FF)
        return Int((pairs &* 0x0001_0001_0001_0001) >> 48)
    }

    /// Makes a string of a range of UTF-8.
    static func string(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        // Safe: the string copies the bytes of the part.
        unsafe bytes.extracting(range)
            .withUnsafeBufferPointer { part in
                unsafe String(decoding: part, as: UTF8.self)
            }
    }

    /// Appends a range of bytes to an array.
    static func append(_ bytes: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]) {
        // Safe: the array copies the bytes of the part.
        unsafe bytes.extracting(range)
            .withUnsafeBufferPointer { part in
                unsafe output.append(contentsOf: part)
            }
    }
}

/// Hash of a run of scalars.
enum RunHash {
    /// An odd constant (the golden ratio's fraction), so that every step is a bijection.
    private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// A 64-bit hash of `count` scalars; never `UInt64.max`.
    @inline(__always)
    static func hash(_ scalars: Span<UInt32>, from start: Int, count: Int) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: count)
        for index in start..<start + count {
            // Wraps by design: arithmetic modulo 2^64.
            hash = (hash ^ UInt64(scalars[index])) &* multiplier
            hash ^= hash >> 29
        }
        hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
        hash ^= hash >> 32
        return hash == UInt64.max ? 0 : hash
    }
}

/// Tells which hashes are surely not among those that one side of a join holds.
///
/// What the larger side holds and the smaller does not can be in no pair, and need not be kept.
/// Source: B. Bloom, Space/time trade-offs in hash coding with allowable errors, 1970, with one hash
/// function: what is asked for are hashes. One stranger in eight is taken for one of them.
package struct HashFilter: Sendable {
    private var words: [UInt64]
    private let mask: UInt64

    /// Bits for each hash.
    private static let bitsPerHash = 8

    /// Creates an empty filter.
    ///
    /// - Parameter count: How many hashes will be added.
    package init(count: Int) {
        var size = 64
        while size < Self.bitsPerHash * count, size < 1 << 40 { size *= 2 }
        words = [UInt64](repeating: 0, count: size / 64)
        mask = UInt64(size - 1)
    }

    /// Adds a hash.
    package mutating func insert(_ hash: UInt64) {
        let bit = hash & mask
        words[Int(truncatingIfNeeded: bit >> 6)] |= 1 << (bit & 63)
    }

    /// Whether a hash may have been added; of those that were it is always true.
    @inline(__always)
    package func mayContain(_ hash: UInt64) -> Bool {
        let bit = hash & mask
        return words[Int(truncatingIfNeeded: bit >> 6)] >> (bit & 63) & 1 != 0
    }
}

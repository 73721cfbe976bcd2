/// One text in one band, in eight bytes: its key there and its number.
///
/// Keys of 32 bits: two texts that share none of a band's values get one key with probability 2^-32,
/// and then a sketch and an exact comparison tell them apart; half the memory of whole hashes, and
/// half of what is sorted.
@_spi(Core) public struct BandEntry: BitwiseCopyable, Sendable, Equatable, Comparable {
    /// Key and number in one integer, so that entries sort and compare as integers.
    public let packed: UInt64

    /// Creates an entry.
    ///
    /// - Parameters:
    ///   - key: Key of the band.
    ///   - text: Number of the text.
    public init(key: UInt32, text: UInt32) {
        packed = UInt64(key) << 32 | UInt64(text)
    }

    /// Key of the band.
    public var key: UInt32 { UInt32(truncatingIfNeeded: packed >> 32) }

    /// Number of the text.
    public var text: UInt32 { UInt32(truncatingIfNeeded: packed) }

    /// By key, then by text.
    public static func < (left: BandEntry, right: BandEntry) -> Bool {
        left.packed < right.packed
    }
}

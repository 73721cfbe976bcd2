/// One of many things that are grouped by a 64-bit hash: the hash and a number.
public struct BandEntry: BitwiseCopyable, Sendable, Equatable {
    /// The hash.
    public var key: UInt64
    /// Number of the text, the place, the seed.
    public var text: UInt32

    /// Creates an entry.
    public init(key: UInt64, text: UInt32) {
        self.key = key
        self.text = text
    }
}

/// One of many things that are grouped by a 64-bit hash: the hash and a number.
public struct HashedNumber: BitwiseCopyable, Sendable, Equatable {
    /// The hash.
    public var hash: UInt64
    /// Number of the text, the place, the seed.
    public var number: UInt32

    /// Creates a pair of both.
    public init(hash: UInt64, number: UInt32) {
        self.hash = hash
        self.number = number
    }
}

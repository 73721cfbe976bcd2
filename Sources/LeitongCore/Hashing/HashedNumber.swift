/// One of many things that are grouped by a 64-bit hash: the hash and a number.
package struct HashedNumber: BitwiseCopyable, Sendable, Equatable {
    /// The hash.
    package var hash: UInt64
    /// Number of the text, the place, the seed.
    package var number: UInt32

    /// Creates a pair of both.
    package init(hash: UInt64, number: UInt32) {
        self.hash = hash
        self.number = number
    }
}

/// A small seeded generator: equal seeds give equal sequences on every machine.
///
/// Source: G. Steele, D. Lea, C. Flood, Fast splittable pseudorandom number generators, 2014.
public struct SplitMix64: RandomNumberGenerator, Sendable {
    @usableFromInline var state: UInt64

    /// Creates a generator.
    ///
    /// - Parameter seed: Equal seeds give equal sequences.
    @inlinable
    public init(seed: UInt64) {
        state = seed
    }

    /// Returns the next 64 bits.
    @inlinable
    public mutating func next() -> UInt64 {
        // Wrapping: the algorithm is defined modulo 2^64.
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// Mixes the bits of a number; a bijection, so that different numbers stay different.
    @inlinable
    public static func mixed(_ number: UInt64) -> UInt64 {
        // Wrapping: the algorithm is defined modulo 2^64.
        var mixed = number
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Hash of an n-gram, from its last scalar to its first.
struct NGramHash {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Lengthens the n-gram by the scalar before it.
    @inline(__always)
    mutating func prepend(_ scalar: UInt32) {
        // Wraps: a product modulo 2^64 by an odd number loses nothing of the state.
        state = (state ^ UInt64(scalar)) &* 0xD6E8_FEB8_6659_FD93
        state ^= state >> 32
    }

    /// Where the n-gram is kept.
    @inline(__always)
    func place(among lineCount: Int) -> NGramPlace {
        // Wraps: see above. One more round, so that all bits depend on the last scalar.
        var mixed = state &* 0xD6E8_FEB8_6659_FD93
        mixed ^= mixed >> 32
        // Cannot overflow: both factors have 32 bits.
        let line = (mixed >> 32 &* UInt64(lineCount)) >> 32
        let tag = UInt16(truncatingIfNeeded: mixed)
        return NGramPlace(
            line: UInt32(truncatingIfNeeded: line),
            tag: tag == 0 ? 1 : tag,
            overflowBit: 1 << UInt16(mixed >> 16 & 15)
        )
    }

    /// Cost of a scalar that the model does not hold, in sixteenths of a bit.
    ///
    /// What a character of running text carries in the scripts the model was not trained on: 2.62
    /// bits a letter, by how frequent words are (Shannon, Prediction and Entropy of Printed English,
    /// 1951), the ten digits all alike, ten bits of an ideograph that is rare in prose of this kind.
    @inline(__always)
    static func unknownCost(of scalar: UInt32) -> Int {
        Swift.min(160, costLimit(of: scalar))
    }

    /// The most that a scalar costs, in sixteenths of a bit.
    @inline(__always)
    static func costLimit(of scalar: UInt32) -> Int {
        if scalar >= 0x3400, scalar <= 0x9FFF { return BackgroundModel.costLimit }
        if scalar < 0x80 { return scalar &- 0x30 < 10 ? 53 : 42 }
        if scalar >= 0x3041, scalar <= 0x30FF { return 100 }
        if scalar >= 0xAC00, scalar <= 0xD7A3 { return 120 }
        return ScalarWidth.width(of: scalar) == 2 ? BackgroundModel.costLimit : 42
    }
}

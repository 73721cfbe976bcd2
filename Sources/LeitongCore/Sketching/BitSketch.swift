/// Two bits of each of a signature's 128 values: 32 bytes that rule out most dissimilar pairs.
///
/// Source: P. Li, A. C. König, b-Bit minwise hashing, 2010. Two texts of Jaccard similarity J agree
/// at a position with probability `J + (1 - J) / 4`. A candidate pair whose agreements fall below
/// ``leastAgreements(threshold:)`` is dropped before the texts are read; the cut-off is set so low
/// that a pair at the threshold is lost with probability under 1e-9.
public struct BitSketch: Sendable, Equatable, BitwiseCopyable {
    var low: (UInt64, UInt64)
    var high: (UInt64, UInt64)

    /// Keeps the two lowest bits of each value.
    ///
    /// - Parameter signature: 128 values of a signature.
    public init(_ signature: Span<UInt32>) {
        precondition(signature.count == MinHasher.valueCount)
        var planes: InlineArray<4, UInt64> = .init(repeating: 0)
        for half in 0..<2 {
            var lowBits: UInt64 = 0
            var highBits: UInt64 = 0
            for position in 0..<64 {
                let value = UInt64(signature[64 * half + position])
                lowBits |= (value & 1) << UInt64(position)
                highBits |= (value >> 1 & 1) << UInt64(position)
            }
            planes[half] = lowBits
            planes[2 + half] = highBits
        }
        low = (planes[0], planes[1])
        high = (planes[2], planes[3])
    }

    /// Number of positions, of 128, at which both bits agree.
    ///
    /// - Parameter other: A sketch made with the same seed.
    /// - Returns: 0 to 128.
    public func agreements(with other: BitSketch) -> Int {
        let first = ~(low.0 ^ other.low.0) & ~(high.0 ^ other.high.0)
        let second = ~(low.1 ^ other.low.1) & ~(high.1 ^ other.high.1)
        return first.nonzeroBitCount + second.nonzeroBitCount
    }

    /// Fewest agreements that a pair at a threshold has but with probability 1e-9.
    ///
    /// - Parameter threshold: Jaccard similarity, 0 to 1.
    /// - Returns: The cut-off: pairs with fewer agreements need no verification.
    /// - Complexity: A few hundred multiplications.
    public static func leastAgreements(threshold: Double) -> Int {
        let agreement = threshold + (1 - threshold) / 4
        guard agreement < 1 else { return MinHasher.valueCount }
        // Binomial terms from 0 agreements upwards: P(k + 1) = P(k) (n - k) / (k + 1) p / (1 - p).
        var term = 1.0
        for _ in 0..<MinHasher.valueCount { term *= 1 - agreement }
        var cumulative = 0.0
        for count in 0..<MinHasher.valueCount {
            cumulative += term
            if cumulative > 1e-9 { return count }
            let remaining = Double(MinHasher.valueCount - count)
            term *= remaining / Double(count + 1) * agreement / (1 - agreement)
        }
        return MinHasher.valueCount
    }

    /// Compares all 256 bits.
    public static func == (first: BitSketch, second: BitSketch) -> Bool {
        first.low == second.low && first.high == second.high
    }
}

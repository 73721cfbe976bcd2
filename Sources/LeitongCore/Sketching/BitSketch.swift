/// Two bits of each of a signature's 128 values: 32 bytes that rule out most dissimilar pairs.
///
/// Source: P. Li, A. C. König, b-Bit minwise hashing, 2010. Two texts of Jaccard similarity J agree
/// at a position with probability `J + (1 - J) / 4`. A candidate pair whose agreements fall below
/// ``leastAgreements(threshold:)`` is dropped before the texts are read; the cut-off is set so low
/// that a pair at the threshold is lost with probability under 1e-5.
@_spi(Core) public struct BitSketch: Sendable, Equatable, BitwiseCopyable {
    /// Field j of word k is of value 8 j + k: so all words are made at once.
    private var words: SIMD8<UInt32>

    /// Keeps the two lowest bits of each value.
    ///
    /// - Parameter signature: 128 values of a signature.
    public init(_ signature: Span<UInt32>) {
        precondition(signature.count == MinHasher.valueCount)
        words = SIMD8(repeating: 0)
        for field in 0..<MinHasher.valueCount / words.scalarCount {
            var values = SIMD8<UInt32>()
            for word in values.indices { values[word] = signature[8 * field + word] }
            words |= (values & 3) &<< UInt32(2 * field)
        }
    }

    /// Number of positions, of 128, at which both bits agree.
    ///
    /// - Parameter other: A sketch made with the same seed.
    /// - Returns: 0 to 128.
    public func agreements(with other: BitSketch) -> Int {
        let differences = words ^ other.words
        // The lower bit of each field that has no difference; of two words the one beside the other.
        let equal = ~(differences | differences &>> 1) & 0x5555_5555
        let joined = equal.lowHalf | equal.highHalf &<< 1
        var count = 0
        for word in joined.indices { count += joined[word].nonzeroBitCount }
        return count
    }

    /// Fewest agreements that a pair at a threshold has but with probability 1e-5.
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
            if cumulative > 1e-5 { return count }
            let remaining = Double(MinHasher.valueCount - count)
            term *= remaining / Double(count + 1) * agreement / (1 - agreement)
        }
        return MinHasher.valueCount
    }
}

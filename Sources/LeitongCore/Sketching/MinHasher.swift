import LeitongAlgorithms

/// MinHash signatures: 128 values whose share of equal positions estimates Jaccard similarity.
///
/// Source: A. Broder, M. Charikar, A. Frieze, M. Mitzenmacher, Min-wise independent permutations,
/// 1998; M. Dietzfelbinger et al., A reliable randomized algorithm for the closest-pair problem,
/// 1997 (multiply-shift hashing). Value j is the minimum over all shingles of `multiplier[j] * x`
/// modulo 2^32, where x is the upper half of the shingle's XXH3-64. As x is random by itself, no
/// addend is needed: each shingle is as likely as any other to be the minimum, whatever the
/// multiplier. Standard error of the estimate: `sqrt(J (1 - J) / 128)`, at most 0.044.
@_spi(Core) public struct MinHasher: Sendable {
    /// Values in a signature.
    public static let valueCount = 128
    /// Name and version of the scheme; another version gives other signatures, so it changes the name.
    public static let name = "minhash-xxh3-multiply-shift-128/2"
    /// The seed used unless another is named.
    public static let standardSeed: UInt64 = 1

    let multipliers: [UInt32]

    /// Creates the hash functions of a seed.
    ///
    /// - Parameter seed: Equal seeds give equal signatures on every machine.
    public init(seed: UInt64 = MinHasher.standardSeed) {
        var generator = SplitMix64(seed: seed)
        var multipliers: [UInt32] = []
        for _ in 0..<Self.valueCount {
            // Odd multipliers make each function a permutation of the 32-bit integers.
            multipliers.append(UInt32(truncatingIfNeeded: generator.next()) | 1)
        }
        self.multipliers = multipliers
    }

    /// Writes the signature of a set of shingles.
    ///
    /// - Parameters:
    ///   - shingles: Hashes of the shingles; repeats do not matter.
    ///   - signature: Receives ``valueCount`` values; all `UInt32.max` if there are no shingles.
    /// - Complexity: ``valueCount`` multiplications and minima a shingle.
    public func sign(_ shingles: borrowing ShingleHashes, into signature: inout [UInt32]) {
        shingles.withHashes { minimise($0, into: &signature) }
    }

    /// Share of equal positions of two signatures: an estimate of Jaccard similarity.
    ///
    /// - Parameters:
    ///   - first: A signature.
    ///   - second: A signature made with the same seed.
    /// - Returns: 0 to 1.
    public static func estimate(_ first: Span<UInt32>, _ second: Span<UInt32>) -> Double {
        precondition(first.count == second.count && !first.isEmpty)
        var equal = 0
        for index in 0..<first.count where first[index] == second[index] {
            equal += 1
        }
        return Double(equal) / Double(first.count)
    }
}

/// The plain form of the kernel: what the vectorised one must equal.
extension MinHasher {
    /// Writes the signature with a plain loop, for tests.
    func minimisePlainly(_ hashes: Span<UInt64>, into signature: inout [UInt32]) {
        for lane in 0..<Self.valueCount {
            var minimum = UInt32.max
            for index in 0..<hashes.count {
                // Wrapping: multiply-shift is defined modulo 2^32.
                let upperHalf = UInt32(truncatingIfNeeded: hashes[index] >> 32)
                minimum = Swift.min(minimum, multipliers[lane] &* upperHalf)
            }
            signature[lane] = minimum
        }
    }
}

@_spi(Core) public import LeitongCore

/// 128 numbers that stand for the shingles of a text: the share of equal ones estimates how much of
/// their shingles two texts have in common.
///
/// ```swift
/// let signature = MinHashSignature(of: "各级党组织要把学习成果转化为工作实效")
/// try store.write(signature.bytes)
/// let stored = try MinHashSignature(bytes: store.read())
/// print(try signature.jaccard(with: stored))
/// ```
///
/// The standard error is at most .044: a signature nominates, and never decides. Source: A. Broder, On the
/// resemblance and containment of documents, 1997.
public struct MinHashSignature: Sendable, Equatable {
    /// Values in a signature.
    public static let valueCount = MinHasher.valueCount
    /// Seed of the hash functions unless another is given.
    public static let standardSeed: UInt64 = MinHasher.standardSeed

    /// The values: the least hash of all shingles by each of 128 functions; `UInt32.max` without shingles.
    public let values: [UInt32]
    /// Seed of the hash functions.
    public let seed: UInt64

    /// Signs a text.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - folding: What is done to it before.
    ///   - rule: How long a shingle is.
    ///   - seed: Seed of the hash functions.
    /// - Complexity: 128 multiplications a shingle.
    public init(
        of text: String,
        folding: FoldingLevel = .standard,
        rule: ShingleRule = .standard,
        seed: UInt64 = MinHashSignature.standardSeed
    ) {
        self.init(of: Shingles(of: text, folding: folding, rule: rule), seed: seed)
    }

    /// Signs shingles of one's own.
    ///
    /// - Parameters:
    ///   - shingles: The shingles.
    ///   - seed: Seed of the hash functions.
    /// - Complexity: 128 multiplications a shingle.
    public init(of shingles: Shingles, seed: UInt64 = MinHashSignature.standardSeed) {
        var values = [UInt32](repeating: 0, count: Self.valueCount)
        MinHasher(seed: seed).sign(ShingleHashes(shingles.hashes), into: &values)
        self.values = values
        self.seed = seed
    }

    /// Estimates the Jaccard similarity of two texts.
    ///
    /// - Parameter other: Another signature.
    /// - Returns: 0 to 1.
    /// - Throws: ``LeitongError`` if the other was made with another seed.
    /// - Complexity: Constant.
    public func jaccard(with other: MinHashSignature) throws -> Double {
        guard seed == other.seed else {
            throw LeitongError.unlikeSignatures
        }
        return MinHasher.estimate(values.span, other.values.span)
    }

    /// Begins the bytes of a signature: "LTMH", and the version of the scheme.
    private static let magic: [UInt8] = [0x4C, 0x54, 0x4D, 0x48, 2, 0, 0, 0]

    /// The signature as bytes that can be stored: 8 that say what it is, the seed, and the values, all
    /// little endian; 528 together.
    public var bytes: [UInt8] {
        var bytes = Self.magic
        for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: seed >> UInt64(8 * shift))) }
        for value in values {
            for shift in 0..<4 {
                bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(8 * shift)))
            }
        }
        return bytes
    }

    /// Reads a signature that was stored.
    ///
    /// - Parameter bytes: What ``bytes`` gave, on whatever machine.
    /// - Throws: ``LeitongError`` for bytes that are no signature, or one of another scheme.
    /// - Complexity: Constant.
    public init(bytes: some Sequence<UInt8>) throws {
        let bytes = Array(bytes)
        guard bytes.starts(with: Self.magic),
            bytes.count == Self.magic.count + 8 + 4 * Self.valueCount
        else {
            throw LeitongError.noSignature
        }
        func number(_ start: Int, _ count: Int) -> UInt64 {
            (0..<count).reduce(0) { $0 | UInt64(bytes[start + $1]) << UInt64(8 * $1) }
        }
        seed = number(Self.magic.count, 8)
        values = (0..<Self.valueCount)
            .map { UInt32(truncatingIfNeeded: number(Self.magic.count + 8 + 4 * $0, 4)) }
    }
}

@_spi(Core) public import LeitongCore

/// The set of shingles of a text: runs of characters or words, hashed with XXH3-64.
///
/// ```swift
/// let one = Shingles(of: "各级党组织要把学习成果转化为工作实效")
/// let other = Shingles(of: "各级党组织要把学习的成果转化为工作实效")
/// print(one.jaccard(with: other))
/// ```
public struct Shingles: Sendable, Equatable {
    /// The different hashes, rising.
    public let hashes: [UInt64]

    /// Shingles a text.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - folding: What is done to it before.
    ///   - rule: How long a shingle is.
    /// - Complexity: Linear in the text, but for sorting.
    public init(
        of text: String,
        folding: FoldingLevel = .standard,
        rule: ShingleRule = .standard
    ) {
        var folded = FoldedText()
        Folder(level: folding).fold(Array(text.utf8).span, into: &folded, keepingMap: false)
        var shingles = ShingleHashes()
        Shingler(rule: rule).hash(folded, into: &shingles)
        self.init(hashes: shingles.withHashes { span in span.indices.map { span[$0] } })
    }

    /// Takes shingles of one's own: hashes of whatever is to be compared, uniform over 64 bits.
    ///
    /// - Parameter hashes: The hashes; order and repeats do not matter.
    /// - Complexity: O(n log n).
    public init(hashes: some Sequence<UInt64>) {
        var sorted = Array(hashes)
        sorted.sort()
        var unique: [UInt64] = []
        unique.reserveCapacity(sorted.count)
        for hash in sorted where unique.last != hash { unique.append(hash) }
        self.hashes = unique
    }

    /// The Jaccard similarity of two sets: what is in both over what is in either.
    ///
    /// - Parameter other: Another set, of the same rule.
    /// - Returns: 0 to 1; 1 for two empty sets.
    /// - Complexity: Linear.
    public func jaccard(with other: Shingles) -> Double {
        var (i, j, common) = (0, 0, 0)
        while i < hashes.count, j < other.hashes.count {
            let (x, y) = (hashes[i], other.hashes[j])
            common += x == y ? 1 : 0
            i += x <= y ? 1 : 0
            j += y <= x ? 1 : 0
        }
        let union = hashes.count + other.hashes.count - common
        return union == 0 ? 1 : Double(common) / Double(union)
    }
}

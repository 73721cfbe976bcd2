import LeitongAlgorithms

/// All n-grams of one length that a text holds often enough, with their counts.
///
/// An n-gram is the number of its prefix in the level below and one scalar more, so that keys are
/// exact, and those of one prefix stand together.
struct NGramLevel: Sendable {
    /// Prefix in the upper bits and last scalar in the lower 21, rising.
    private(set) var keys: [UInt64] = []
    /// Documents that hold each.
    private(set) var counts: [UInt32] = []
    /// Sum of their weights.
    private(set) var weights: [UInt32] = []
    /// Where the n-grams of each prefix begin, and one entry more.
    private(set) var childStarts: [UInt32] = []
    /// Sum of the weights of all that follow each prefix, rare ones too.
    private(set) var totals: [UInt64] = []
    /// For each n-gram the one without its first scalar, in the level below.
    private(set) var suffixes: [UInt32] = []

    static let none = UInt32.max
    private static let scalarBits: UInt64 = 21
    private static let weightBits: UInt64 = 16

    var count: Int { keys.count }

    /// An occurrence in one document, to be sorted.
    ///
    /// Prefixes have fewer than 27 bits: there are no more of them than scalars were added.
    static func occurrence(prefix: UInt32, scalar: UInt32, weight: UInt16) -> UInt64 {
        UInt64(prefix) << (scalarBits + weightBits) | UInt64(scalar) << weightBits | UInt64(weight)
    }

    /// Counts.
    ///
    /// - Parameters:
    ///   - occurrences: One for each n-gram and document that holds it, sorted.
    ///   - prefixCount: N-grams of the level below.
    ///   - least: N-grams of fewer documents are dropped.
    /// - Returns: The n-grams that stay; their suffixes are not known yet.
    /// - Complexity: Linear in the occurrences and the prefixes.
    static func counting(occurrences: [UInt64], prefixCount: Int, least: Int) -> NGramLevel {
        var level = NGramLevel(totals: [UInt64](repeating: 0, count: prefixCount))
        level.childStarts.reserveCapacity(prefixCount + 1)
        occurrences.indices.forEachRun(
            by: { occurrences[$0] >> weightBits },
            do: { run in
                let key = occurrences[run.lowerBound] >> weightBits
                var weight: UInt64 = 0
                for index in run { weight += occurrences[index] & (1 << weightBits - 1) }
                level.totals[Int(key >> scalarBits)] += weight
                guard run.count >= least else { return }
                level.beginPrefixes(through: Int(key >> scalarBits))
                level.keys.append(key)
                level.counts.append(UInt32(run.count))
                level.weights.append(UInt32(clamping: weight))
            }
        )
        level.beginPrefixes(through: prefixCount)
        return level
    }

    private mutating func beginPrefixes(through prefix: Int) {
        while childStarts.count <= prefix { childStarts.append(UInt32(keys.count)) }
    }

    func prefix(of ngram: Int) -> Int { Int(keys[ngram] >> Self.scalarBits) }

    func scalar(of ngram: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: keys[ngram] & (1 << Self.scalarBits - 1))
    }

    /// The n-grams that lengthen a prefix.
    func children(of prefix: Int) -> Range<Int> {
        Int(childStarts[prefix])..<Int(childStarts[prefix + 1])
    }

    /// The n-gram of a prefix and a scalar.
    ///
    /// - Complexity: Logarithmic in the number of n-grams of the prefix.
    func child(of prefix: UInt32, scalar: UInt32) -> UInt32 {
        guard prefix != Self.none else { return Self.none }
        let key = UInt64(prefix) << Self.scalarBits | UInt64(scalar)
        let children = children(of: Int(prefix))
        let child = children.partitioningIndex { keys[$0] >= key }
        return child < children.upperBound && keys[child] == key ? UInt32(child) : Self.none
    }

    /// Notes the suffix of each n-gram.
    ///
    /// - Parameter below: The level below, with its suffixes.
    mutating func linkSuffixes(to below: NGramLevel) {
        suffixes.reserveCapacity(count)
        for ngram in 0..<count {
            suffixes.append(
                below.child(of: below.suffixes[prefix(of: ngram)], scalar: scalar(of: ngram))
            )
        }
    }

    /// Notes that n-grams of length one have the empty one as their suffix.
    mutating func linkSuffixesToRoot() {
        suffixes = [UInt32](repeating: 0, count: count)
    }
}

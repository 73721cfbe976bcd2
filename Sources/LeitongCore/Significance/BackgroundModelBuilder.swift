/// Makes a ``BackgroundModel`` of documents.
///
/// What counts is how many documents hold an n-gram, not how often they do: what one document says a
/// hundred times is its own. Counts are exact. An n-gram of three scalars or more has to stand in
/// three documents, so that a sentence that two share stays as surprising as it is; of the others
/// the most frequent are kept. Each probability is interpolated with that of the shorter n-gram
/// by absolute discounting (Ney, Essen and Kneser, On Structuring Probabilistic Dependences in
/// Stochastic Language Modelling, 1994; Chen and Goodman 1998).
///
/// Holds 8 bytes a scalar, and while it counts 12 more.
public struct BackgroundModelBuilder: Sendable {
    private let order: Int
    private var scalars: [UInt32] = []
    private var documents: [(end: Int, weight: UInt16)] = []

    /// What every count is lessened by, for the n-grams that were not seen.
    private static let discount = 0.75
    /// Documents that an n-gram of three scalars or more has to stand in.
    private static let leastCount = 3

    /// Creates a builder.
    ///
    /// - Parameter order: Longest n-gram, 1 to 6.
    public init(order: Int = 6) {
        precondition((1...BackgroundModel.orderLimit).contains(order), "no such order")
        self.order = order
    }

    /// Adds a document.
    ///
    /// - Parameters:
    ///   - document: Its folded scalars; n-grams end at wildcards.
    ///   - weight: How many documents it counts for, so that a small collection can be as heavy as a
    ///     large one. What has to stand in three documents has to whatever they weigh.
    public mutating func add(_ document: Span<UInt32>, weight: Int = 1) {
        precondition((1...Int(UInt16.max)).contains(weight), "no such weight")
        precondition(scalars.count + document.count < 1 << 27, "too much text")
        for index in document.indices { scalars.append(document[index]) }
        documents.append((scalars.count, UInt16(weight)))
    }

    /// The model of all documents added.
    ///
    /// - Parameter maxBytes: Length of the file at most; less than the least are taken for it.
    /// - Returns: A file that ``BackgroundModel/init(bytes:)`` reads.
    /// - Complexity: Linear in the text, but for sorting; equal documents in equal order give equal
    ///   bytes.
    public func finish(maxBytes: Int) -> [UInt8] {
        let levels = countLevels()
        let limit = BackgroundModel.entryLimit(
            forBytes: Swift.max(BackgroundModel.leastSize, maxBytes)
        )
        let selection = NGramSelection(levels, limit: limit)
        var ngrams: [(hash: NGramHash, cost: UInt8, penalty: UInt8)] = []
        ngrams.reserveCapacity(Swift.min(limit, levels.reduce(0) { $0 + $1.count }))
        // The empty n-gram gives no scalar for likely that was not seen.
        var lower = [0.0]
        for (depth, level) in levels.enumerated() {
            let smoothed = smooth(level, lower: lower, selection: selection, depth: depth)
            let penalties = penalties(above: depth, levels: levels, selection: selection)
            for ngram in 0..<level.count where selection.holds(ngram, of: level, depth: depth) {
                ngrams.append(
                    (
                        hash(of: ngram, depth: depth, levels: levels),
                        Self.sixteenths(smoothed[ngram]), penalties.isEmpty ? 0 : penalties[ngram]
                    )
                )
            }
            lower = smoothed
        }
        return BackgroundModel.encode(order: order, ngrams: ngrams)
    }

    /// Counts the n-grams of each length, from the shortest on.
    private func countLevels() -> [NGramLevel] {
        var levels: [NGramLevel] = []
        // The n-gram of the last level that ends before each scalar; at first the empty one.
        var prefixes = [UInt32](repeating: 0, count: scalars.count)
        for length in 1...order {
            let occurrences = occurrences(after: prefixes)
            var level = NGramLevel(
                occurrences: occurrences,
                prefixCount: levels.last?.count ?? 1,
                least: length < 3 ? 1 : Self.leastCount
            )
            if let below = levels.last {
                level.linkSuffixes(to: below)
            } else {
                level.linkSuffixesToRoot()
            }
            if length < order { advance(&prefixes, to: level) }
            levels.append(level)
        }
        return levels
    }

    /// Each n-gram once a document, sorted.
    private func occurrences(after prefixes: [UInt32]) -> [UInt64] {
        var all: [UInt64] = []
        all.reserveCapacity(scalars.count)
        var own: [UInt64] = []
        var start = 0
        for document in documents {
            own.removeAll(keepingCapacity: true)
            for index in start..<document.end
            where prefixes[index] != NGramLevel.none && scalars[index] != FoldedText.wildcard {
                own.append(
                    NGramLevel.occurrence(
                        prefix: prefixes[index],
                        scalar: scalars[index],
                        weight: document.weight
                    )
                )
            }
            own.sort()
            for (index, occurrence) in own.enumerated()
            where index == 0 || own[index - 1] != occurrence {
                all.append(occurrence)
            }
            start = document.end
        }
        all.sort()
        return all
    }

    /// Replaces the n-gram before each scalar by that of a level more.
    private func advance(_ prefixes: inout [UInt32], to level: NGramLevel) {
        var start = 0
        for document in documents {
            // The n-gram that ends with a scalar is the prefix of the next scalar.
            var previous = NGramLevel.none
            for index in start..<document.end {
                let ending =
                    scalars[index] == FoldedText.wildcard
                    ? NGramLevel.none : level.child(of: prefixes[index], scalar: scalars[index])
                prefixes[index] = previous
                previous = ending
            }
            start = document.end
        }
    }
}

extension BackgroundModelBuilder {
    /// Probability of the last scalar of each n-gram after the others.
    private func smooth(
        _ level: NGramLevel,
        lower: [Double],
        selection: NGramSelection,
        depth: Int
    ) -> [Double] {
        var result = [Double](repeating: 0, count: level.count)
        for prefix in 0..<level.childStarts.count - 1 where !level.children(of: prefix).isEmpty {
            let rest = Self.rest(after: prefix, of: level, selection: selection, depth: depth)
            for ngram in level.children(of: prefix)
            where selection.holds(ngram, of: level, depth: depth) {
                let own = Self.discounted(ngram, of: level) / Double(level.totals[prefix])
                // The suffix is as frequent at least and so was kept.
                let below = depth == 0 ? 0 : lower[Int(level.suffixes[ngram])]
                result[ngram] = own + rest * below
            }
        }
        return result
    }

    /// For each n-gram of a level, what a scalar pays that does not follow it in the level above.
    private func penalties(
        above depth: Int,
        levels: [NGramLevel],
        selection: NGramSelection
    ) -> [UInt8] {
        guard depth + 1 < levels.count else { return [] }
        let above = levels[depth + 1]
        return (0..<levels[depth].count)
            .map { prefix in
                above.children(of: prefix).isEmpty
                    ? 0
                    : Self.sixteenths(
                        Self.rest(after: prefix, of: above, selection: selection, depth: depth + 1)
                    )
            }
    }

    /// The share of what follows a prefix that is left to shorter n-grams.
    private static func rest(
        after prefix: Int,
        of level: NGramLevel,
        selection: NGramSelection,
        depth: Int
    ) -> Double {
        var kept = 0.0
        for ngram in level.children(of: prefix)
        where selection.holds(ngram, of: level, depth: depth) {
            kept += discounted(ngram, of: level)
        }
        return 1 - kept / Double(level.totals[prefix])
    }

    private static func discounted(_ ngram: Int, of level: NGramLevel) -> Double {
        Double(level.weights[ngram]) * (1 - discount / Double(level.counts[ngram]))
    }

    private func hash(of ngram: Int, depth: Int, levels: [NGramLevel]) -> NGramHash {
        var hash = NGramHash()
        var current = ngram
        for level in levels[...depth].reversed() {
            hash.prepend(level.scalar(of: current))
            current = level.prefix(of: current)
        }
        return hash
    }

    /// Surprisal in sixteenths of a bit, by squaring: IEEE 754 gives the same on every machine.
    private static func sixteenths(_ probability: Double) -> UInt8 {
        guard probability > 0 else { return .max }
        var significand = probability.significand
        var logarithm = Int(probability.exponent)
        for _ in 0..<8 {
            significand *= significand
            logarithm *= 2
            if significand >= 2 {
                significand /= 2
                logarithm += 1
            }
        }
        // Eight bits after the point, of which four stay, rounded.
        return UInt8(clamping: (8 - logarithm) >> 4)
    }
}

/// Which n-grams stay: the most frequent, of equally frequent ones the shorter.
///
/// The parts of an n-gram are as frequent at least, so they stay too.
private struct NGramSelection {
    private let leastWeight: UInt32
    /// In each level, n-grams before this one stay that have just the least weight.
    private let ends: [Int]

    init(_ levels: [NGramLevel], limit: Int) {
        var weights: [UInt32] = []
        weights.reserveCapacity(levels.reduce(0) { $0 + $1.count })
        for level in levels { weights.append(contentsOf: level.weights) }
        guard weights.count > limit else {
            leastWeight = 0
            ends = levels.map(\.count)
            return
        }
        weights.sort(by: >)
        let least = limit > 0 ? weights[limit - 1] : .max
        leastWeight = least
        var room = limit - (weights.firstIndex(of: least) ?? 0)
        ends = levels.map { level in
            var end = 0
            while end < level.count, room > 0 {
                if level.weights[end] == least { room -= 1 }
                end += 1
            }
            return end
        }
    }

    func holds(_ ngram: Int, of level: NGramLevel, depth: Int) -> Bool {
        let weight = level.weights[ngram]
        return weight > leastWeight || weight == leastWeight && ngram < ends[depth]
    }
}

/// Which n-grams stay where not all have room: those that tell most.
///
/// What an n-gram is worth is what its occurrences would cost more without it: its weight times the
/// difference between its cost and that of the shorter n-gram which would stand in for it (the
/// weighted difference of Seymore and Rosenfeld, Scalable Backoff Language Models, 1996). Most
/// long n-grams go on as their last few scalars let one expect, and are worth nothing.
///
/// An n-gram is worth as much at least as those it is a part of, so with an n-gram all its parts
/// stay; of those worth the same the shorter stay.
struct NGramSelection {
    private let worth: [[UInt32]]
    private let leastWorth: UInt32
    /// In each level, n-grams before this one stay that are worth just the least.
    private let ends: [Int]

    /// All n-grams.
    private static func all(_ levels: [NGramLevel]) -> NGramSelection {
        NGramSelection(worth: [], leastWorth: 0, ends: levels.map(\.count))
    }

    /// Chooses.
    ///
    /// - Parameters:
    ///   - levels: The n-grams of each length, from the shortest on.
    ///   - limit: How many stay at most.
    /// - Returns: Those that stay.
    /// - Complexity: That of sorting them.
    static func choosing(_ levels: [NGramLevel], limit: Int) -> NGramSelection {
        guard levels.reduce(0, { $0 + $1.count }) > limit else { return all(levels) }
        let worth = Self.worth(of: levels)
        var sorted: [UInt32] = []
        sorted.reserveCapacity(worth.reduce(0) { $0 + $1.count })
        for level in worth { sorted.append(contentsOf: level) }
        sorted.sort(by: >)
        let least = limit > 0 ? sorted[limit - 1] : .max
        var room = limit - (sorted.firstIndex(of: least) ?? 0)
        let ends = worth.map { level in
            var end = 0
            while end < level.count, room > 0 {
                if level[end] == least { room -= 1 }
                end += 1
            }
            return end
        }
        return NGramSelection(worth: worth, leastWorth: least, ends: ends)
    }

    /// Whether an n-gram stays.
    func holds(_ ngram: Int, depth: Int) -> Bool {
        if worth.isEmpty { return true }
        let worth = worth[depth][ngram]
        return worth > leastWorth || worth == leastWorth && ngram < ends[depth]
    }

    private static func worth(of levels: [NGramLevel]) -> [[UInt32]] {
        var worth: [[UInt32]] = []
        worth.reserveCapacity(levels.count)
        NGramSmoothing(levels: levels, selection: all(levels))
            .forEachLevel { depth, level in
                worth.append(
                    level.costs.indices.map { ngram in
                        let without = Int(level.costsWithout[ngram])
                        let saved = Swift.max(0, without - Int(level.costs[ngram]))
                        let weight = UInt64(levels[depth].weights[ngram])
                        return UInt32(clamping: weight * UInt64(saved))
                    }
                )
            }
        for depth in levels.indices.dropFirst().reversed() {
            let level = levels[depth]
            for ngram in 0..<level.count {
                let (prefix, suffix) = (level.prefix(of: ngram), Int(level.suffixes[ngram]))
                let own = worth[depth][ngram]
                worth[depth - 1][prefix] = Swift.max(worth[depth - 1][prefix], own)
                worth[depth - 1][suffix] = Swift.max(worth[depth - 1][suffix], own)
            }
        }
        return worth
    }
}

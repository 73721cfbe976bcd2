/// How likely each n-gram's last scalar is after the others.
///
/// Interpolated with the shorter n-gram by absolute discounting (Ney, Essen and Kneser, On
/// Structuring Probabilistic Dependences in Stochastic Language Modelling, 1994; Chen and Goodman
/// 1998).
struct NGramSmoothing {
    let levels: [NGramLevel]
    /// The n-grams that there are; what the others would have goes to shorter ones.
    let selection: NGramSelection

    /// What every count is lessened by, for the n-grams that were not seen.
    private static let discount = 0.75

    /// What is known of the n-grams of one length.
    struct Level {
        /// Cost of each.
        var costs: [UInt8]
        /// What each would cost if it were not kept.
        var costsWithout: [UInt8]
        /// What a scalar pays that follows an n-gram and is none of those that the level above has
        /// there; none for the longest.
        var penalties: [UInt8]
    }

    /// Calls `body` for each length of n-gram, from the shortest on.
    func forEachLevel(_ body: (_ depth: Int, _ level: Level) -> Void) {
        // The empty n-gram gives no scalar for likely that was not seen.
        var lower = [0.0]
        for depth in levels.indices {
            let (own, without) = smooth(depth, lower: lower)
            body(
                depth,
                Level(
                    costs: own.map(Self.sixteenths),
                    costsWithout: without.map(Self.sixteenths),
                    penalties: penalties(above: depth)
                )
            )
            lower = own
        }
    }

    /// The probability of each n-gram, and what it would be if it alone were not kept.
    private func smooth(_ depth: Int, lower: [Double]) -> (own: [Double], without: [Double]) {
        let level = levels[depth]
        var result = [Double](repeating: 0, count: level.count)
        var without = result
        for prefix in 0..<level.childStarts.count - 1 where !level.children(of: prefix).isEmpty {
            let rest = rest(after: prefix, depth: depth)
            for ngram in level.children(of: prefix) where selection.holds(ngram, depth: depth) {
                let own = discounted(ngram, of: level) / Double(level.totals[prefix])
                // The suffix was kept too: see ``NGramSelection``.
                let below = depth == 0 ? 0 : lower[Int(level.suffixes[ngram])]
                result[ngram] = own + rest * below
                // What it has goes to the shorter ones.
                without[ngram] = (own + rest) * below
            }
        }
        return (result, without)
    }

    private func penalties(above depth: Int) -> [UInt8] {
        guard depth + 1 < levels.count else { return [] }
        let above = levels[depth + 1]
        return (0..<levels[depth].count)
            .map { prefix in
                above.children(of: prefix).isEmpty
                    ? 0 : Self.sixteenths(rest(after: prefix, depth: depth + 1))
            }
    }

    /// The share of what follows a prefix that is left to shorter n-grams.
    private func rest(after prefix: Int, depth: Int) -> Double {
        let level = levels[depth]
        var kept = 0.0
        for ngram in level.children(of: prefix) where selection.holds(ngram, depth: depth) {
            kept += discounted(ngram, of: level)
        }
        return 1 - kept / Double(level.totals[prefix])
    }

    private func discounted(_ ngram: Int, of level: NGramLevel) -> Double {
        Double(level.weights[ngram]) * (1 - Self.discount / Double(level.counts[ngram]))
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

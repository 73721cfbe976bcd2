/// Strings exact matches of two documents together to chains, each the trace of one copied passage.
///
/// The matches of a chain rise in both documents; gaps between them are bounded and cost the more
/// the longer and the more unequal they are. Of all chains the best is taken first, then the best
/// of what is left, so that moved and interleaved passages are found, each once.
///
/// Two places of one document that overlap are one match, or two passages: between matches of unlike
/// shifts a place would be aligned with itself.
///
/// Source: H. Li, Minimap2: pairwise alignment for nucleotide sequences, 2018, section 2.1.
struct Chainer {
    /// Matches before each one that are tried as its predecessor.
    private static let lookback = 64
    /// Widest gap inside a chain: 64 Chinese characters.
    private static let gapLimit = 128
    /// Points for each width that agrees.
    private static let gain = 4

    private var scores: [Int] = []
    private var previous: [Int] = []
    /// Where the second place of the best chain that ends with each match begins.
    private var secondStarts: [Int] = []
    private var isUsed: [Bool] = []

    /// Finds all chains.
    ///
    /// - Parameters:
    ///   - matches: Matches in rising order of `a`, then `b`.
    ///   - isOneDocument: Whether they are of a document with itself, so that places must not overlap.
    /// - Returns: Chains of positions in `matches`, rising; every match is in one chain.
    /// - Complexity: Linear but for sorting, times the lookback.
    mutating func chains(_ matches: [ExactMatch], isOneDocument: Bool) -> [[Int]] {
        score(matches, isOneDocument)
        let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
        isUsed = [Bool](repeating: false, count: matches.count)
        var chains: [[Int]] = []
        for last in order where !isUsed[last] {
            var chain: [Int] = []
            var next = last
            while next >= 0, !isUsed[next] {
                isUsed[next] = true
                chain.append(next)
                next = previous[next]
            }
            chains.append(chain.reversed())
        }
        return chains
    }

    /// Computes the best score of a chain that ends with each match.
    private mutating func score(_ matches: [ExactMatch], _ isOneDocument: Bool) {
        scores.removeAll(keepingCapacity: true)
        previous.removeAll(keepingCapacity: true)
        secondStarts.removeAll(keepingCapacity: true)
        for (index, match) in matches.enumerated() {
            var best = Self.gain * match.width
            var bestPrevious = -1
            for earlier in stride(
                from: index - 1,
                through: Swift.max(0, index - Self.lookback),
                by: -1
            ) {
                guard !isOneDocument || match.aEnd <= secondStarts[earlier],
                    let points = Self.points(from: matches[earlier], to: match)
                else { continue }
                let total = scores[earlier] + points
                if total > best {
                    best = total
                    bestPrevious = earlier
                }
            }
            scores.append(best)
            previous.append(bestPrevious)
            secondStarts.append(bestPrevious < 0 ? match.b : secondStarts[bestPrevious])
        }
    }

    /// Points that a match adds to a chain that ends with an earlier one.
    ///
    /// - Returns: `nil` if it cannot follow, or adds less than the gap costs.
    private static func points(from earlier: ExactMatch, to match: ExactMatch) -> Int? {
        guard earlier.a < match.a, earlier.b < match.b, earlier.aEnd < match.aEnd,
            earlier.bEnd < match.bEnd
        else { return nil }
        let scalarWidth = match.scalarWidth
        let aGap = (match.a - earlier.aEnd) * scalarWidth
        let bGap = (match.b - earlier.bEnd) * scalarWidth
        guard aGap <= gapLimit, bGap <= gapLimit else { return nil }
        let overlap = Swift.max(0, -aGap, -bGap)
        let gap = Swift.max(0, aGap, bGap)
        let drift = abs(aGap - bGap)
        let cost = gap + drift / 2
        let points = gain * (match.width - overlap) - cost
        // The chain must be worth the way back too, or it would be better to begin here.
        return points > 0 ? points : nil
    }
}

import LeitongAlgorithms

/// Cuts text into sentences and puts them in another order.
enum Sentences {
    private static let ends: Set<Unicode.Scalar> = ["。", "！", "？"]
    private static let closers: Set<Unicode.Scalar> = ["”", "’", "」", "』", "）"]

    /// The ranges of the sentences, which together are the whole text.
    ///
    /// A sentence ends after 。！？ and any closing quotes that follow.
    static func ranges(in text: [Unicode.Scalar]) -> [Range<Int>] {
        pieces(of: text, endingAfter: ends)
    }

    /// The text with its sentences, or where it has only one its clauses, in another order; nil
    /// where it has but one clause.
    static func reordered(
        _ text: [Unicode.Scalar],
        using random: inout SplitMix64
    ) -> [Unicode.Scalar]? {
        var ranges = Self.ranges(in: text)
        if ranges.count < 2 { ranges = pieces(of: text, endingAfter: ends.union(["，", "；"])) }
        guard ranges.count > 1 else { return nil }
        var shuffled = ranges
        random.shufflePrefix(shuffled.count, of: &shuffled)
        if shuffled == ranges { shuffled = Array(ranges.dropFirst()) + [ranges[0]] }
        return shuffled.flatMap { text[$0] }
    }

    private static func pieces(
        of text: [Unicode.Scalar],
        endingAfter ends: Set<Unicode.Scalar>
    ) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        var hasEnded = false
        for (position, scalar) in text.enumerated() {
            let continues = ends.contains(scalar) || closers.contains(scalar)
            if hasEnded, !continues {
                result.append(start..<position)
                start = position
            }
            hasEnded = ends.contains(scalar) || (hasEnded && continues)
        }
        if start < text.count { result.append(start..<text.count) }
        return result
    }
}

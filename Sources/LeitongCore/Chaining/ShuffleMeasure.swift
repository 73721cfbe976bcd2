import LeitongStorage

/// How much of two stretches is the same text in whatever order.
///
/// The share of the characters of the shorter side that lie in pairs of Chinese characters, or in
/// whole words of other scripts, which stand in the other side as often. Pairs of letters would tell
/// nothing: of two unlike English texts of 400 letters each, three fifths are always in common.
struct ShuffleMeasure {
    /// Least share of shuffled text.
    static let least = 0.6

    private var counts: [UInt64: Int32] = [:]
    private var isCovered: [Bool] = []

    /// Measures two stretches of a stream.
    ///
    /// - Returns: 0 to 1; the same whichever comes first.
    /// - Complexity: Linear.
    mutating func share(_ a: Range<Int>, _ b: Range<Int>, of stream: FoldedStream) -> Double {
        if a.count < b.count { return share(of: a, in: b, stream) }
        if b.count < a.count { return share(of: b, in: a, stream) }
        return Swift.min(share(of: a, in: b, stream), share(of: b, in: a, stream))
    }

    private mutating func share(
        of shorter: Range<Int>,
        in longer: Range<Int>,
        _ stream: FoldedStream
    ) -> Double {
        guard !shorter.isEmpty else { return 0 }
        counts.removeAll(keepingCapacity: true)
        Self.forEachToken(of: longer, stream) { hash, _ in counts[hash, default: 0] += 1 }
        isCovered.removeAll(keepingCapacity: true)
        isCovered.append(contentsOf: repeatElement(false, count: shorter.count))
        Self.forEachToken(of: shorter, stream) { hash, range in
            guard let count = counts[hash], count > 0 else { return }
            counts[hash] = count - 1
            for position in range { isCovered[position - shorter.lowerBound] = true }
        }
        return Double(isCovered.count { $0 }) / Double(shorter.count)
    }

    /// Calls `body` with the hash and the place of each pair of wide characters and of each word.
    private static func forEachToken(
        of range: Range<Int>,
        _ stream: FoldedStream,
        _ body: (UInt64, Range<Int>) -> Void
    ) {
        let scalars = stream.scalars.span
        var start = range.lowerBound
        while start < range.upperBound {
            let isWide = ScalarWidth.width(of: scalars[start]) == 2
            var end = start + 1
            if isWide {
                if end < range.upperBound, ScalarWidth.width(of: scalars[end]) == 2 {
                    body(RunHash.hash(scalars, from: start, count: 2), start..<start + 2)
                }
            } else {
                while end < range.upperBound, !stream.beginsWord(at: end),
                    ScalarWidth.width(of: scalars[end]) != 2
                {
                    end += 1
                }
                body(RunHash.hash(scalars, from: start, count: end - start), start..<end)
            }
            start = end
        }
    }
}

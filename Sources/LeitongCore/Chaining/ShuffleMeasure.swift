import LeitongStorage

/// How much of two stretches is the same text in whatever order.
///
/// The share of the characters of the shorter side that lie in pairs of Chinese characters, or in
/// whole words of other scripts, which stand in the other side as often. Pairs of letters would tell
/// nothing: of two unlike English texts of 400 letters each, three fifths are always in common.
struct ShuffleMeasure {
    /// Least share of shuffled text.
    static let least = 0.6

    private var counts = TokenCounts()
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
        counts.clear(limit: longer.count)
        Self.forEachToken(of: longer, stream) { hash, _ in counts.add(hash) }
        isCovered.removeAll(keepingCapacity: true)
        isCovered.append(contentsOf: repeatElement(false, count: shorter.count))
        Self.forEachToken(of: shorter, stream) { hash, range in
            guard counts.take(hash) else { return }
            for position in range { isCovered[position - shorter.lowerBound] = true }
        }
        return Double(isCovered.count { $0 }) / Double(shorter.count)
    }

    /// Calls `body` with each pair of wide characters, and with the hash of each word, and where it
    /// stands.
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
                    let pair = UInt64(scalars[start]) << 32 | UInt64(scalars[end])
                    body(pair, start..<start + 2)
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

/// How often tokens stand somewhere: a table with open addresses, which is cleared and not freed.
private struct TokenCounts: Sendable {
    private var keys: [UInt64] = []
    /// What is left of each key; -1 where there is none.
    private var counts: [Int32] = []
    /// Bits that a hash is shifted by to be a place of the table.
    private var shift: UInt64 = 64

    /// Forgets all tokens.
    ///
    /// - Parameter limit: So many may come.
    mutating func clear(limit: Int) {
        let bits = Int.bitWidth - Swift.max(7, 2 * limit).leadingZeroBitCount
        shift = UInt64(64 - bits)
        counts.removeAll(keepingCapacity: true)
        counts.append(contentsOf: repeatElement(-1, count: 1 << bits))
        if keys.count < counts.count {
            keys.append(contentsOf: repeatElement(0, count: counts.count - keys.count))
        }
    }

    /// Counts a token.
    mutating func add(_ key: UInt64) {
        let place = place(of: key)
        if counts[place] < 0 { (keys[place], counts[place]) = (key, 0) }
        counts[place] += 1
    }

    /// Takes a token away.
    ///
    /// - Returns: Whether there was one.
    mutating func take(_ key: UInt64) -> Bool {
        let place = place(of: key)
        guard counts[place] > 0 else { return false }
        counts[place] -= 1
        return true
    }

    /// Where a token stands, or would: the table is never more than half full.
    private func place(of key: UInt64) -> Int {
        // Wraps: a hash (Knuth, The Art of Computer Programming 3, 6.4, multiplicative hashing).
        var place = Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
        while counts[place] >= 0, keys[place] != key {
            place = place + 1 == counts.count ? 0 : place + 1
        }
        return place
    }
}

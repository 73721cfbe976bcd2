/// How much the words of two stretches of text agree, in whatever order.
///
/// The share of the different pairs of characters (Chinese) or runs of five letters that the
/// stretch with fewer of them has in common with the other. Of unrelated stretches of 300
/// characters of official prose one in a thousand comes to 0.2, of 600 letters of prose one in a
/// thousand to 0.13; rewritten text mostly has over 0.25.
struct TextResemblance {
    private var first: [UInt64] = []
    private var second: [UInt64] = []

    /// Compares two stretches.
    ///
    /// - Parameters:
    ///   - a: Scalars of one.
    ///   - b: Scalars of the other.
    ///   - unit: 2 for text of wide characters, 1 for letters.
    /// - Returns: 0 to 1; 1 if one of the stretches is too short to tell.
    /// - Complexity: Linear but for sorting.
    mutating func compare(_ a: Span<UInt32>, _ b: Span<UInt32>, unit: Int) -> Double {
        let length = unit == 2 ? 2 : 5
        guard a.count >= length, b.count >= length else { return 1 }
        Self.collect(a, length, into: &first)
        Self.collect(b, length, into: &second)
        var common = 0
        var (i, j) = (0, 0)
        while i < first.count, j < second.count {
            if first[i] == second[j] {
                common += 1
                i += 1
                j += 1
            } else if first[i] < second[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return Double(common) / Double(Swift.min(first.count, second.count))
    }

    /// The different grams of a stretch, sorted.
    private static func collect(_ text: Span<UInt32>, _ length: Int, into grams: inout [UInt64]) {
        grams.removeAll(keepingCapacity: true)
        for start in 0...text.count - length {
            grams.append(RunHash.hash(text, from: start, count: length))
        }
        grams.sort()
        var kept = 1
        for index in 1..<Swift.max(1, grams.count) where grams[index] != grams[kept - 1] {
            grams[kept] = grams[index]
            kept += 1
        }
        grams.removeSubrange(kept...)
    }
}

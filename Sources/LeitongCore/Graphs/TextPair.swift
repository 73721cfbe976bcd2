import LeitongAlgorithms

/// Two different texts by number, the lower first.
@_spi(Core) public struct TextPair: Sendable, Hashable, Comparable {
    /// Both numbers in one integer, so that pairs sort and compare as integers.
    public let packed: UInt64

    /// Creates a pair.
    ///
    /// - Parameters:
    ///   - first: Number of a text.
    ///   - second: Number of another text.
    public init(_ first: UInt32, _ second: UInt32) {
        packed = UInt64(Swift.min(first, second)) << 32 | UInt64(Swift.max(first, second))
    }

    /// The lower number.
    public var first: UInt32 { UInt32(truncatingIfNeeded: packed >> 32) }

    /// The higher number.
    public var second: UInt32 { UInt32(truncatingIfNeeded: packed) }

    /// By first number, then by second.
    public static func < (left: TextPair, right: TextPair) -> Bool {
        left.packed < right.packed
    }

    /// Sorts pairs and drops repeats.
    ///
    /// - Parameter pairs: Pairs in any order.
    /// - Complexity: Linear where texts have few partners each, in the pairs and the texts.
    public static func sortUnique(_ pairs: inout [TextPair]) {
        let textCount = pairs.reduce(0) { Swift.max($0, Int($1.first) + 1) }
        guard pairs.count > leastCounted, textCount / countedTextsPerPair < pairs.count else {
            pairs.sortUnique()
            return
        }
        sortUniqueByCounting(&pairs, textCount: textCount)
    }

    /// Fewer pairs are sorted faster by comparisons, and so are pairs of few among very many texts.
    private static let leastCounted = 1 << 10
    private static let countedTextsPerPair = 8

    /// Counts the partners of each text, puts them beside each other, and sorts those of one text.
    private static func sortUniqueByCounting(_ pairs: inout [TextPair], textCount: Int) {
        let unsorted = pairs
        var partners = GroupedElements<UInt32>(
            count: unsorted.count,
            groupCount: textCount,
            filler: 0,
            group: { Int(unsorted[$0].first) },
            element: { unsorted[$0].second }
        )
        pairs.removeAll(keepingCapacity: true)
        let starts = partners.starts
        var sorted = partners.elements.mutableSpan
        for text in 0..<textCount {
            let range = Int(starts[text])..<Int(starts[text + 1])
            guard !range.isEmpty else { continue }
            sorted.sort(range)
            for index in range
            where index == range.lowerBound || sorted[index] != sorted[index - 1] {
                pairs.append(TextPair(UInt32(text), sorted[index]))
            }
        }
    }
}

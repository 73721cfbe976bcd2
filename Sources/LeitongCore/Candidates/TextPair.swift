/// Two different texts by number, the lower first.
public struct TextPair: Sendable, Hashable, Comparable {
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
    public static func sortUnique(_ pairs: inout [TextPair]) {
        pairs.sort()
        var kept = 0
        for index in pairs.indices where index == 0 || pairs[index] != pairs[index - 1] {
            pairs[kept] = pairs[index]
            kept += 1
        }
        pairs.removeSubrange(kept...)
    }
}

import LeitongAlgorithms

/// The longest run that two lists of stretches of a text have in common.
///
/// A run of n scalars holds one of n - 1, so that its length is halved in; the runs of one length are
/// compared by a rolling hash, and those that agree by their text.
///
/// Source: R. Karp, M. Rabin, Efficient randomized pattern-matching algorithms, 1987.
package struct LongestCommonRun {
    /// An odd number whose powers are spread well.
    private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Measures.
    ///
    /// - Parameters:
    ///   - first: Stretches of the text.
    ///   - second: Other stretches of it.
    ///   - scalars: The text.
    /// - Returns: Where the longest run stands in either list; `nil` if there is none.
    /// - Complexity: O(n log n) in the scalars of the stretches.
    package static func find(
        _ first: [Range<Int>],
        _ second: [Range<Int>],
        in scalars: Span<UInt32>
    ) -> EqualStretch? {
        var best: EqualStretch?
        let longest = Swift.min(
            first.map(\.count).max() ?? 0,
            second.map(\.count).max() ?? 0
        )
        // The last length that is found is the longest that there is.
        _ = (1..<longest + 1)
            .partitioningIndex { length in
                guard let run = run(of: length, first, second, in: scalars) else { return true }
                best = run
                return false
            }
        return best
    }

    /// A run of a length that both lists hold.
    private static func run(
        of length: Int,
        _ first: [Range<Int>],
        _ second: [Range<Int>],
        in scalars: Span<UInt32>
    ) -> EqualStretch? {
        var places: [UInt64: Int] = [:]
        for range in first {
            forEachWindow(of: length, in: range, scalars) { hash, start in
                if places[hash] == nil { places[hash] = start }
                return true
            }
        }
        var found: EqualStretch?
        for range in second where found == nil {
            forEachWindow(of: length, in: range, scalars) { hash, start in
                guard let place = places[hash],
                    (0..<length).allSatisfy({ scalars[place + $0] == scalars[start + $0] })
                else { return true }
                found = EqualStretch(a: place, b: start, length: length)
                return false
            }
        }
        return found
    }

    /// Calls `body` with the hash and start of each window until it returns `false`.
    private static func forEachWindow(
        of length: Int,
        in range: Range<Int>,
        _ scalars: Span<UInt32>,
        _ body: (UInt64, Int) -> Bool
    ) {
        guard range.count >= length else { return }
        // Wraps by design: arithmetic modulo 2^64.
        var power: UInt64 = 1
        for _ in 0..<length { power = power &* base }
        var hash: UInt64 = 0
        for position in range {
            hash = hash &* base &+ UInt64(scalars[position])
            let start = position + 1 - length
            if start > range.lowerBound {
                hash = hash &- power &* UInt64(scalars[start - 1])
            }
            if start >= range.lowerBound, !body(hash, start) { return }
        }
    }
}

import LeitongAlgorithms
import LeitongStorage

/// The windows that stand in very many places, as a set of positions.
package struct RepeatedWindows: Sendable {
    private var words: [UInt64]
    private let rule: SeedRule
    /// Where runs begin that stand in few places, though all their windows are here; rising.
    private var exceptions: [UInt32] = []
    /// Whether there are none.
    package private(set) var isEmpty = true

    /// Notes the windows.
    ///
    /// - Parameters:
    ///   - parts: What ``SeedLengthener`` found.
    ///   - scalarCount: Length of the stream.
    ///   - rule: The rule the seeds were chosen by.
    /// - Returns: The windows.
    /// - Complexity: Linear; one bit a scalar.
    package static func noting(
        _ parts: [SeedLengthener.Result],
        scalarCount: Int,
        rule: SeedRule
    ) -> RepeatedWindows {
        var words = [UInt64](repeating: 0, count: scalarCount / 64 + 1)
        for part in parts {
            for start in part.windowStarts { words[Int(start) / 64] |= 1 << UInt64(start % 64) }
        }
        let isEmpty = parts.allSatisfy(\.windowStarts.isEmpty)
        return RepeatedWindows(words: words, rule: rule, isEmpty: isEmpty)
    }

    /// Whether a window in very many places begins at a position.
    package func contains(_ position: Int) -> Bool {
        words[position / 64] >> UInt64(position % 64) & 1 == 1
    }

    /// Whether a window in very many places begins at a position, if the stream goes on till there.
    func contains(_ position: Int, before end: Int) -> Bool {
        position < end && contains(position)
    }

    /// Notes runs in few places that repeated runs do not report, though all their windows are here.
    package mutating func except(_ spanning: SpanningRuns) {
        exceptions = spanning.starts
    }

    /// Whether a passage has a window in very many places.
    package func touch(_ passage: Passage) -> Bool {
        !isEmpty && passage.a.contains { contains($0) }
    }

    /// Whether every run of a passage that is sure to be found is a repeated one, so that the
    /// repeated runs report all that it does.
    package func reportAll(of passage: Passage, in stream: FoldedStream) -> Bool {
        guard !isEmpty else { return false }
        let scalars = stream.scalars.span
        for range in passage.certainMatches.lazy.map(\.aRange) {
            var isReported = false
            for position in range
            where rule.windowText(at: position, in: scalars, end: range.upperBound) != nil {
                if !contains(position) { return false }
                isReported = true
            }
            if !isReported || hasException(range) { return false }
        }
        return true
    }

    /// Whether a run in few places lies in a range.
    private func hasException(_ range: Range<Int>) -> Bool {
        let first = exceptions.indices.partitioningIndex { exceptions[$0] >= range.lowerBound }
        return first < exceptions.count
            && Int(exceptions[first]) + rule.minNarrowRun <= range.upperBound
    }
}

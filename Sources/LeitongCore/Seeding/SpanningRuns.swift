import LeitongAlgorithms
import LeitongStorage

/// The runs that are sure to be found although each of their windows stands in very many places,
/// and that no repeated run holds: those that reach over the end of one.
///
/// A run of `minNarrowRun` scalars holds several windows where they are of wide characters or
/// digits. Where one of these stands in few places, the run is found by it; where all stand in one
/// repeated run, that tells it. Else it is told apart by all its text: its places are paired each
/// with each if they are few, and listed if they are very many.
package struct SpanningRuns: Sendable {
    /// Those in very many places, joined as windows are.
    package let runs: [RepeatedRun]
    /// Pairs of seeds in those that stand in few places, each once.
    package let pairs: [TextPair]
    /// Where those in few places begin, rising.
    package let starts: [UInt32]

    /// Finds the runs.
    ///
    /// - Parameters:
    ///   - repeated: The runs that the windows in very many places make.
    ///   - windows: These windows.
    ///   - stream: All documents.
    ///   - index: Their seeds.
    ///   - rule: The rule the seeds were chosen by.
    ///   - pairRule: Which documents are compared.
    ///   - placeLimit: Most places of a run that are compared each with each.
    /// - Returns: The runs.
    /// - Complexity: Linear in the places of the repeated runs, times the length of a run; what is
    ///   found is sorted.
    package static func finding(
        _ repeated: RepeatedRuns,
        windows: RepeatedWindows,
        stream: FoldedStream,
        index: SeedIndex,
        rule: SeedRule,
        pairRule: PairRule,
        placeLimit: Int
    ) -> SpanningRuns {
        let search = SpanSearch(stream: stream, rule: rule, windows: windows)
        let candidates = search.starts(among: repeated)
        var listed = SeedLengthener.Result()
        var pairs: [TextPair] = []
        var starts: [UInt32] = []
        for places in search.groups(candidates) {
            if places.count > placeLimit {
                let documents = places.lazy.map { stream.document(at: Int($0)) }
                guard pairRule.allowsAny(of: documents) else { continue }
                listed.runStarts.append(listed.windowStarts.count)
                listed.windowStarts.append(contentsOf: places)
            } else {
                starts.append(contentsOf: places)
                let reach = rule.seedReach(ofWindow: Int(places[0]), in: stream.scalars.span)
                pairs.append(contentsOf: Self.pairs(of: places, index, pairRule, reach: reach))
            }
        }
        starts.sort()
        TextPair.sortUnique(&pairs)
        let runs = RepeatedRuns.joining(listed, windowLength: rule.minNarrowRun).runs
        return SpanningRuns(runs: runs, pairs: pairs, starts: starts)
    }

    /// Pairs the seeds of a run's places, each with each.
    private static func pairs(
        of places: [UInt32],
        _ index: SeedIndex,
        _ pairRule: PairRule,
        reach: Int
    ) -> [TextPair] {
        let seeds = places.compactMap { index.seed(ofWindow: Int($0), reach: reach) }
        var pairs: [TextPair] = []
        for (later, second) in seeds.enumerated() {
            for first in seeds[..<later] where first != second {
                let (a, b) = (index.seeds[first].document, index.seeds[second].document)
                guard pairRule.allows(Int(a), Int(b)) else { continue }
                pairs.append(
                    TextPair(UInt32(truncatingIfNeeded: first), UInt32(truncatingIfNeeded: second))
                )
            }
        }
        return pairs
    }
}

/// Looks for runs of sure length that no repeated run holds, though all their windows repeat.
private struct SpanSearch {
    let stream: FoldedStream
    let rule: SeedRule
    let windows: RepeatedWindows

    /// Where such runs begin, rising.
    func starts(among repeated: RepeatedRuns) -> [UInt32] {
        var starts: [UInt32] = []
        for run in repeated.runs {
            for start in run.starts { appendStarts(of: run, at: start, to: &starts) }
        }
        starts.sort()
        return starts
    }

    /// Appends those that begin with a window of one place of a repeated run.
    private func appendStarts(of run: RepeatedRun, at start: Int, to starts: inout [UInt32]) {
        let next = start + run.windowCount
        let documentEnd = stream.documentStarts[stream.document(at: start) + 1]
        let scalars = stream.scalars.span
        // Those that end sooner lie in the run.
        let first = Swift.max(start, start + run.length - rule.minNarrowRun + 1)
        var end = Swift.min(next, documentEnd - rule.minNarrowRun + 1)
        if !windows.contains(next, before: documentEnd),
            let length = rule.windowText(at: next, in: scalars, end: documentEnd)
        {
            // What holds the window that follows is found by it.
            end = Swift.min(end, next + length - rule.minNarrowRun)
        }
        guard first < end else { return }
        for position in first..<end where areRepeated(from: next, to: position) {
            starts.append(UInt32(truncatingIfNeeded: position))
        }
    }

    /// Whether all windows from one on that lie in the run of sure length at `position` stand in
    /// very many places, and no wildcard stands in it.
    private func areRepeated(from next: Int, to position: Int) -> Bool {
        let scalars = stream.scalars.span
        let end = position + rule.minNarrowRun
        for scalar in position..<end where scalars[scalar] == FoldedText.wildcard { return false }
        for window in next..<Swift.max(next, end)
        where !windows.contains(window)
            && rule.windowText(at: window, in: scalars, end: end) != nil
        {
            return false
        }
        return true
    }

    /// The places of each run that stands in several.
    func groups(_ starts: [UInt32]) -> [[UInt32]] {
        let scalars = stream.scalars.span
        var entries = starts.map { start in
            let key = RunHash.hash(scalars, from: Int(start), count: rule.minNarrowRun)
            return HashedNumber(hash: key, number: start)
        }
        var sorter = HashSorter()
        sorter.sort(&entries)
        var groups: [[UInt32]] = []
        entries.indices.forEachRun(
            by: { entries[$0].hash },
            do: { run in
                if run.count > 1 { groups.append(entries[run].map(\.number)) }
            }
        )
        return groups
    }
}

extension PairRule {
    /// Whether two of some documents are compared.
    fileprivate func allowsAny(of documents: some Sequence<Int>) -> Bool {
        switch self {
        case .all: return true
        case .against(let isReference):
            let kinds = Set(documents.map { isReference[$0] })
            return kinds.count == 2
        case .listed(let partners):
            let known = Set(documents)
            return known.contains { partners[$0].contains(where: known.contains) }
        }
    }
}

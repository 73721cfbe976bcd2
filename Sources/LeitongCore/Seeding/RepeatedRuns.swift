import LeitongStorage

/// The runs that stand in very many places, as long as all their places agree.
///
/// Every window in very many places is in exactly one run, and a run lists every place it has. Two
/// windows that follow one another wherever one of them stands belong to one run; so runs end where
/// the texts that share them part. All places together are no more than the windows.
///
/// Source: the unitigs of a compacted de Bruijn graph; R. Idury, M. Waterman, A new algorithm for
/// DNA sequence assembly, 1995.
package struct RepeatedRuns: Sendable {
    /// The runs, in order of their first place.
    package let runs: [RepeatedRun]

    /// Joins windows to runs.
    ///
    /// - Parameters:
    ///   - windows: Starts of repeated windows by what they hold, from ``SeedLengthener``.
    ///   - stream: All documents.
    ///   - rule: The rule the seeds were chosen by.
    /// - Returns: The runs.
    /// - Complexity: Linear in the windows but for sorting.
    package static func joining(
        _ windows: [SeedLengthener.Result],
        stream: FoldedStream,
        rule: SeedRule
    ) -> RepeatedRuns {
        let scalars = stream.scalars.span
        let runs = runs(of: WindowGraph(windows)) { place in
            let end = stream.documentStarts[stream.document(at: place) + 1]
            return rule.windowText(at: place, in: scalars, end: end) ?? 0
        }
        return RepeatedRuns(runs: runs)
    }

    /// Joins windows of one length to runs.
    ///
    /// - Parameters:
    ///   - windows: Starts of repeated windows by what they hold.
    ///   - windowLength: Scalars of each.
    /// - Returns: The runs.
    /// - Complexity: Linear in the windows but for sorting.
    static func joining(_ windows: SeedLengthener.Result, windowLength: Int) -> RepeatedRuns {
        RepeatedRuns(runs: runs(of: WindowGraph([windows])) { _ in windowLength })
    }

    /// The chains of windows of which each follows the one before everywhere.
    ///
    /// - Parameters:
    ///   - graph: The windows.
    ///   - length: Tells the scalars of the window at a place.
    /// - Returns: The runs, in order of their first place.
    private static func runs(
        of graph: WindowGraph,
        windowLength length: (Int) -> Int
    ) -> [RepeatedRun] {
        var runs: [RepeatedRun] = []
        for head in graph.heads {
            var last = head
            var run = RepeatedRun(starts: graph.places(of: head).map { Int($0) }, length: 0)
            var place = run.starts[0]
            // A window of letters may reach further than those with wide characters after it.
            run.length = length(place)
            while let next = graph.successor(of: last) {
                last = next
                place += 1
                run.length = Swift.max(run.length, place - run.starts[0] + length(place))
            }
            run.windowCount = place - run.starts[0] + 1
            runs.append(run)
        }
        runs.sort { ($0.starts[0], $0.length) < ($1.starts[0], $1.length) }
        return runs
    }

    /// The runs and others, without those that one of the others holds at all their places.
    ///
    /// - Parameter others: Runs that lie in none of these.
    /// - Returns: The runs, in order of their first place.
    /// - Complexity: Linear but for sorting, times the runs that overlap.
    package func adding(_ others: [RepeatedRun]) -> [RepeatedRun] {
        guard !others.isEmpty else { return runs }
        var kept: [RepeatedRun] = []
        // Others that reach further than the last run begins.
        var open: [RepeatedRun] = []
        var next = others.startIndex
        for run in runs {
            while next < others.endIndex, others[next].starts[0] <= run.starts[0] {
                open.append(others[next])
                next += 1
            }
            open.removeAll { $0.end <= run.starts[0] }
            // As many places, and each holds the run: there are no others.
            let isHeld = open.contains {
                $0.starts.count == run.starts.count && run.end <= $0.end
            }
            if !isHeld { kept.append(run) }
        }
        return (kept + others).sorted { ($0.starts[0], $0.length) < ($1.starts[0], $1.length) }
    }
}

/// A run of text that stands in very many places.
package struct RepeatedRun: Sendable, Equatable {
    /// Its places in the stream, rising.
    package var starts: [Int]
    /// Scalars.
    package var length: Int
    /// Windows that it was joined of; each begins one scalar behind the one before.
    var windowCount = 1

    /// End of its first place.
    fileprivate var end: Int { starts[0] + length }
}

/// Which repeated window follows which.
private struct WindowGraph {
    private var windowStarts: [UInt32] = []
    private var runStarts: [Int] = []
    private var next: [Int32]
    private var previous: [Int32]

    private static let unknown: Int32 = -1
    private static let several: Int32 = -2

    init(_ parts: [SeedLengthener.Result]) {
        for part in parts {
            for start in part.runStarts { runStarts.append(windowStarts.count + start) }
            windowStarts.append(contentsOf: part.windowStarts)
        }
        runStarts.append(windowStarts.count)
        let count = runStarts.count - 1
        next = [Int32](repeating: Self.unknown, count: count)
        previous = next
        link()
    }

    /// Windows that begin a run.
    var heads: [Int] {
        (0..<next.count).filter { predecessor(of: $0) == nil }
    }

    func places(of window: Int) -> ArraySlice<UInt32> {
        windowStarts[runStarts[window]..<runStarts[window + 1]]
    }

    /// The window that follows everywhere, if nothing else precedes that one.
    func successor(of window: Int) -> Int? {
        let other = Int(next[window])
        return other >= 0 && Int(previous[other]) == window ? other : nil
    }

    private func predecessor(of window: Int) -> Int? {
        let other = Int(previous[window])
        return other >= 0 && Int(next[other]) == window ? other : nil
    }

    /// Notes what stands one scalar further, at every place of every window.
    private mutating func link() {
        var byPosition: [(start: UInt32, window: Int32)] = []
        byPosition.reserveCapacity(windowStarts.count)
        for window in 0..<next.count {
            for start in places(of: window) {
                byPosition.append((start, Int32(truncatingIfNeeded: window)))
            }
        }
        byPosition.sort { $0.start < $1.start }
        for index in byPosition.indices {
            let (start, window) = byPosition[index]
            let hasNext = index + 1 < byPosition.count && byPosition[index + 1].start == start + 1
            let hasPrevious = index > 0 && byPosition[index - 1].start + 1 == start
            Self.note(hasNext ? byPosition[index + 1].window : Self.several, in: &next, window)
            Self.note(
                hasPrevious ? byPosition[index - 1].window : Self.several,
                in: &previous,
                window
            )
        }
    }

    private static func note(_ other: Int32, in list: inout [Int32], _ window: Int32) {
        let known = list[Int(window)]
        list[Int(window)] = known == unknown || known == other ? other : several
    }
}

import LeitongStorage

/// The runs that stand in very many places, as long as all their places agree.
///
/// Every window in very many places is in exactly one run, and a run lists every place it has. Two
/// windows that follow one another wherever one of them stands belong to one run; so runs end where
/// the texts that share them part. All places together are no more than the windows.
///
/// Source: the unitigs of a compacted de Bruijn graph; R. Idury, M. Waterman, A new algorithm for
/// DNA sequence assembly, 1995.
public struct RepeatedRuns: Sendable {
    /// The runs, in order of their first place.
    public private(set) var runs: [RepeatedRun] = []

    /// Joins windows to runs.
    ///
    /// - Parameters:
    ///   - windows: Starts of repeated windows by what they hold, from ``RunSplitter``.
    ///   - stream: All documents.
    ///   - rule: The rule the seeds were chosen by.
    /// - Complexity: Linear in the windows but for sorting.
    public init(_ windows: [RunSplitter.Result], stream: FoldedStream, rule: SeedRule) {
        let graph = WindowGraph(windows)
        for head in graph.heads {
            var last = head
            var steps = 0
            while let next = graph.successor(of: last) {
                last = next
                steps += 1
            }
            guard let place = graph.places(of: last).first else { continue }
            let end = stream.documentStarts[stream.document(at: Int(place)) + 1]
            let tail = rule.windowText(at: Int(place), in: stream.scalars.span, end: end) ?? 0
            let length = steps + tail
            runs.append(
                RepeatedRun(
                    starts: graph.places(of: head).map { Int($0) },
                    length: length
                )
            )
        }
        runs.sort { ($0.starts[0], $0.length) < ($1.starts[0], $1.length) }
    }
}

/// A run of text that stands in very many places.
public struct RepeatedRun: Sendable, Equatable {
    /// Its places in the stream, rising.
    public var starts: [Int]
    /// Scalars.
    public var length: Int
}

/// Which repeated window follows which.
private struct WindowGraph {
    private var windowStarts: [UInt32] = []
    private var runStarts: [Int] = []
    private var next: [Int32]
    private var previous: [Int32]

    private static let unknown: Int32 = -1
    private static let several: Int32 = -2

    init(_ parts: [RunSplitter.Result]) {
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

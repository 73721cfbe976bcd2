/// A shortest list of insertions and deletions that turns one text into another, as runs.
///
/// Source: E. Myers, An O(ND) difference algorithm and its variations, 1986, in the linear-space
/// form: find the middle of a shortest path from both ends (``MiddlePoint``), then solve the two
/// halves. Long texts with very many differences would take time without end: where both ends are
/// further apart than a search of `workLimit` steps comes, what is left of the stretch between equal
/// ends is one changed run.
public struct EditScript: Sendable, Equatable {
    /// The runs in order; together they cover both texts.
    public private(set) var runs: [EditRun] = []

    /// Aligns two texts.
    ///
    /// - Parameters:
    ///   - a: Scalars of the first text.
    ///   - b: Scalars of the second.
    ///   - workLimit: Steps a search may take: 10,000 characters may differ in 5,000 places.
    /// - Complexity: Time proportional to the lengths times the number of differences, up to the
    ///   limit at each halving; memory proportional to the lengths.
    public init(from a: Span<UInt32>, to b: Span<UInt32>, workLimit: Int = 100_000_000) {
        let length = Swift.max(1, a.count + b.count)
        var search = MiddlePoint(editLimit: Swift.min(length, workLimit / length))
        align(a, 0..<a.count, b, 0..<b.count, &search)
    }

    private mutating func align(
        _ a: Span<UInt32>,
        _ aRange: Range<Int>,
        _ b: Span<UInt32>,
        _ bRange: Range<Int>,
        _ search: inout MiddlePoint
    ) {
        var (aStart, aEnd) = (aRange.lowerBound, aRange.upperBound)
        var (bStart, bEnd) = (bRange.lowerBound, bRange.upperBound)
        while aStart < aEnd, bStart < bEnd, a[aStart] == b[bStart] {
            aStart += 1
            bStart += 1
        }
        while aStart < aEnd, bStart < bEnd, a[aEnd - 1] == b[bEnd - 1] {
            aEnd -= 1
            bEnd -= 1
        }
        append(.equal, aRange.lowerBound..<aStart, bRange.lowerBound..<bStart)
        if aStart == aEnd || bStart == bEnd {
            append(.changed, aStart..<aEnd, bStart..<bEnd)
        } else if let middle = search.middle(
            of: a.extracting(aStart..<aEnd),
            and: b.extracting(bStart..<bEnd)
        ) {
            let (aMiddle, bMiddle) = (aStart + middle.a, bStart + middle.b)
            align(a, aStart..<aMiddle, b, bStart..<bMiddle, &search)
            align(a, aMiddle..<aEnd, b, bMiddle..<bEnd, &search)
        } else {
            append(.changed, aStart..<aEnd, bStart..<bEnd)
        }
        append(.equal, aEnd..<aRange.upperBound, bEnd..<bRange.upperBound)
    }

    /// The script for a reader: equal stretches too short to matter between two longer changes are
    /// part of the change, so that one rewritten sentence is one change and not ten.
    ///
    /// - Returns: A script of the same texts. A stretch of up to four scalars is taken in if it is
    ///   less than half as long as each of the changes beside it.
    public func withoutCrumbs() -> EditScript {
        var result = EditScript()
        for (index, run) in runs.enumerated() {
            let isInside = index > 0 && index + 1 < runs.count
            guard run.kind == .equal, isInside, run.a.count <= 4, let before = result.runs.last,
                before.kind == .changed
            else {
                result.append(run.kind, run.a, run.b)
                continue
            }
            let least = Swift.min(before.length, runs[index + 1].length)
            result.append(2 * run.a.count < least ? .changed : .equal, run.a, run.b)
        }
        return result
    }

    private init() {}

    /// Adds a run, as part of the last one if that is of the same kind.
    private mutating func append(_ kind: EditRun.Kind, _ a: Range<Int>, _ b: Range<Int>) {
        guard !a.isEmpty || !b.isEmpty else { return }
        if let last = runs.last, last.kind == kind {
            runs[runs.count - 1].a = last.a.lowerBound..<a.upperBound
            runs[runs.count - 1].b = last.b.lowerBound..<b.upperBound
        } else {
            runs.append(EditRun(kind: kind, a: a, b: b))
        }
    }
}

/// A run of an edit script: equal text, or text of `a` in whose place other text stands in `b`.
public struct EditRun: Sendable, Equatable {
    /// Whether the two ranges hold the same text.
    public var kind: Kind
    /// Scalars of the first text; empty for an insertion.
    public var a: Range<Int>
    /// Scalars of the second text; empty for a deletion.
    public var b: Range<Int>

    /// Scalars of the longer side.
    var length: Int { Swift.max(a.count, b.count) }

    /// Creates a run.
    public init(kind: Kind, a: Range<Int>, b: Range<Int>) {
        self.kind = kind
        self.a = a
        self.b = b
    }

    /// Whether the two ranges of a run agree.
    public enum Kind: Sendable, Equatable {
        /// The same scalars on both sides.
        case equal
        /// Deleted, inserted or replaced.
        case changed
    }
}

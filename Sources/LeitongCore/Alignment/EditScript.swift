/// A shortest list of insertions and deletions that turns one text into another, as runs.
///
/// Source: E. Myers, An O(ND) difference algorithm and its variations, 1986, in the linear-space
/// form: find the middle of a shortest path from both ends (``MiddlePoint``), then solve the two
/// halves. Long texts with very many differences would take time without end: where both ends are
/// further apart than a search of `workLimit` steps comes, the stretch is aligned between its long
/// common runs (``AnchorFinder``), and what has none of them is one changed run. So no changed run
/// holds a run on both its sides that is sure to be found.
@_spi(Core) public struct EditScript: Sendable, Equatable {
    /// The runs in order; together they cover both texts.
    public private(set) var runs: [EditRun] = []

    /// Aligns two texts; the script from the second to the first is the mirror image.
    ///
    /// - Parameters:
    ///   - a: Scalars of the first text.
    ///   - b: Scalars of the second.
    ///   - workLimit: Steps a search may take: 10,000 characters may differ in 5,000 places.
    ///   - rule: Which common runs no changed run may hold on both sides.
    /// - Complexity: Time proportional to the lengths times the number of differences, up to the
    ///   limit at each halving; memory proportional to the lengths.
    public init(
        from a: Span<UInt32>,
        to b: Span<UInt32>,
        workLimit: Int = 100_000_000,
        rule: SeedRule = .standard
    ) {
        self.init(a, b, workLimit: workLimit, anchors: AnchorFinder(rule: rule))
    }

    /// Aligns two texts.
    ///
    /// - Parameters:
    ///   - a: Scalars of the first text.
    ///   - b: Scalars of the second.
    ///   - workLimit: Steps a search may take.
    ///   - anchors: What finds the long common runs where the search is too long; `nil` to look for
    ///     none.
    init(_ a: Span<UInt32>, _ b: Span<UInt32>, workLimit: Int, anchors: AnchorFinder?) {
        let length = Swift.max(1, a.count + b.count)
        var search = MiddlePoint(editLimit: Swift.min(length, workLimit / length))
        let isSwapped = TextOrder.isSwapped(a, b)
        if isSwapped {
            align(b, a, AlignmentBox(a: 0..<b.count, b: 0..<a.count), &search, anchors)
            runs = runs.map { EditRun(kind: $0.kind, a: $0.b, b: $0.a) }
        } else {
            align(a, b, AlignmentBox(a: 0..<a.count, b: 0..<b.count), &search, anchors)
        }
    }

    /// Aligns a part of two texts.
    ///
    /// It calls itself for less than half of the edits that are left each time, and once without
    /// `anchors`: never deeper than twice the bits of the length.
    private mutating func align(
        _ a: Span<UInt32>,
        _ b: Span<UInt32>,
        _ box: AlignmentBox,
        _ search: inout MiddlePoint,
        _ anchors: AnchorFinder?
    ) {
        let inner = Self.withoutEqualEnds(a, b, box)
        append(.equal, box.a.lowerBound..<inner.a.lowerBound, box.b.lowerBound..<inner.b.lowerBound)
        if inner.a.isEmpty || inner.b.isEmpty {
            append(.changed, inner.a, inner.b)
        } else if let middle = search.middle(
            of: a.extracting(inner.a),
            and: b.extracting(inner.b)
        ) {
            let point = CommonRun(
                a: inner.a.lowerBound + middle.a,
                b: inner.b.lowerBound + middle.b,
                length: 0
            )
            align(a, b, inner.before(point), &search, anchors)
            align(a, b, inner.after(point), &search, anchors)
        } else {
            alignAnchored(a, b, inner, &search, anchors)
        }
        append(.equal, inner.a.upperBound..<box.a.upperBound, inner.b.upperBound..<box.b.upperBound)
    }

    private static func withoutEqualEnds(
        _ a: Span<UInt32>,
        _ b: Span<UInt32>,
        _ box: AlignmentBox
    ) -> AlignmentBox {
        var (aStart, aEnd) = (box.a.lowerBound, box.a.upperBound)
        var (bStart, bEnd) = (box.b.lowerBound, box.b.upperBound)
        while aStart < aEnd, bStart < bEnd, a[aStart] == b[bStart] {
            aStart += 1
            bStart += 1
        }
        while aStart < aEnd, bStart < bEnd, a[aEnd - 1] == b[bEnd - 1] {
            aEnd -= 1
            bEnd -= 1
        }
        return AlignmentBox(a: aStart..<aEnd, b: bStart..<bEnd)
    }

    /// Aligns what is too far apart for the search: between its long common runs, or as one change.
    private mutating func alignAnchored(
        _ a: Span<UInt32>,
        _ b: Span<UInt32>,
        _ box: AlignmentBox,
        _ search: inout MiddlePoint,
        _ anchors: AnchorFinder?
    ) {
        guard var anchors else { return append(.changed, box.a, box.b) }
        let runs = anchors.anchors(a.extracting(box.a), b.extracting(box.b))
        guard !runs.isEmpty else { return append(.changed, box.a, box.b) }
        var rest = box
        for run in runs {
            let (aStart, bStart) = (box.a.lowerBound + run.a, box.b.lowerBound + run.b)
            let anchor = CommonRun(a: aStart, b: bStart, length: run.length)
            align(a, b, rest.before(anchor), &search, nil)
            append(.equal, aStart..<anchor.aEnd, bStart..<anchor.bEnd)
            rest = rest.after(anchor)
        }
        align(a, b, rest, &search, nil)
    }

    /// The script for a reader: equal stretches too short to matter between two longer changes are
    /// part of the change, so that one rewritten sentence is one change and not ten.
    ///
    /// - Returns: A script of the same texts. A stretch of up to four scalars is taken in if it is
    ///   less than half as long as each of the changes beside it.
    public func withoutShortMatches() -> EditScript {
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

    /// The script for a reader, of which no change holds a run on both sides that is sure to be found.
    ///
    /// - Parameters:
    ///   - a: The first text.
    ///   - b: The second text.
    ///   - rule: Which runs are sure to be found.
    /// - Returns: As ``withoutShortMatches()``; but where several changes would make one that holds such
    ///   a run, it is aligned anew before and after the longest one.
    public func withoutShortMatches(
        from a: Span<UInt32>,
        to b: Span<UInt32>,
        rule: SeedRule = .standard
    ) -> EditScript {
        var result = EditScript()
        var finder = AnchorFinder(rule: rule)
        for run in withoutShortMatches().runs {
            let isChange = run.kind == .changed
            let anchors =
                isChange ? finder.anchors(a.extracting(run.a), b.extracting(run.b)) : []
            var rest = AlignmentBox(a: run.a, b: run.b)
            for anchor in anchors {
                let (aStart, bStart) = (run.a.lowerBound + anchor.a, run.b.lowerBound + anchor.b)
                let moved = CommonRun(a: aStart, b: bStart, length: anchor.length)
                result.appendAligned(a, b, rest.before(moved))
                result.append(.equal, aStart..<moved.aEnd, bStart..<moved.bEnd)
                rest = rest.after(moved)
            }
            if anchors.isEmpty {
                result.append(run.kind, run.a, run.b)
            } else {
                result.appendAligned(a, b, rest)
            }
        }
        return result
    }

    /// Aligns a part without long common runs, without short matches.
    private mutating func appendAligned(
        _ a: Span<UInt32>,
        _ b: Span<UInt32>,
        _ box: AlignmentBox
    ) {
        let (a, b) = (a.extracting(box.a), b.extracting(box.b))
        let part = EditScript(a, b, workLimit: Self.partWorkLimit, anchors: nil)
            .withoutShortMatches()
        for run in part.runs {
            append(
                run.kind,
                box.a.lowerBound + run.a.lowerBound..<box.a.lowerBound + run.a.upperBound,
                box.b.lowerBound + run.b.lowerBound..<box.b.lowerBound + run.b.upperBound
            )
        }
    }

    /// Steps for a part between two long common runs: 1,000 characters may differ in every place.
    private static let partWorkLimit = 1 << 22

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
@_spi(Core) public struct EditRun: Sendable, Equatable {
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

/// Aligns what stands between two exact matches.
///
/// Small gaps by edit distance (``EditDistanceTable``, with wildcards ``RedactionTable``), large ones
/// by ``EditScript`` with a limit of work. Equal crumbs between longer changes are taken for chance
/// and count as changed. Where a change would hold a run on both its sides that is sure to be found,
/// the long common runs of the gap are anchors (``AnchorFinder``), and what stands between them is
/// aligned in the same way. So no changed run ever holds such a run on both sides: a stretch between
/// anchors holds none, however it is aligned, and what touches an anchor does not reach into it. From
/// either side, the alignment is the same.
struct GapAligner {
    /// Cells of the table of a small gap.
    private static let cellLimit = 1 << 13
    /// Cells of the table of a gap with wildcards, which nothing else aligns.
    private static let wildcardCellLimit = 1 << 18
    /// Steps that aligning a large gap may take; what is left is changed as a whole.
    private static let workLimit = 1 << 16
    /// The same for one with wildcards, of which each is an edit: 1,000 characters of which every
    /// other is a mark.
    private static let wildcardWorkLimit = 1 << 22

    private let rule: SeedRule
    private var anchors: AnchorFinder
    private var table = EditDistanceTable()
    private var redactions = RedactionTable()

    /// Creates an aligner.
    ///
    /// - Parameter rule: Which common runs are sure to be found.
    init(rule: SeedRule = .standard) {
        self.rule = rule
        anchors = AnchorFinder(rule: rule)
    }

    /// Aligns two stretches.
    ///
    /// - Parameters:
    ///   - a: Scalars of the first document; may be empty.
    ///   - b: Scalars of the second document; may be empty.
    ///   - list: Receives the runs.
    /// - Complexity: The product of the lengths for small gaps; near linear for large ones, with a
    ///   limit to the work on stretches without long common runs.
    mutating func align(_ a: Span<UInt32>, _ b: Span<UInt32>, into list: inout RunList) {
        if a.isEmpty || b.isEmpty {
            Self.appendOneSided(a, b, to: &list)
        } else if Self.isSwapped(a, b) {
            list.append(alignedInOrder(b, a).map(\.mirrored))
        } else {
            list.append(alignedInOrder(a, b))
        }
    }

    /// Whether the second text is taken first: of two that make a bit table, the longer one is.
    private static func isSwapped(_ a: Span<UInt32>, _ b: Span<UInt32>) -> Bool {
        let isShort = Swift.max(a.count, b.count) <= EditDistanceTable.lengthLimit
        guard isShort, a.count != b.count else { return TextOrder.isSwapped(a, b) }
        return a.count < b.count
    }

    private mutating func alignedInOrder(
        _ a: Span<UInt32>,
        _ b: Span<UInt32>
    ) -> [PassageRun] {
        let runs = whole(a, b)
        return holdsSureRun(runs, a, b) ? anchored(a, b) : runs
    }

    /// Whether a changed run holds a run on both sides that is sure to be found.
    private mutating func holdsSureRun(
        _ runs: [PassageRun],
        _ a: Span<UInt32>,
        _ b: Span<UInt32>
    ) -> Bool {
        guard Swift.min(a.count, b.count) >= rule.minRun else { return false }
        var (aStart, bStart) = (0, 0)
        for run in runs {
            let (aEnd, bEnd) = (aStart + run.aLength, bStart + run.bLength)
            if run.kind == .changed,
                anchors.hasAnchor(a.extracting(aStart..<aEnd), b.extracting(bStart..<bEnd))
            {
                return true
            }
            (aStart, bStart) = (aEnd, bEnd)
        }
        return false
    }

    /// Aligns what stands between the long common runs.
    private mutating func anchored(_ a: Span<UInt32>, _ b: Span<UInt32>) -> [PassageRun] {
        var list = RunList()
        var (aStart, bStart) = (0, 0)
        let end = CommonRun(a: a.count, b: b.count, length: 0)
        for anchor in anchors.anchors(a, b) + [end] {
            let (before, beforeInB) = (aStart..<anchor.a, bStart..<anchor.b)
            if before.isEmpty || beforeInB.isEmpty {
                Self.appendOneSided(a.extracting(before), b.extracting(beforeInB), to: &list)
            } else {
                list.append(whole(a.extracting(before), b.extracting(beforeInB)))
            }
            list.append(.equal, anchor.length, anchor.length)
            (aStart, bStart) = (anchor.aEnd, anchor.bEnd)
        }
        return list.runs
    }

    /// Aligns a stretch without looking for long common runs.
    private mutating func whole(_ a: Span<UInt32>, _ b: Span<UInt32>) -> [PassageRun] {
        if Self.isSmall(a, b) { return withoutCrumbs(aligned(a, b), a) }
        let isRedacted = Self.hasWildcard(a) || Self.hasWildcard(b)
        let work = isRedacted ? Self.wildcardWorkLimit : Self.workLimit
        let script = EditScript(a, b, workLimit: work, anchors: nil).withoutCrumbs()
        var list = RunList()
        for run in script.runs {
            if isRedacted {
                appendRedacted(run, a.extracting(run.a), b.extracting(run.b), to: &list)
            } else {
                list.append(run.kind == .equal ? .equal : .changed, run.a.count, run.b.count)
            }
        }
        return list.runs
    }

    /// Appends a run of a script that knows no redaction marks.
    private mutating func appendRedacted(
        _ run: EditRun,
        _ a: Span<UInt32>,
        _ b: Span<UInt32>,
        to list: inout RunList
    ) {
        if run.kind == .equal {
            for index in a.indices {
                list.append(a[index] == FoldedText.wildcard ? .redacted : .equal, 1, 1)
            }
        } else if a.isEmpty || b.isEmpty {
            Self.appendOneSided(a, b, to: &list)
        } else if Self.isSmall(a, b) {
            list.append(withoutCrumbs(aligned(a, b), a))
        } else {
            list.append(.changed, a.count, b.count)
        }
    }

    /// Appends what stands on one side only: redaction marks, and text.
    private static func appendOneSided(
        _ a: Span<UInt32>,
        _ b: Span<UInt32>,
        to list: inout RunList
    ) {
        guard hasWildcard(a) || hasWildcard(b) else {
            return list.append(.changed, a.count, b.count)
        }
        for index in a.indices {
            list.append(a[index] == FoldedText.wildcard ? .redacted : .changed, 1, 0)
        }
        for index in b.indices {
            list.append(b[index] == FoldedText.wildcard ? .redacted : .changed, 0, 1)
        }
    }

    /// Aligns a small gap: most have no wildcard, and a short first side.
    private mutating func aligned(_ a: Span<UInt32>, _ b: Span<UInt32>) -> [PassageRun] {
        guard a.count <= EditDistanceTable.lengthLimit, !Self.hasWildcard(a), !Self.hasWildcard(b)
        else {
            return redactions.aligned(a, b)
        }
        table.fill(a, b)
        var reversed = RunList()
        table.trace(a, b) { step in
            reversed.append(
                step == .equal ? .equal : .changed,
                step == .insert ? 0 : 1,
                step == .delete ? 0 : 1
            )
        }
        return reversed.runs.reversed()
    }

    private static func isSmall(_ a: Span<UInt32>, _ b: Span<UInt32>) -> Bool {
        let cells = (a.count + 1) * (b.count + 1)
        if cells <= cellLimit { return true }
        return cells <= wildcardCellLimit && (hasWildcard(a) || hasWildcard(b))
    }

    private static func hasWildcard(_ text: Span<UInt32>) -> Bool {
        for index in text.indices where text[index] == FoldedText.wildcard { return true }
        return false
    }

    /// Runs in which equal text that is shorter than a Chinese word and than the changes on both
    /// sides is changed too: letters of unrelated words agree by chance.
    private func withoutCrumbs(_ runs: [PassageRun], _ a: Span<UInt32>) -> [PassageRun] {
        guard runs.count > 2 else { return runs }
        var list = RunList()
        var position = 0
        for (index, run) in runs.enumerated() {
            let isInside = index > 0 && index + 1 < runs.count
            var kind = run.kind
            if kind == .equal, isInside, let before = list.runs.last, before.kind == .changed,
                runs[index + 1].kind == .changed
            {
                let width = (position..<position + run.aLength)
                    .reduce(0) { $0 + (ScalarMarks.isWide(a[$1]) ? 2 : 1) }
                let least = Swift.min(before.longest, runs[index + 1].longest)
                if width < 4, run.aLength < least { kind = .changed }
            }
            list.append(kind, run.aLength, run.bLength)
            position += run.aLength
        }
        return list.runs
    }
}

extension PassageRun {
    /// Scalars of the longer side.
    var longest: Int { Swift.max(aLength, bLength) }

    /// The run from the other side.
    var mirrored: PassageRun { PassageRun(kind: kind, aLength: bLength, bLength: aLength) }
}

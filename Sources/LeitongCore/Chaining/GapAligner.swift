/// Aligns what stands between two exact matches.
///
/// Small gaps by edit distance (``EditDistanceTable``, with wildcards ``RedactionTable``), large ones
/// by ``EditScript`` with a limit of work. Short matches between longer changes are taken for chance
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
    /// The gap that is being aligned, kept for its buffer: most gaps are tiny.
    private var runs: [PassageRun] = []

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
            alignInOrder(b, a)
            for run in runs { list.append(run.kind, run.bLength, run.aLength) }
        } else {
            alignInOrder(a, b)
            list.append(runs)
        }
    }

    /// Whether the second text is taken first: of two that make a bit table, the longer one is.
    private static func isSwapped(_ a: Span<UInt32>, _ b: Span<UInt32>) -> Bool {
        let isShort = Swift.max(a.count, b.count) <= EditDistanceTable.lengthLimit
        guard isShort, a.count != b.count else { return TextOrder.isSwapped(a, b) }
        return a.count < b.count
    }

    private mutating func alignInOrder(_ a: Span<UInt32>, _ b: Span<UInt32>) {
        alignWhole(a, b)
        if holdsSureRun(a, b) { alignAnchored(a, b) }
    }

    /// Whether a changed run holds a run on both sides that is sure to be found.
    private mutating func holdsSureRun(_ a: Span<UInt32>, _ b: Span<UInt32>) -> Bool {
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
    private mutating func alignAnchored(_ a: Span<UInt32>, _ b: Span<UInt32>) {
        var list = RunList()
        var (aStart, bStart) = (0, 0)
        let end = CommonRun(a: a.count, b: b.count, length: 0)
        for anchor in anchors.anchors(a, b) + [end] {
            let (before, beforeInB) = (aStart..<anchor.a, bStart..<anchor.b)
            if before.isEmpty || beforeInB.isEmpty {
                Self.appendOneSided(a.extracting(before), b.extracting(beforeInB), to: &list)
            } else {
                alignWhole(a.extracting(before), b.extracting(beforeInB))
                list.append(runs)
            }
            list.append(.equal, anchor.length, anchor.length)
            (aStart, bStart) = (anchor.aEnd, anchor.bEnd)
        }
        runs = list.runs
    }

    /// Aligns a stretch without looking for long common runs.
    private mutating func alignWhole(_ a: Span<UInt32>, _ b: Span<UInt32>) {
        guard !Self.isSmall(a, b) else { return alignSmall(a, b) }
        let isRedacted = Self.hasWildcard(a) || Self.hasWildcard(b)
        let work = isRedacted ? Self.wildcardWorkLimit : Self.workLimit
        let script = EditScript(a, b, workLimit: work, anchors: nil).withoutShortMatches()
        var list = RunList()
        for run in script.runs {
            if isRedacted {
                appendRedacted(run, a.extracting(run.a), b.extracting(run.b), to: &list)
            } else {
                list.append(run.kind == .equal ? .equal : .changed, run.a.count, run.b.count)
            }
        }
        runs = list.runs
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
            alignSmall(a, b)
            list.append(runs)
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
    private mutating func alignSmall(_ a: Span<UInt32>, _ b: Span<UInt32>) {
        if a.count > EditDistanceTable.lengthLimit || Self.hasWildcard(a) || Self.hasWildcard(b) {
            runs = redactions.aligned(a, b)
        } else {
            table.fill(a, b)
            // Taken out of its place, so that it may grow while the table is read.
            var list = RunList(reusing: &runs)
            if table.hasEqual {
                table.trace(a, b) { step in
                    list.append(
                        step == .equal ? .equal : .changed,
                        step == .insert ? 0 : 1,
                        step == .delete ? 0 : 1
                    )
                }
            } else {
                list.append(.changed, a.count, b.count)
            }
            runs = list.runs
            runs.reverse()
        }
        takeInShortMatches(a)
    }

    private static func isSmall(_ a: Span<UInt32>, _ b: Span<UInt32>) -> Bool {
        let cells = (a.count + 1) * (b.count + 1)
        if cells <= cellLimit { return true }
        return cells <= wildcardCellLimit && (hasWildcard(a) || hasWildcard(b))
    }

    private static func hasWildcard(_ text: Span<UInt32>) -> Bool {
        // Without an early exit, so that the loop can become vector instructions.
        var found: UInt32 = 0
        for index in text.indices { found |= text[index] == FoldedText.wildcard ? 1 : 0 }
        return found != 0
    }

    /// Makes equal text that is shorter than a Chinese word and than the changes on both sides
    /// changed too: letters of unrelated words agree by chance.
    private mutating func takeInShortMatches(_ a: Span<UInt32>) {
        guard runs.count > 2 else { return }
        var position = 0
        // The runs before `kept` are done.
        var kept = 0
        for index in runs.indices {
            var run = runs[index]
            let isShortMatch =
                run.kind == .equal && kept > 0 && runs[kept - 1].kind == .changed
                && index + 1 < runs.count && runs[index + 1].kind == .changed
                && run.aLength < Swift.min(runs[kept - 1].longest, runs[index + 1].longest)
                && Self.width(a.extracting(position..<position + run.aLength)) < 4
            position += run.aLength
            if isShortMatch { run.kind = .changed }
            if kept > 0, runs[kept - 1].kind == run.kind {
                runs[kept - 1].aLength += run.aLength
                runs[kept - 1].bLength += run.bLength
            } else {
                runs[kept] = run
                kept += 1
            }
        }
        runs.removeLast(runs.count - kept)
    }

    private static func width(_ text: Span<UInt32>) -> Int {
        var width = text.count
        for index in text.indices where ScalarMarks.isWide(text[index]) { width += 1 }
        return width
    }
}

extension PassageRun {
    /// Scalars of the longer side.
    var longest: Int { Swift.max(aLength, bLength) }

    /// The run from the other side.
    var mirrored: PassageRun { PassageRun(kind: kind, aLength: bLength, bLength: aLength) }
}

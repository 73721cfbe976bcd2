/// Which runs rows report.
enum ReportedRuns {
    /// Whether a row holds a run at both its places, and rows show all of it as equal at either.
    ///
    /// - Complexity: Linear in the rows, and in the runs of those that it stands in.
    static func report(_ match: EqualStretch, by rows: [PassageRow]) -> Bool {
        var isHeld = false
        for index in rows.indices where rows[index].passage.holds(match) {
            if rows[index].passage.showsEqual(match) { return true }
            isHeld = true
        }
        return isHeld && showEqual(match.aRange, rows, at: \.a, \.aRange)
            && showEqual(match.bRange, rows, at: \.b, \.bRange)
    }

    /// Whether rows show all of a stretch of one side as equal to something.
    private static func showEqual(
        _ range: Range<Int>,
        _ rows: [PassageRow],
        at place: (Passage) -> Range<Int>,
        _ side: (EqualStretch) -> Range<Int>
    ) -> Bool {
        var equal: [Range<Int>] = []
        for row in rows where place(row.passage).overlaps(range) {
            for stretch in row.passage.equalStretches where side(stretch).overlaps(range) {
                equal.append(side(stretch))
            }
        }
        // What covers the range joins to one.
        return DisjointRanges(equal).ranges
            .contains {
                $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound
            }
    }
}

extension Passage {
    /// Whether another stands at the same two places.
    func hasPlaces(of other: Passage) -> Bool { a == other.a && b == other.b }

    /// Whether both places of a run lie in it.
    func holds(_ run: EqualStretch) -> Bool {
        a.lowerBound <= run.a && run.aRange.upperBound <= a.upperBound
            && b.lowerBound <= run.b && run.bRange.upperBound <= b.upperBound
    }

    /// Whether it shows either place of a run that it holds inside one stretch that agrees.
    fileprivate func showsEqual(_ run: EqualStretch) -> Bool {
        // Nothing was changed in it.
        if runs.count == 1 { return true }
        var (aStart, bStart) = (a.lowerBound, b.lowerBound)
        var (showsA, showsB) = (false, false)
        for part in runs {
            let (aEnd, bEnd) = (aStart + part.aLength, bStart + part.bLength)
            if part.kind == .equal {
                showsA = showsA || aStart <= run.a && run.aRange.upperBound <= aEnd
                showsB = showsB || bStart <= run.b && run.bRange.upperBound <= bEnd
                if showsA, showsB { return true }
            }
            // Neither place begins behind here.
            if aEnd > run.aRange.upperBound, bEnd > run.bRange.upperBound { return false }
            (aStart, bStart) = (aEnd, bEnd)
        }
        return false
    }
}

/// A passage that stands in two documents, or in two places of one, aligned exactly.
@_spi(Core) public struct Passage: Sendable, Equatable {
    /// The earlier document.
    public var aDocument: Int
    /// The later document, or the same.
    public var bDocument: Int
    /// Scalars of the first place, counted in the stream.
    public var a: Range<Int>
    /// Scalars of the second place, counted in the stream.
    public var b: Range<Int>
    /// What agrees and what does not, in order; the runs cover both ranges and begin and end equal.
    public var runs: [PassageRun]
    /// Runs that are sure to be found, of which a row has to hold each at both its places.
    public var certainMatches: [EqualStretch] = []
    /// Whether its text stands in another order in the second place, beside what the runs tell.
    public var isShuffled = false

    /// The two documents.
    var documents: (a: Int, b: Int) { (aDocument, bDocument) }

    /// Scalars that agree.
    public var matched: Int {
        runs.reduce(0) { $0 + ($1.kind == .equal ? $1.aLength : 0) }
    }

    /// Scalars of a range of the first place that are changed.
    func changedCount(inA range: Range<Int>) -> Int {
        var count = 0
        var start = a.lowerBound
        for run in runs {
            let stretch = start..<start + run.aLength
            if run.kind == .changed { count += stretch.clamped(to: range).count }
            start = stretch.upperBound
        }
        return count
    }

    /// Scalars of a range of the second place that are changed.
    func changedCount(inB range: Range<Int>) -> Int {
        var count = 0
        var start = b.lowerBound
        for run in runs {
            let stretch = start..<start + run.bLength
            if run.kind == .changed { count += stretch.clamped(to: range).count }
            start = stretch.upperBound
        }
        return count
    }

    /// Stretches that agree: where they begin on either side, and how long they are.
    public var equalStretches: [EqualStretch] {
        var stretches: [EqualStretch] = []
        appendEqualStretches(to: &stretches)
        return stretches
    }

    /// Appends the stretches that agree.
    func appendEqualStretches(to stretches: inout [EqualStretch]) {
        var (aStart, bStart) = (a.lowerBound, b.lowerBound)
        for run in runs {
            if run.kind == .equal {
                stretches.append(EqualStretch(a: aStart, b: bStart, length: run.aLength))
            }
            aStart += run.aLength
            bStart += run.bLength
        }
    }

    /// Scalars of the longer side of all changes.
    public var changed: Int {
        runs.reduce(0) { $0 + ($1.kind == .changed ? Swift.max($1.aLength, $1.bLength) : 0) }
    }

    /// Share of the aligned text that agrees, 0 to 1; what stands under a redaction mark does not
    /// count.
    public var identity: Double {
        let matched = matched
        return Double(matched) / Double(Swift.max(1, matched + changed))
    }

    /// The passage from its first run that agrees to its last.
    var trimmed: Passage {
        guard let first = runs.firstIndex(where: { $0.kind == .equal }),
            let last = runs.lastIndex(where: { $0.kind == .equal }),
            first > 0 || last + 1 < runs.count
        else { return self }
        var trimmed = self
        trimmed.runs = Array(runs[first...last])
        let (before, behind) = (runs[..<first], runs[(last + 1)...])
        trimmed.a =
            a.lowerBound + before.reduce(0) { $0 + $1.aLength }..<a.upperBound
            - behind.reduce(0) { $0 + $1.aLength }
        trimmed.b =
            b.lowerBound + before.reduce(0) { $0 + $1.bLength }..<b.upperBound
            - behind.reduce(0) { $0 + $1.bLength }
        return trimmed
    }

    /// The same passage seen from the other document.
    var exchanged: Passage {
        var other = Passage(
            aDocument: bDocument,
            bDocument: aDocument,
            a: b,
            b: a,
            runs: runs.map { PassageRun(kind: $0.kind, aLength: $0.bLength, bLength: $0.aLength) }
        )
        other.certainMatches = certainMatches.map {
            EqualStretch(a: $0.b, b: $0.a, length: $0.length)
        }
        other.isShuffled = isShuffled
        return other
    }
}

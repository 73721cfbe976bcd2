/// What agrees in a passage, cut where its marks change, and the gaps between.
struct PassageStretches {
    /// The two documents.
    let documents: (a: Int, b: Int)
    /// What agrees, rising.
    private(set) var stretches: [EqualStretch] = []
    /// What each stretch is marked as, on either side.
    private(set) var marks: [TextMark] = []
    /// Whether any of them is marked.
    private(set) var isMarked = false
    /// The gap behind each stretch but the last; nothing where only the mark changes.
    private(set) var gaps: [PassageGap] = []
    /// Position of the run that holds each stretch.
    private var runs: [Int] = []
    /// Sums over the stretches before each, and one entry more.
    private var equalSums = [0]
    /// Sums over the gaps before each.
    private var changedSums = [0]

    /// A gap that no row reaches over.
    private static let border = Int.max / 2

    /// Takes a passage apart.
    ///
    /// - Complexity: Linear in the passage; logarithmic in the marks for each stretch.
    init(_ passage: Passage, in scalars: Span<UInt32>, masks: TextMasks) {
        documents = passage.documents
        let isOwn = passage.aDocument == passage.bDocument
        // Marks elsewhere change nothing, and most passages have none.
        let masks = masks.touch(passage.a) || masks.touch(passage.b) ? masks : TextMasks()
        var gap = PassageGap(width: 0, changed: 0)
        var borders: [Int] = []
        var (a, b) = (passage.a.lowerBound, passage.b.lowerBound)
        for (number, run) in passage.runs.enumerated() {
            let (aRange, bRange) = (a..<a + run.aLength, b..<b + run.bLength)
            (a, b) = (aRange.upperBound, bRange.upperBound)
            switch run.kind {
            case .redacted: continue
            case .equal where isOwn && aRange.lowerBound == bRange.lowerBound:
                // No text is a copy of itself.
                gap.width = Self.border
            case .changed:
                gap.width += Swift.max(Self.width(aRange, scalars), Self.width(bRange, scalars))
                gap.changed += run.longest
            case .equal:
                append(aRange, bRange.lowerBound, run: number, after: gap, masks, &borders)
                gap = PassageGap(width: 0, changed: 0)
            }
        }
    }

    private static func width(_ range: Range<Int>, _ scalars: Span<UInt32>) -> Int {
        range.reduce(0) { $0 + (ScalarMarks.isWide(scalars[$1]) ? 2 : 1) }
    }

    private mutating func append(
        _ aRange: Range<Int>,
        _ b: Int,
        run: Int,
        after gap: PassageGap,
        _ masks: TextMasks,
        _ borders: inout [Int]
    ) {
        let offset = b - aRange.lowerBound
        Self.setBorders(&borders, of: aRange, offset, masks)
        var start = aRange.lowerBound
        var gap = gap
        for end in borders where end > start {
            let mark =
                masks.isEmpty
                ? TextMark.none : Swift.min(masks.mark(at: start), masks.mark(at: start + offset))
            if let last = stretches.last, gap.width == 0, gap.changed == 0, runs.last == run,
                marks.last == mark, last.aRange.upperBound == start
            {
                stretches[stretches.count - 1].length += end - start
                equalSums[equalSums.count - 1] += end - start
            } else {
                append(
                    EqualStretch(a: start, b: start + offset, length: end - start),
                    mark,
                    run,
                    gap
                )
            }
            gap = PassageGap(width: 0, changed: 0)
            start = end
        }
    }

    /// Where the marks of a run that is equal change on either side, as places of the first side; its
    /// end comes last.
    private static func setBorders(
        _ borders: inout [Int],
        of aRange: Range<Int>,
        _ offset: Int,
        _ masks: TextMasks
    ) {
        borders.removeAll(keepingCapacity: true)
        if !masks.isEmpty {
            let bStart = aRange.lowerBound + offset
            masks.appendBorders(inside: bStart..<bStart + aRange.count, to: &borders)
            for index in borders.indices { borders[index] -= offset }
            masks.appendBorders(inside: aRange, to: &borders)
            borders.sort()
        }
        borders.append(aRange.upperBound)
    }

    private mutating func append(
        _ stretch: EqualStretch,
        _ mark: TextMark,
        _ run: Int,
        _ gap: PassageGap
    ) {
        if !stretches.isEmpty { gaps.append(gap) }
        changedSums.append((changedSums.last ?? 0) + (stretches.isEmpty ? 0 : gap.changed))
        stretches.append(stretch)
        marks.append(mark)
        isMarked = isMarked || mark != .none
        runs.append(run)
        equalSums.append((equalSums.last ?? 0) + stretch.length)
    }

    /// Whether stretches may stay one row: they agree in half, and no gap is too wide.
    func isWhole(_ range: ClosedRange<Int>) -> Bool {
        let equal = equalSums[range.upperBound + 1] - equalSums[range.lowerBound]
        // The entry behind the first stretch counts the gap before it.
        let changed = changedSums[range.upperBound + 1] - changedSums[range.lowerBound + 1]
        guard Double(equal) >= PassageParter.leastIdentity * Double(equal + changed) else {
            return false
        }
        return gaps[range.lowerBound..<range.upperBound]
            .allSatisfy { $0.width <= PassageParter.gapLimit }
    }

    /// The pieces of a part that are marked, though not as a template, and touch another.
    func markedPieces(of part: ClosedRange<Int>) -> [ClosedRange<Int>] {
        let pieces = pieces(of: part)
        guard pieces.count > 1 else { return [] }
        return pieces.indices
            .filter { number in
                let mark = marks[pieces[number].lowerBound]
                return mark != .none && mark != .template
                    && [number - 1, number + 1]
                        .contains {
                            pieces.indices.contains($0) && areClose(pieces[number], pieces[$0])
                        }
            }
            .map { pieces[$0] }
    }

    /// Gives some stretches another mark.
    mutating func mark(_ range: ClosedRange<Int>, as mark: TextMark) {
        for stretch in range { marks[stretch] = mark }
    }

    /// Whether no wide gap stands between two neighbouring pieces.
    func areClose(_ first: ClosedRange<Int>, _ second: ClosedRange<Int>) -> Bool {
        let before = Swift.min(first.upperBound, second.upperBound)
        return gaps[before].width <= PassageParter.pieceGapLimit
    }

    /// Width of what agrees in some stretches, each scalar counted as a wide one.
    func width(of range: ClosedRange<Int>) -> Int {
        2 * (equalSums[range.upperBound + 1] - equalSums[range.lowerBound])
    }

    /// The pieces of a part: they end at wide gaps, and where the mark changes.
    func pieces(of part: ClosedRange<Int>) -> [ClosedRange<Int>] {
        var pieces = [part.lowerBound...part.lowerBound]
        for stretch in part.dropFirst() {
            if gaps[stretch - 1].width <= PassageParter.pieceGapLimit,
                marks[stretch] == marks[stretch - 1]
            {
                pieces[pieces.count - 1] = pieces[pieces.count - 1].lowerBound...stretch
            } else {
                pieces.append(stretch...stretch)
            }
        }
        return pieces
    }

    /// The part of a passage that spans some stretches.
    func passage(_ range: ClosedRange<Int>, of passage: Passage) -> Passage {
        let (first, last) = (stretches[range.lowerBound], stretches[range.upperBound])
        var part = passage
        part.a = first.a..<last.aRange.upperBound
        part.b = first.b..<last.bRange.upperBound
        guard part.a != passage.a || part.b != passage.b else { return passage }
        var cut = Array(passage.runs[runs[range.lowerBound]...runs[range.upperBound]])
        if cut.count == 1 {
            cut[0] = PassageRun(kind: .equal, aLength: part.a.count, bLength: part.b.count)
        } else {
            let (head, tail) = ends(of: range)
            cut[0] = PassageRun(kind: .equal, aLength: head, bLength: head)
            cut[cut.count - 1] = PassageRun(kind: .equal, aLength: tail, bLength: tail)
        }
        part.runs = cut
        part.certainMatches = passage.certainMatches.filter {
            part.a.lowerBound <= $0.a && $0.aRange.upperBound <= part.a.upperBound
                && part.b.lowerBound <= $0.b && $0.bRange.upperBound <= part.b.upperBound
        }
        return part
    }

    /// How much of the runs that hold the first and the last of some stretches lies among these.
    private func ends(of range: ClosedRange<Int>) -> (head: Int, tail: Int) {
        var (head, tail) = (0, 0)
        for stretch in range {
            guard runs[stretch] == runs[range.lowerBound] else { break }
            head += stretches[stretch].length
        }
        for stretch in range.reversed() {
            guard runs[stretch] == runs[range.upperBound] else { break }
            tail += stretches[stretch].length
        }
        return (head, tail)
    }
}

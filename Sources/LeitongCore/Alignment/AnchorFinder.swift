/// Finds the runs that an alignment of two texts is held by: largest common run first, then the same
/// before it and after it, until no run that is sure to be found is left between two of them.
///
/// Sources: J. Ratcliff, D. Metzener, Pattern matching: the gestalt approach, 1988, for the
/// recursion. It takes as many rounds as runs at worst; where that is too many, and where text
/// repeats itself, ``BalancedAnchors`` goes on, whose rounds grow with the logarithm of the length.
struct AnchorFinder {
    let rule: SeedRule
    /// Largest box whose diagonals are scanned; the table of larger ones takes less time.
    private static let scanLimit = 1 << 13
    /// How often the runs are looked at in the mean.
    ///
    /// Measured on 333,000 characters: 9 to 17 times in
    /// two editions with an edit in every 1,000 to 15 characters, 86 times where each run is shorter
    /// than the one before it, which is the worst order.
    private static let roundLimit = 96

    private let scan: DiagonalScan
    private var shared: SharedRuns

    /// Creates a finder.
    ///
    /// - Parameter rule: Which runs are sure to be found.
    init(rule: SeedRule) {
        self.rule = rule
        scan = DiagonalScan(rule: rule)
        shared = SharedRuns(rule: rule)
    }

    /// Anchors of two texts.
    ///
    /// - Parameters:
    ///   - a: The first text.
    ///   - b: The second text.
    /// - Returns: Runs that rise in both texts without overlapping, the same from either side. No run
    ///   that is sure to be found stands in both texts before the first, between two neighbours, or
    ///   after the last.
    /// - Complexity: Linear; for text that repeats itself, times the logarithm of the length,
    ///   squared.
    mutating func anchors(_ a: Span<UInt32>, _ b: Span<UInt32>) -> [CommonRun] {
        guard a.count >= rule.minRun, b.count >= rule.minRun else { return [] }
        guard TextOrder.isSwapped(a, b) else { return orderedAnchors(a, b) }
        return orderedAnchors(b, a).map { CommonRun(a: $0.b, b: $0.a, length: $0.length) }
    }

    private mutating func orderedAnchors(_ a: Span<UInt32>, _ b: Span<UInt32>) -> [CommonRun] {
        var anchors: [CommonRun] = []
        var box = AlignmentBox(a: 0..<a.count, b: 0..<b.count)
        takeEnds(a, b, &box, &anchors)
        if isLarge(box) { addAnchors(a, b, box, &anchors) }
        return anchors.sorted { $0.a < $1.a }
    }

    /// Whether two texts have a run in common that is sure to be found.
    ///
    /// - Complexity: As ``anchors(_:_:)``.
    mutating func hasAnchor(_ a: Span<UInt32>, _ b: Span<UInt32>) -> Bool {
        let box = AlignmentBox(a: 0..<a.count, b: 0..<b.count)
        guard isLarge(box) else { return false }
        if box.a.count * box.b.count <= Self.scanLimit { return scan.hasRun(a, b, in: box) }
        return !anchors(a, b).isEmpty
    }

    private func isLarge(_ box: AlignmentBox) -> Bool {
        box.a.count >= rule.minRun && box.b.count >= rule.minRun
    }

    /// Takes what both texts begin and end with: no other run stands across it.
    private func takeEnds(
        _ a: Span<UInt32>,
        _ b: Span<UInt32>,
        _ box: inout AlignmentBox,
        _ anchors: inout [CommonRun]
    ) {
        let start = CommonRun(a: box.a.lowerBound, b: box.b.lowerBound, length: 0)
            .extended(a, b, in: box)
        if rule.isSure(a, from: start.a, length: start.length) {
            anchors.append(start)
            box = box.after(start)
        }
        let end = CommonRun(a: box.a.upperBound, b: box.b.upperBound, length: 0)
            .extended(a, b, in: box)
        if rule.isSure(a, from: end.a, length: end.length) {
            anchors.append(end)
            box = box.before(end)
        }
    }

    private mutating func addAnchors(
        _ a: Span<UInt32>,
        _ b: Span<UInt32>,
        _ box: AlignmentBox,
        _ anchors: inout [CommonRun]
    ) {
        if box.a.count * box.b.count <= Self.scanLimit {
            return addScanned(a, b, box, &anchors)
        }
        guard let runs = shared.runs(a, b, in: box) else {
            return BalancedAnchors(a, b, box, rule).add(a, b, [box], to: &anchors)
        }
        addLargest(of: runs, a, b, box, &anchors)
    }

    private func addScanned(
        _ a: Span<UInt32>,
        _ b: Span<UInt32>,
        _ box: AlignmentBox,
        _ anchors: inout [CommonRun]
    ) {
        var boxes = [box]
        while let box = boxes.popLast() {
            guard isLarge(box), let run = scan.best(a, b, in: box) else { continue }
            anchors.append(run)
            boxes.append(box.before(run))
            boxes.append(box.after(run))
        }
    }

    /// Takes the best of all runs, and what is left of the others before it and after it.
    private func addLargest(
        of runs: [CommonRun],
        _ a: Span<UInt32>,
        _ b: Span<UInt32>,
        _ box: AlignmentBox,
        _ anchors: inout [CommonRun]
    ) {
        var work = Self.roundLimit * (runs.count + 1)
        var left: [AlignmentBox] = []
        var boxes = [(box: box, runs: runs)]
        while let (box, runs) = boxes.popLast() {
            guard var best = runs.first else { continue }
            work -= runs.count
            guard work > 0 else {
                left.append(box)
                continue
            }
            for run in runs where box.prefers(run, to: best) { best = run }
            anchors.append(best)
            for part in [box.before(best), box.after(best)] where isLarge(part) {
                let inside = runs.map { $0.clamped(to: part) }
                    .filter { rule.isSure(a, from: $0.a, length: $0.length) }
                boxes.append((part, inside))
            }
        }
        if !left.isEmpty { BalancedAnchors(a, b, box, rule).add(a, b, left, to: &anchors) }
    }
}

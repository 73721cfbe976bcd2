/// Finds common runs of two short texts by comparing scalars along each diagonal.
///
/// A run of `n` scalars covers one of any `n` neighbours on its diagonal, so that one scalar in `n`
/// is compared, and its neighbours where it agrees.
///
/// Source: R. Boyer, J. Moore, A fast string searching algorithm, 1977, for the skipping.
struct DiagonalScan {
    let rule: SeedRule

    /// The run that a box prefers to all others among those that are sure to be found.
    ///
    /// - Complexity: The product of the lengths; for text that does not agree, divided by the
    ///   shortest run.
    func best(_ a: Span<UInt32>, _ b: Span<UInt32>, in box: AlignmentBox) -> CommonRun? {
        var best: CommonRun?
        forEachRun(a, b, in: box) { run in
            if best.map({ box.prefers(run, to: $0) }) ?? true { best = run }
            return true
        }
        return best
    }

    /// Whether a box has a run that is sure to be found.
    ///
    /// - Complexity: As ``best(_:_:in:)``.
    func hasRun(_ a: Span<UInt32>, _ b: Span<UInt32>, in box: AlignmentBox) -> Bool {
        var hasRun = false
        forEachRun(a, b, in: box) { _ in
            hasRun = true
            return false
        }
        return hasRun
    }

    /// Visits the sure runs that are as long as they can be, until told to stop.
    @inline(__always)
    private func forEachRun(
        _ a: Span<UInt32>,
        _ b: Span<UInt32>,
        in box: AlignmentBox,
        _ body: (CommonRun) -> Bool
    ) {
        let least = rule.minRun
        guard box.a.count >= least, box.b.count >= least else { return }
        let first = box.a.lowerBound - (box.b.upperBound - least)
        let last = box.a.upperBound - least - box.b.lowerBound
        for shift in first...last {
            let start = Swift.max(box.a.lowerBound, box.b.lowerBound + shift)
            let end = Swift.min(box.a.upperBound, box.b.upperBound + shift)
            var probe = start + least - 1
            while probe < end {
                guard a[probe] == b[probe - shift], a[probe] != FoldedText.wildcard else {
                    probe += least
                    continue
                }
                let run = CommonRun(a: probe, b: probe - shift, length: 1).extended(a, b, in: box)
                if rule.isSure(a, from: run.a, length: run.length), !body(run) { return }
                // What follows the run does not agree.
                probe = run.aEnd + least
            }
        }
    }
}

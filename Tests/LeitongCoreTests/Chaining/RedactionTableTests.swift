import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct RedactionTableTests {
    /// The fewest changes, by trying everything: a mark stands for 0 to 8 scalars of the other side.
    private func plainCost(_ a: ArraySlice<UInt32>, _ b: ArraySlice<UInt32>) -> Int {
        guard let x = a.first, let y = b.first else {
            return (a + b).count { $0 != FoldedText.wildcard }
        }
        var best = Int.max
        if x == FoldedText.wildcard {
            for length in 0...min(8, b.count) {
                best = min(best, plainCost(a.dropFirst(), b.dropFirst(length)))
            }
        }
        if y == FoldedText.wildcard {
            for length in 0...min(8, a.count) {
                best = min(best, plainCost(a.dropFirst(length), b.dropFirst()))
            }
        }
        if x != FoldedText.wildcard {
            best = min(best, 1 + plainCost(a.dropFirst(), b))
        }
        if y != FoldedText.wildcard {
            best = min(best, 1 + plainCost(a, b.dropFirst()))
        }
        if x != FoldedText.wildcard, y != FoldedText.wildcard {
            best = min(best, (x == y ? 0 : 1) + plainCost(a.dropFirst(), b.dropFirst()))
        }
        return best
    }

    @Test(arguments: 0..<60)
    func alignsWithTheFewestChanges(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let letters: [UInt32] = [1, 2, FoldedText.wildcard, 3]
        let a = (0..<Int.random(in: 0...5, using: &random))
            .map { _ in letters[Int.random(in: 0..<4, using: &random)] }
        let b = (0..<Int.random(in: 0...5, using: &random))
            .map { _ in letters[Int.random(in: 0..<3, using: &random)] }
        var table = RedactionTable()
        let runs = table.aligned(a.span, b.span)
        #expect(runs.reduce(0) { $0 + $1.aLength } == a.count)
        #expect(runs.reduce(0) { $0 + $1.bLength } == b.count)
        var (i, j, cost) = (0, 0, 0)
        for run in runs {
            if run.kind == .equal {
                #expect(a[i..<i + run.aLength] == b[j..<j + run.bLength])
                #expect(!a[i..<i + run.aLength].contains(FoldedText.wildcard))
            }
            if run.kind == .changed {
                // Touching changes are one run: replaced where both sides go on, else dropped or put in.
                cost += max(run.aLength, run.bLength)
                #expect(!a[i..<i + run.aLength].contains(FoldedText.wildcard))
                #expect(!b[j..<j + run.bLength].contains(FoldedText.wildcard))
            }
            i += run.aLength
            j += run.bLength
        }
        #expect(cost == plainCost(a[...], b[...]))
    }
}

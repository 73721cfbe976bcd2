import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct SubsequenceTableTests {
    /// The search for a middle snake as Myers gives it.
    private func plainMiddle(_ a: [UInt32], _ b: [UInt32], _ editLimit: Int) -> [Int]? {
        let (n, m) = (a.count, b.count)
        let delta = n - m
        var forward: [Int: Int] = [1: 0]
        var backward: [Int: Int] = [1: 0]
        for edits in 0...editLimit {
            for isForward in [true, false] {
                for k in stride(from: -edits, through: edits, by: 2) {
                    let furthest = isForward ? forward : backward
                    let (below, above) = (furthest[k - 1] ?? -1, furthest[k + 1] ?? -1)
                    var x = k == -edits || (k != edits && below < above) ? above : below + 1
                    while x < n, x - k < m,
                        isForward ? a[x] == b[x - k] : a[n - 1 - x] == b[m - 1 - (x - k)]
                    {
                        x += 1
                    }
                    if isForward { forward[k] = x } else { backward[k] = x }
                    let reach = isForward ? edits - 1 : edits
                    let isOdd = !delta.isMultiple(of: 2)
                    guard isOdd == isForward, abs(delta - k) <= reach,
                        let other = isForward ? backward[delta - k] : forward[delta - k],
                        x + other >= n
                    else { continue }
                    return isForward ? [x, x - k] : [n - x, m - (x - k)]
                }
            }
        }
        return nil
    }

    private func texts(
        _ lengths: ClosedRange<Int>,
        _ generator: inout SplitMix64
    ) -> ([UInt32], [UInt32]) {
        let letters = UInt32.random(in: 1...12, using: &generator)
        func text() -> [UInt32] {
            (0..<Int.random(in: lengths, using: &generator))
                .map { _ in UInt32.random(in: 0..<letters, using: &generator) }
        }
        return (text(), text())
    }

    private func check(_ a: [UInt32], _ b: [UInt32], _ editLimit: Int, _ seed: UInt64) {
        // The search is never asked about texts that begin or end alike.
        guard a.first != b.first, a.last != b.last else { return }
        var table = SubsequenceTable()
        let found = table.middle(of: a.span, and: b.span, editLimit: editLimit)
            .map { [$0.a, $0.b] }
        #expect(found == plainMiddle(a, b, editLimit), "seed \(seed): \(a) \(b)")
    }

    @Test(arguments: 0..<100) func findsThePointOfTheSearch(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<100 {
            let (a, b) = texts(1...14, &generator)
            check(a, b, a.count + b.count, seed)
            check(a, b, Int.random(in: 0...8, using: &generator), seed)
        }
    }

    @Test(arguments: 0..<20) func findsItInTextsOfManyWords(seed: UInt64) {
        var generator = SplitMix64(seed: 1_000 + seed)
        let (a, b) = texts(1...300, &generator)
        check(a, b, a.count + b.count, seed)
        check(a, b, 40, seed)
    }

    /// However soon the table takes over from the search, the scripts are the same.
    @Test(arguments: 0..<40) func searchAndTableGiveOneScript(seed: UInt64) {
        var generator = SplitMix64(seed: 2_000 + seed)
        let (a, b) = texts(80...200, &generator)
        guard a.first != b.first, a.last != b.last else { return }
        let limit = Int.random(in: 20...200, using: &generator)
        var middle = MiddlePoint(editLimit: limit)
        let found = middle.middle(of: a.span, and: b.span).map { [$0.a, $0.b] }
        #expect(found == plainMiddle(a, b, limit))
    }
}

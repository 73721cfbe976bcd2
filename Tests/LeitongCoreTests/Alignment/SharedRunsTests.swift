import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

/// The runs of a box that are sure to be found, as the two ways to look for them see them.
@Suite struct SharedRunsTests {
    private let rule = SeedRule.standard

    /// All runs that are as long as they can be, by a look at every pair of places.
    private func plainRuns(_ a: [UInt32], _ b: [UInt32]) -> [CommonRun] {
        func agree(_ i: Int, _ j: Int) -> Bool { a[i] == b[j] && a[i] != FoldedText.wildcard }
        var runs: [CommonRun] = []
        for i in a.indices {
            for j in b.indices where agree(i, j) && (i == 0 || j == 0 || !agree(i - 1, j - 1)) {
                var length = 1
                while i + length < a.count, j + length < b.count, agree(i + length, j + length) {
                    length += 1
                }
                let hasWide = a[i..<i + length].contains { $0 > 0x7F }
                if length >= (hasWide ? 13 : 27) {
                    runs.append(CommonRun(a: i, b: j, length: length))
                }
            }
        }
        return runs
    }

    private func texts(_ seed: UInt64) -> (a: [UInt32], b: [UInt32]) {
        var random = SplitMix64(seed: seed)
        let letters: [UInt32] = [0x61, 0x62, 0x63, 0x64, 0x4E00, 0x4E01, FoldedText.wildcard]
        let used = seed % 2 == 0 ? 4 : 7
        func text(_ count: Int) -> [UInt32] {
            (0..<count).map { _ in letters[Int.random(in: 0..<used, using: &random)] }
        }
        let shared = [text(14), text(30), text(12)]
        let a = text(20) + shared[0] + text(9) + shared[1] + text(5) + shared[2]
        return (a, shared[1] + text(11) + shared[2] + text(7) + shared[0] + text(3))
    }

    @Test(arguments: 0..<40)
    func areAllThereAre(seed: UInt64) {
        let (a, b) = texts(seed)
        let box = AlignmentBox(a: 0..<a.count, b: 0..<b.count)
        let expected = plainRuns(a, b)
        var shared = SharedRuns(rule: rule)
        let found = shared.runs(a.span, b.span, in: box)
        func places(_ runs: [CommonRun]) -> [[Int]] {
            runs.map { [$0.a, $0.b, $0.length] }.sorted { $0.lexicographicallyPrecedes($1) }
        }
        #expect(places(found ?? []) == places(expected))
        let scan = DiagonalScan(rule: rule)
        #expect(scan.hasRun(a.span, b.span, in: box) == !expected.isEmpty)
        let best = expected.min { box.prefers($0, to: $1) }
        #expect(scan.best(a.span, b.span, in: box) == best)
    }

    @Test func textThatRepeatsItselfIsLeftToOthers() {
        let text = [UInt32](repeating: 0x4E00, count: 3000)
        var shared = SharedRuns(rule: rule)
        let box = AlignmentBox(a: 0..<1500, b: 1500..<3000)
        #expect(shared.runs(text.span, text.span, in: box) == nil)
    }
}

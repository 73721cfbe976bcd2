import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

/// Parts at the widest gaps, held to a plain recursion.
@Suite struct GapTreeTests {
    /// Parts stretches from `first` to `last` at the widest gap, the first of equal ones.
    private func parts(
        _ widths: [Int],
        _ first: Int,
        _ last: Int,
        _ isWhole: (Int, Int) -> Bool
    ) -> [ClosedRange<Int>] {
        guard first < last, !isWhole(first, last) else { return [first...last] }
        let widest = widths[first..<last].max() ?? 0
        let cut = widths[first..<last].firstIndex(of: widest) ?? first
        return parts(widths, first, cut, isWhole) + parts(widths, cut + 1, last, isWhole)
    }

    private func treeParts(
        _ tree: inout GapTree,
        _ widths: [Int],
        _ isWhole: (Int, Int) -> Bool
    ) -> [ClosedRange<Int>] {
        let gaps = widths.map { PassageGap(width: $0, changed: 0) }
        tree.build(gaps[...])
        var parts: [ClosedRange<Int>] = []
        tree.parts(isWhole) { parts.append($0...$1) }
        return parts
    }

    @Test(arguments: 0..<200)
    func partsAreThoseOfAPlainRecursion(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        // One tree for all: what it held before makes no difference.
        var tree = GapTree()
        for _ in 0..<5 {
            let count = Int.random(in: 0...30, using: &random)
            let widths = (0..<count).map { _ in Int.random(in: 0...6, using: &random) }
            let weights = (0...count).map { _ in Int.random(in: 0...9, using: &random) }
            let limit = Int.random(in: 0...60, using: &random)
            let rules: [(Int, Int) -> Bool] = [
                { first, last in widths[first..<last].allSatisfy { $0 <= limit / 10 } },
                { first, last in weights[first...last].reduce(0, +) <= limit },
                { _, _ in false }, { _, _ in true },
            ]
            for isWhole in rules {
                #expect(
                    treeParts(&tree, widths, isWhole) == parts(widths, 0, count, isWhole)
                )
            }
        }
    }

    /// A slice of gaps is counted from its own first.
    @Test func aSliceIsATreeOfItsOwn() {
        let gaps = [9, 1, 5, 2, 9].map { PassageGap(width: $0, changed: 0) }
        var tree = GapTree()
        tree.build(gaps[1..<4])
        var parts: [ClosedRange<Int>] = []
        tree.parts({ $1 - $0 < 2 }, { parts.append($0...$1) })
        #expect(parts == [0...1, 2...3])
    }

    /// Rising and falling widths make a tree that is one long branch.
    @Test func longBranchesAreWalkedWithoutRecursion() {
        var tree = GapTree()
        for widths in [Array(0..<20_000), Array((0..<20_000).reversed())] {
            #expect(treeParts(&tree, widths) { _, _ in false } == (0...20_000).map { $0...$0 })
        }
    }
}

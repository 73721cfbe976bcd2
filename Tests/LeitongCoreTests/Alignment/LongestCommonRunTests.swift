import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

/// The longest common run, by comparing every two places.
@Suite struct LongestCommonRunTests {
    private func ranges(_ count: Int, of length: Int, _ random: inout SplitMix64) -> [Range<Int>] {
        let borders = (0..<2 * count).map { _ in Int.random(in: 0...length, using: &random) }
            .sorted()
        return (0..<count).map { borders[2 * $0]..<borders[2 * $0 + 1] }
    }

    private func longest(
        _ first: [Range<Int>],
        _ second: [Range<Int>],
        _ text: [UInt32]
    ) -> Int {
        var longest = 0
        for a in first {
            for b in second {
                for x in a {
                    for y in b {
                        var length = 0
                        while x + length < a.upperBound, y + length < b.upperBound,
                            text[x + length] == text[y + length]
                        {
                            length += 1
                        }
                        longest = Swift.max(longest, length)
                    }
                }
            }
        }
        return longest
    }

    @Test(arguments: 0..<120)
    func itIsAsLongAsBruteForceFinds(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let letters = UInt32([1, 2, 4, 30][seed % 4])
        let length = Int.random(in: 0...70, using: &random)
        let text = (0..<length).map { _ in 0x4E00 + UInt32.random(in: 0..<letters, using: &random) }
        let first = ranges(Int.random(in: 0...3, using: &random), of: length / 2, &random)
        let second = ranges(Int.random(in: 0...3, using: &random), of: length, &random)
        let run = LongestCommonRun.find(first, second, in: text.span)
        #expect((run?.length ?? 0) == longest(first, second, text))
        guard let run else { return }
        #expect(text[run.aRange].elementsEqual(text[run.bRange]))
        #expect(first.contains { $0.contains(run.aRange) })
        #expect(second.contains { $0.contains(run.bRange) })
    }

    @Test func longTextsAreNoTrouble() {
        var random = SplitMix64(seed: 5)
        func text(_ count: Int) -> [UInt32] {
            (0..<count).map { _ in UInt32.random(in: 0x4E00..<0x4E20, using: &random) }
        }
        let common = text(500)
        let whole = text(3_000) + common + text(40) + common + text(2_000)
        let run = LongestCommonRun.find([0..<3_500], [3_520..<whole.count], in: whole.span)
        #expect((run?.length ?? 0) >= 500)
        #expect(run?.b ?? 0 >= 3_520)
    }
}

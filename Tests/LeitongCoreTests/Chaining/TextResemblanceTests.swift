import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct TextResemblanceTests {
    /// The share by its definition.
    private func plainShare(_ a: [UInt32], _ b: [UInt32], length: Int) -> Double {
        func grams(_ text: [UInt32]) -> Set<[UInt32]> {
            Set((0...text.count - length).map { Array(text[$0..<$0 + length]) })
        }
        let (first, second) = (grams(a), grams(b))
        let common = first.intersection(second).count
        return Double(common) / Double(Swift.min(first.count, second.count))
    }

    @Test(arguments: 0..<50) func isTheShareOfCommonGrams(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        var resemblance = TextResemblance()
        for scalarWidth in [1, 2] {
            let letters = UInt32.random(in: 1...30, using: &generator)
            let texts = (0..<2)
                .map { _ in
                    (0..<Int.random(in: 5...300, using: &generator))
                        .map { _ in 0x4E00 + UInt32.random(in: 0..<letters, using: &generator) }
                }
            let (a, b) = (texts[0], texts[1])
            let share = resemblance.compare(a.span, b.span, scalarWidth: scalarWidth)
            #expect(share == plainShare(a, b, length: scalarWidth == 2 ? 2 : 5))
        }
    }

    @Test func textTooShortToTellIsAlike() {
        var resemblance = TextResemblance()
        let (short, long): ([UInt32], [UInt32]) = ([1], [2, 3, 4, 5, 6])
        for (scalarWidth, count) in [(2, 1), (1, 4)] {
            let text = [UInt32](repeating: 1, count: count)
            let share = resemblance.compare(text.span, long.span, scalarWidth: scalarWidth)
            #expect(share == 1)
        }
        let share = resemblance.compare(long.span, short.span, scalarWidth: 2)
        #expect(share == 1)
    }
}

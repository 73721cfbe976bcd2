import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct ElementFrequenciesTests {
    /// Few elements, so that no two of them are counted together.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func countPairsThatAnElementMayBeMetIn(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        // Apart in the bits by which they are counted: the lowest in a self-join, else those from 32.
        let alphabet = (1...6 as ClosedRange<UInt64>).map { $0 << 32 | $0 }
        let sets = (0..<10)
            .map { _ in alphabet.filter { _ in Int.random(in: 0..<3, using: &random) == 0 } }
        var ends: [Int] = []
        for set in sets { ends.append((ends.last ?? 0) + set.count) }
        let elements = Array(sets.joined())
        let texts = (0..<UInt32(10)).map { $0 }
        let same = ElementFrequencies(elements, ends, texts, .same)
        let drawn = TestSides(count: 10, using: &random)
        let apart = ElementFrequencies(elements, ends, texts, drawn.sides)
        for element in Set(elements) {
            let holders = sets.indices.filter { sets[$0].contains(element) }
            #expect(same[element] == UInt32(holders.count - 1))
            let asked = holders.count { drawn.isAsked[$0] }
            let known = holders.count { drawn.isKnown[$0] }
            #expect(apart[element] == UInt32(asked * known))
        }
    }
}

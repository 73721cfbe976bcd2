import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct FamilyCounterTests {
    @Test(arguments: [0, 60], 0..<4 as Range<UInt64>)
    func overlapsAreThoseOfTheSets(formLength: Int, seed: UInt64) {
        var random = SplitMix64(seed: seed &+ 70)
        let sets = Families.sets(count: 30, formLength: formLength, using: &random)
        var counter = FamilyCounter(Families.family(sets))
        for member in sets.indices {
            counter.load(member)
            for other in sets.indices where other != member {
                let overlap = counter.overlap(with: other)
                #expect(overlap == Families.overlap(sets[member], sets[other]))
            }
        }
    }
}

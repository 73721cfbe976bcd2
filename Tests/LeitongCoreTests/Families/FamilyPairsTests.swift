import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct FamilyPairsTests {
    @Test(arguments: [0, 60], 0..<4 as Range<UInt64>)
    func areAllPairsThatReachTheThreshold(formLength: Int, seed: UInt64) {
        var random = SplitMix64(seed: seed &+ 90)
        let sets = Families.sets(count: 40, formLength: formLength, using: &random)
        let search = FamilyPairs(Families.family(sets), threshold: 0.6)
        let all = Families.pairs(sets, threshold: 0.6)
        #expect(search.edges(of: 0..<40) == all)
        // Parts of the work make the same.
        #expect(search.edges(of: 0..<13) + search.edges(of: 13..<40) == all)
    }
}

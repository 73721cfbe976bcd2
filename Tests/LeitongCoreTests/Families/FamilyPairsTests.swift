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

    /// Pairs of some members with some others are those of all with all that join the two.
    @Test(arguments: [0, 60], 0..<8 as Range<UInt64>)
    func pairsAcrossAreThoseOfAllThatJoinTheSides(formLength: Int, seed: UInt64) {
        var random = SplitMix64(seed: seed &+ 190)
        let sets = Families.sets(count: 40, formLength: formLength, using: &random)
        let drawn = TestSides(count: 40, using: &random)
        let members = (0..<UInt32(40)).filter { drawn.isAsked[Int($0)] }
        let partners = (0..<UInt32(40)).filter { drawn.isKnown[Int($0)] }
        let search = FamilyPairs(Families.family(sets), threshold: 0.6)
        let middle = members.count / 2
        let found =
            search.edges(of: members[..<middle], with: partners)
            + search.edges(of: members[middle...], with: partners)
        let all = Families.pairs(sets, threshold: 0.6)
        let pairs = Set(found.map(\.pair))
        let expected = all.filter { drawn.joins($0.pair) }
        #expect(found.allSatisfy { all.contains($0) })
        #expect(pairs == Set(expected.map(\.pair)))
    }
}

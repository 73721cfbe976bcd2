import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct ShingleFamilyTests {
    /// With a form that has bit maps, and without one.
    @Test(arguments: [0, 3, 40, 200], 0..<4 as Range<UInt64>)
    func overlapsAreThoseOfTheSets(formLength: Int, seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let sets = Families.sets(count: 60, formLength: formLength, using: &generator)
        let family = Families.family(sets)
        if formLength == 0 || formLength >= 40 {
            #expect((family.wordCount > 0) == (formLength >= 40))
        }
        #expect(family.sizes == sets.map { UInt32(Set($0).count) })
        var counter = FamilyCounter(family)
        for member in sets.indices {
            counter.load(member)
            for other in sets.indices {
                let expected = Families.overlap(sets[member], sets[other])
                guard member != other else { continue }
                #expect(counter.overlap(with: other) == expected)
            }
        }
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func nearestIsTheMostSimilarOfThoseGiven(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let sets = Families.sets(count: 40, formLength: 60, using: &generator)
        var counter = FamilyCounter(Families.family(sets))
        var counts: [UInt32] = []
        for member in sets.indices {
            counter.load(member)
            let others = sets.indices.filter { $0 != member && $0 % 3 != 0 }
            let similarities = others.map { Families.overlap(sets[member], sets[$0]).jaccard }
            let best = similarities.max() ?? 0
            let expected = best >= 0.8 ? similarities.firstIndex(of: best) : nil
            let numbers = others.map { UInt32($0) }
            let found = counter.nearest(among: numbers.span, atLeast: 0.8, counts: &counts)
            let position = found?.position
            #expect(position == expected)
        }
    }

    @Test func anEmptyFamilyAndOneOfEmptySets() {
        #expect(Families.family([]).count == 0)
        let family = Families.family([[], [], [7]])
        #expect(family.sizes == [0, 0, 1])
        var counter = FamilyCounter(family)
        counter.load(0)
        #expect(counter.overlap(with: 2) == Overlap(intersection: 0, union: 1))
        #expect(FamilyForest(family, threshold: 0.5).edges().isEmpty)
    }
}

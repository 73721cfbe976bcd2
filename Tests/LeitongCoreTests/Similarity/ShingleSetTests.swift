import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct ShingleSetTests {
    @Test(arguments: 0..<10)
    func overlapEqualsThePlainDefinition(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let arrays = (0..<2)
            .map { _ in
                (0..<Int.random(in: 0...300, using: &generator))
                    .map { _ in
                        UInt64.random(in: 0..<200, using: &generator)
                    }
            }
        let sets = arrays.map { array in
            var set = ShingleSet()
            set.insert(ShingleHashes(array))
            set.seal()
            return set
        }
        let overlap = sets[0].overlap(with: sets[1])
        #expect(overlap.intersection == Set(arrays[0]).intersection(arrays[1]).count)
        #expect(overlap.union == Set(arrays[0]).union(arrays[1]).count)
        #expect(sets[0].count == Set(arrays[0]).count)
    }
}

import LeitongCore
import TestSupport
import Testing

@Suite struct DisjointSetsTests {
    @Test func lowestElementIsTheRoot() {
        var sets = DisjointSets(count: 6)
        #expect(sets.join(5, 3))
        #expect(sets.join(3, 4))
        #expect(!sets.join(4, 5))
        #expect(sets.root(of: 5) == 3)
        #expect(sets.join(4, 1))
        #expect(sets.root(of: 3) == 1)
        #expect(sets.root(of: 0) == 0)
        #expect(!sets.areJoined(0, 5))
    }

    @Test(arguments: 0..<10)
    func groupsDoNotDependOnTheOrderOfJoins(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let pairs = (0..<60).map { _ in
            (UInt32.random(in: 0..<100, using: &generator), UInt32.random(in: 0..<100, using: &generator))
        }
        var forward = DisjointSets(count: 100)
        var backward = DisjointSets(count: 100)
        for pair in pairs { forward.join(pair.0, pair.1) }
        for pair in pairs.reversed() { backward.join(pair.1, pair.0) }
        for element in 0..<UInt32(100) {
            #expect(forward.root(of: element) == backward.root(of: element))
        }
    }
}

@_spi(Core) import LeitongCore
import TestSupport
import Testing

@Suite struct DisjointSetsTests {
    @Test func lowestElementIsTheRoot() {
        var sets = DisjointSets(count: 6)
        let joins = [(5, 3), (3, 4), (4, 5), (4, 1)].map { sets.join($0.0, $0.1) }
        #expect(joins == [true, true, false, true])
        let roots = (0..<UInt32(6)).map { sets.root(of: $0) }
        #expect(roots == [0, 1, 2, 1, 1, 1])
        let areJoined = sets.areJoined(0, 5)
        #expect(!areJoined)
    }

    @Test(arguments: 0..<10)
    func groupsDoNotDependOnTheOrderOfJoins(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let pairs = (0..<60)
            .map { _ in
                (
                    UInt32.random(in: 0..<100, using: &generator),
                    UInt32.random(in: 0..<100, using: &generator)
                )
            }
        var forward = DisjointSets(count: 100)
        var backward = DisjointSets(count: 100)
        for pair in pairs { forward.join(pair.0, pair.1) }
        for pair in pairs.reversed() { backward.join(pair.1, pair.0) }
        let forwardRoots = (0..<UInt32(100)).map { forward.root(of: $0) }
        let backwardRoots = (0..<UInt32(100)).map { backward.root(of: $0) }
        #expect(forwardRoots == backwardRoots)
    }
}

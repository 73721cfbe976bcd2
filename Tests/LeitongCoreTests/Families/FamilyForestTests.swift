import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct FamilyForestTests {
    /// With a form that has bit maps, and without one; thresholds that join few and nearly all.
    @Test(arguments: [0, 60], [0.2, 0.7, 0.9])
    func isTheForestOfAllPairs(formLength: Int, threshold: Double) {
        for seed in 0..<4 as Range<UInt64> {
            var generator = SplitMix64(seed: seed)
            let sets = Families.sets(count: 70, formLength: formLength, using: &generator)
            let family = Families.family(sets)
            let all = Families.pairs(sets, threshold: threshold)
            let found = FamilyForest(family, threshold: threshold).edges()
            #expect(found.sorted { $0.pair < $1.pair } == Families.forest(all, count: 70))
            #expect(FamilyPairs(family, threshold: threshold).edges(of: 0..<70) == all)
        }
    }

    /// Ties everywhere: sets that differ in one element each.
    @Test func tiesGoByOrder() {
        let form = (0..<30).map { UInt64($0) }
        let sets = (0..<50).map { form + [UInt64(100 + $0 % 7)] }
        let family = Families.family(sets)
        let all = Families.pairs(sets, threshold: 0.7)
        let found = FamilyForest(family, threshold: 0.7).edges()
        #expect(found.sorted { $0.pair < $1.pair } == Families.forest(all, count: 50))
    }

    @Test(arguments: [0, 60], 0..<6 as Range<UInt64>)
    func starsJoinWhatAllPairsJoin(formLength: Int, seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let sets = Families.sets(count: 80, formLength: formLength, using: &generator)
        let family = Families.family(sets)
        let all = Families.pairs(sets, threshold: 0.7)
        let stars = FamilyStars(family, threshold: 0.7, centerLimit: 2, workLimit: .max)
        #expect(stars.open.isEmpty)
        #expect(stars.edges.allSatisfy { all.contains($0) })
        let joined = Families.components(stars.edges.map(\.pair), count: 80)
        #expect(joined == Families.components(all.map(\.pair), count: 80))
    }

    /// Without time for the second step nothing untrue is told, and who is left open is named.
    @Test func starsNameWhatTheyLeaveOpen() {
        var generator = SplitMix64(seed: 3)
        let sets = Families.sets(count: 80, formLength: 60, using: &generator)
        let all = Families.pairs(sets, threshold: 0.7)
        let stars = FamilyStars(
            Families.family(sets),
            threshold: 0.7,
            centerLimit: 1,
            workLimit: 0
        )
        #expect(stars.edges.allSatisfy { all.contains($0) })
        let found = Set(stars.edges.flatMap { [$0.pair.first, $0.pair.second] })
        let copied = Set(all.flatMap { [$0.pair.first, $0.pair.second] })
        #expect(copied.subtracting(found).isSubset(of: stars.open))
        #expect(found.isDisjoint(with: stars.open))
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func spanningForestsOfPartsMakeThatOfTheWhole(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let edges = (0..<200)
            .map { number in
                let (a, b) = (
                    UInt32.random(in: 0..<40, using: &generator),
                    UInt32.random(in: 40..<80, using: &generator)
                )
                // Few different similarities, so that many are tied.
                let similarity = Double(Int.random(in: 1...4, using: &generator)) / 4
                return SpanningForest.Edge(
                    TextPair(a, b),
                    similarity: similarity,
                    number: number
                )
            }
        func forest(_ edges: [SpanningForest.Edge]) -> [SpanningForest.Edge] {
            var forest = SpanningForest(nodeCount: 80)
            return forest.choose(edges)
        }
        func plain(_ edges: [SpanningForest.Edge]) -> [[Double]] {
            edges.map { [Double($0.pair.packed), $0.similarity] }
        }
        let whole = forest(edges)
        #expect(plain(whole) == plain(forest(edges.shuffled(using: &generator))))
        let parts = forest(Array(edges[..<90])) + forest(Array(edges[90...]))
        #expect(plain(whole) == plain(forest(parts)))
        let joined = Families.components(whole.map(\.pair), count: 80)
        #expect(whole.count == 80 - joined.count)
        #expect(joined == Families.components(edges.map(\.pair), count: 80))
    }
}

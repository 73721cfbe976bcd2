import TestSupport
import Testing

@testable import Leitong

/// Looking up clusters, held to going through all members.
@Suite struct MemberIndexTests {
    private func range(_ limit: Int, _ random: inout SplitMix64) -> Range<Int> {
        let start = Int.random(in: 0..<3_000, using: &random)
        return start..<start + Int.random(in: 1...limit, using: &random)
    }

    @Test(arguments: 0..<50) func findsTheClustersThatHoldPlaces(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var index = MemberIndex()
        var clusters: [FoundCluster] = []
        for number in 0..<Int.random(in: 0...12, using: &random) {
            let members = (0..<Int.random(in: 1...5, using: &random))
                .map { _ in range(900, &random) }
            let cluster = FoundCluster(members: members, cohesion: 1)
            index.add(cluster, number: number)
            clusters.append(cluster)
        }
        func holders(_ place: Range<Int>) -> [Int] {
            clusters.indices.filter { number in
                clusters[number].members.contains { $0.contains(place) }
            }
        }
        for _ in 0..<60 {
            let places = (0..<Int.random(in: 1...3, using: &random)).map { _ in range(40, &random) }
            #expect(index.clusters(holding: places[0]).sorted() == holders(places[0]))
            let isHeld = clusters.indices.contains { number in
                places.allSatisfy { holders($0).contains(number) }
            }
            #expect(index.hasCluster(holding: places) == isHeld)
        }
        #expect(!index.hasCluster(holding: []))
    }
}

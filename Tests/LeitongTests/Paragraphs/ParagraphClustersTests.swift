@_spi(Core) import LeitongCore
import LeitongModel
import TestSupport
import Testing

@testable import Leitong

/// Groups, their members and pairs against plain definitions, over random corpora.
@Suite struct ParagraphClustersTests {
    private func comparison(_ seed: UInt64) async throws -> ParagraphFindings {
        var options = ComparisonOptions()
        options.minParagraph = 1
        return try await ParagraphSearch(
            options: options,
            method: try options.candidateMethod(),
            expandsAll: true
        )
        .findings(
            in: try await SampleTexts.corpus(SampleTexts.paragraphs(count: 90, seed: seed)).batch,
            context: RunContext()
        )
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func groupsAreWhatPairsJoin(seed: UInt64) async throws {
        let comparison = try await comparison(seed)
        let groups = ParagraphClusters.grouping(comparison, pairRule: .all)
        var expected = (0..<UInt32(comparison.texts.count)).map { Set([$0]) }
        for edge in comparison.edges {
            let joined = expected[Int(edge.pair.first)].union(expected[Int(edge.pair.second)])
            for text in joined { expected[Int(text)] = joined }
        }
        let copied = Set(expected)
            .filter { group in
                group.reduce(0) { $0 + comparison.texts.occurrenceCount(of: $1) } > 1
            }
        let found = groups.groups.map { Array(groups.texts[$0]) }
        #expect(found == copied.map { $0.sorted() }.sorted { $0[0] < $1[0] })
        #expect(!found.isEmpty)
        for group in groups.groups {
            let first = groups.texts[group.lowerBound]
            for position in group {
                let similarity = similarity(first, groups.texts[position], comparison)
                #expect(groups.similarities[position] == similarity)
            }
        }
    }

    /// From the most similar pair down, whatever joins two groups; of equally similar ones the first.
    @Test(arguments: 0..<6 as Range<UInt64>)
    func forestIsWhatItsDefinitionChooses(seed: UInt64) async throws {
        let comparison = try await comparison(seed)
        let groups = ParagraphClusters.grouping(comparison, pairRule: .all)
        var joined = (0..<UInt32(comparison.texts.count)).map { Set([$0]) }
        var expected: [Int] = []
        let order = comparison.edges.indices.sorted { p, q in
            let (first, second) = (comparison.edges[p], comparison.edges[q])
            return first.overlap.jaccard != second.overlap.jaccard
                ? first.overlap.jaccard > second.overlap.jaccard : first.pair < second.pair
        }
        for index in order {
            let pair = comparison.edges[index].pair
            guard !joined[Int(pair.first)].contains(pair.second) else { continue }
            let all = joined[Int(pair.first)].union(joined[Int(pair.second)])
            for text in all { joined[Int(text)] = all }
            expected.append(index)
        }
        #expect(groups.forest == expected.sorted())
        #expect(expected.count == groups.groups.reduce(0) { $0 + $1.count - 1 })
        for text in 0..<UInt32(comparison.texts.count) {
            let edges = comparison.edges.filter {
                $0.pair.first == text || $0.pair.second == text
            }
            #expect(groups.copies(of: text) == edges.map { $0.other(than: text) })
            // The most similar copy of each text stands in the forest.
            let best = edges.map(\.overlap.jaccard).max()
            let chosen = groups.forest.map { comparison.edges[$0] }
                .filter { $0.pair.first == text || $0.pair.second == text }
            #expect(chosen.map(\.overlap.jaccard).max() == best)
        }
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func clustersAreLargestFirstWithAllPlaces(seed: UInt64) async throws {
        let comparison = try await comparison(seed)
        let groups = ParagraphClusters.grouping(comparison, pairRule: .all)
        let members = ClusterMembers.listing(groups, comparison)
        #expect(members.clusters.count == groups.groups.count)
        for (number, cluster) in members.clusters.enumerated() {
            let texts = groups.texts[cluster.texts]
            let places = members.members[cluster.members].map(\.paragraph)
            #expect(places == texts.flatMap { comparison.texts.occurrences(of: $0) }.sorted())
            #expect(texts.allSatisfy { members.cluster(of: $0) == number + 1 })
            // A record a paragraph.
            #expect(cluster.documentCount == places.count)
        }
        let order = members.clusters.map { [-$0.members.count, $0.texts.lowerBound] }
        #expect(order == order.sorted { $0.lexicographicallyPrecedes($1) })
        let alone = Set(0..<UInt32(comparison.texts.count)).subtracting(groups.texts)
        #expect(alone.allSatisfy { members.cluster(of: $0) == nil })
        #expect(members.cluster(of: DistinctTexts.noText) == nil)
    }

    private func similarity(
        _ first: UInt32,
        _ second: UInt32,
        _ comparison: ParagraphFindings
    ) -> Double {
        var lookup = TextLookup(
            comparison.store,
            texts: comparison.texts,
            shingler: comparison.shingler
        )
        var counter = JaccardCounter()
        lookup.read(first)
        counter.load(lookup.shingles)
        lookup.read(second)
        return counter.compare(lookup.shingles).jaccard
    }
}

import LeitongReport
import LeitongStorage
import TestSupport
import Testing

@testable import Leitong
@_spi(Core) @testable import LeitongCore

extension PassageClusters {
    fileprivate static func clusters(
        of copies: [Passage],
        pairRule: PairRule
    ) async throws -> PassageClusters {
        let rows = copies.map {
            PassageRow(
                passage: $0,
                pieceClass: .copy,
                evidence: Evidence(rawBits: 0, bits: 0, documents: 1)
            )
        }
        let documentCount = copies.reduce(0) { max($0, $1.aDocument + 1, $1.bDocument + 1) }
        return try await clusters(
            of: try PassageList(rows).passages,
            documentCount: documentCount,
            pairRule: pairRule,
            context: RunContext(
                threads: 1 + copies.count % 3,
                memory: MemoryBudget(limit: copies.count % 2 == 0 ? 0 : nil)
            )
        )
    }
}

/// Copies of one text, each told against its nearest.
@Suite struct PassageClustersTests {
    /// A passage of places in documents of a hundred scalars.
    private func copy(_ a: Range<Int>, _ b: Range<Int>, changed: Int = 0) -> Passage {
        let equal = a.count - changed
        var runs = [PassageRun(kind: .equal, aLength: equal, bLength: equal)]
        if changed > 0 || b.count != a.count {
            runs.append(
                PassageRun(kind: .changed, aLength: changed, bLength: b.count - equal)
            )
        }
        return Passage(
            aDocument: a.lowerBound / 100,
            bDocument: b.lowerBound / 100,
            a: a,
            b: b,
            runs: runs
        )
    }

    private func place(_ document: Int, _ start: Int = 0, _ length: Int = 40) -> Range<Int> {
        100 * document + start..<100 * document + start + length
    }

    /// All pairs of places.
    private func pairs(_ places: [Range<Int>]) -> [Passage] {
        places.indices.flatMap { index in
            places[(index + 1)...].map { copy(places[index], $0) }
        }
    }

    private func holds(_ cluster: FoundCluster, _ place: Range<Int>) -> Bool {
        cluster.members.contains { $0.contains(place) }
    }

    @Test(arguments: [2, 3, 12, 50])
    func aTextInManyPlacesIsOneCluster(count: Int) async throws {
        let places = (0..<count).map { place($0) }
        let copies = pairs(places)
        let clusters = try await PassageClusters.clusters(of: copies, pairRule: .all)
        #expect(clusters.clusters.map(\.members) == (count > 2 ? [places] : []))
        // Every place but the first is told against one before it.
        let told = zip(copies, clusters.isListed).filter { !$1 }.map(\.0.b)
        #expect(told.map(\.lowerBound).sorted() == places.dropFirst().map(\.lowerBound))
    }

    @Test func copiesAreToldAgainstTheNearest() async throws {
        // The third is nearer to the second than to the first.
        let copies = [
            copy(place(0), place(1), changed: 8), copy(place(0), place(2), changed: 10),
            copy(place(1), place(2), changed: 1),
        ]
        let clusters = try await PassageClusters.clusters(of: copies, pairRule: .all)
        #expect(clusters.isListed == [false, true, false])
        // Its cohesion is that of the passages that join it.
        #expect(clusters.clusters.map(\.cohesion) == [copies[1].identity])
        // Every reference has its row.
        let against = try await PassageClusters.clusters(
            of: [copy(place(0), place(1)), copy(place(0), place(2)), copy(place(0), place(3))],
            pairRule: .against([false, true, true, true])
        )
        #expect(against.isListed.count { !$0 } == 3)
    }

    /// What must hold of any copies.
    @Test(arguments: 0..<150)
    func whatIsImpliedIsTold(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed))
        let documents = Int.random(in: 2...7, using: &random)
        func place(_ document: Int) -> Range<Int> {
            let length = Int.random(in: 5...50, using: &random)
            return self.place(document, Int.random(in: 0...50, using: &random), length)
        }
        let copies = (0..<Int.random(in: 0...25, using: &random))
            .map { _ in
                let a = Int.random(in: 0..<documents - 1, using: &random)
                let first = place(a)
                let start = Int.random(in: a + 1..<documents, using: &random) * 100
                let second =
                    start + first.lowerBound % 100..<start + first.lowerBound % 100 + first.count
                return copy(first, second, changed: Int.random(in: 0..<first.count, using: &random))
            }
            .sorted { $0.aDocument < $1.aDocument }
        let clusters = try await PassageClusters.clusters(of: copies, pairRule: .all)
        for (number, cluster) in clusters.clusters.enumerated() {
            #expect(cluster.members.count > 2)
            // Places of an earlier cluster are told by that.
            for earlier in clusters.clusters[..<number] {
                #expect(!cluster.members.allSatisfy { holds(earlier, $0) })
            }
            // Each member is a place of a copy, or several that overlap.
            for member in cluster.members {
                let places = copies.flatMap { [$0.a, $0.b] }.filter { member.contains($0) }
                #expect(Set(places.flatMap(Array.init)) == Set(member))
            }
        }
        var told: Set<Int> = []
        for (copy, isListed) in zip(copies, clusters.isListed) where !isListed {
            told.formUnion(copy.a)
            told.formUnion(copy.b)
        }
        for (copy, isListed) in zip(copies, clusters.isListed) where isListed {
            #expect(
                clusters.clusters.contains { holds($0, copy.a) && holds($0, copy.b) }
            )
            #expect(5 * copy.b.count { told.contains($0) } >= 4 * copy.b.count)
        }
        // What no cluster tells is told.
        for (copy, isListed) in zip(copies, clusters.isListed) {
            let isHeld = clusters.clusters.contains { holds($0, copy.a) && holds($0, copy.b) }
            #expect(isHeld || !isListed)
        }
    }

    /// The copies that are told join the members that all copies join.
    @Test(arguments: 0..<150)
    func whatIsToldJoinsTheMembers(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed) &+ 700)
        let places = (0..<Int.random(in: 3...9, using: &random)).map { place($0, 10 * ($0 % 3)) }
        let copies = pairs(places)
            .filter { _ in Int.random(in: 0..<4, using: &random) > 0 }
            .map { copy($0.a, $0.b, changed: Int.random(in: 0...20, using: &random)) }
        let rule: PairRule =
            seed % 2 == 0 ? .all : .against(places.indices.map { $0 > 0 })
        let clusters = try await PassageClusters.clusters(of: copies, pairRule: rule)
        for cluster in clusters.clusters {
            func groups(_ copies: [Passage]) -> Set<Set<Range<Int>>> {
                var groups = cluster.members.map { Set([$0]) }
                for copy in copies {
                    let joined = groups.filter { $0.contains(copy.a) || $0.contains(copy.b) }
                    groups.removeAll { joined.contains($0) }
                    groups.append(joined.reduce([]) { $0.union($1) })
                }
                return Set(groups)
            }
            let held = zip(copies, clusters.isListed)
                .filter { holds(cluster, $0.0.a) && holds(cluster, $0.0.b) }
            #expect(groups(held.filter { !$0.1 }.map(\.0)) == groups(held.map(\.0)))
        }
        // One cluster of all: no row more than joins it.
        if clusters.clusters.first?.members.count == places.count, clusters.clusters.count == 1 {
            #expect(clusters.isListed.count { !$0 } == places.count - 1)
        }
    }

    /// A run is told if the members of one cluster hold all its places.
    @Test(arguments: 0..<60)
    func runsOutsideTheClustersAreUntold(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed) &+ 400)
        let copies =
            pairs((0..<4).map { place($0) }) + pairs((2..<6).map { place($0, 45) })
        let clusters = try await PassageClusters.clusters(of: copies, pairRule: .all)
        #expect(clusters.clusters.count == 2)
        let runs = (0..<30)
            .map { _ in
                let start = Int.random(in: 0...80, using: &random)
                let documents = (0..<6).shuffled(using: &random)
                    .prefix(Int.random(in: 1...3, using: &random))
                return phrase(
                    documents.sorted().map { 100 * $0 + start },
                    length: Int.random(in: 1...20, using: &random)
                )
            }
        let untold = runs.filter { run in
            !clusters.clusters.contains { cluster in
                run.starts.allSatisfy { holds(cluster, $0..<$0 + run.length) }
            }
        }
        #expect(runs.filter { !clusters.list($0) }.map(\.starts) == untold.map(\.starts))
        #expect(!untold.isEmpty && untold.count < runs.count)
        for run in runs {
            // Of a run that is only in part in a cluster, that part is a copy.
            let parts = clusters.clusters.map { cluster in
                run.starts.filter { holds(cluster, $0..<$0 + run.length) }
            }
            #expect(clusters.copies(of: run).map(\.starts) == parts.filter { $0.count > 1 })
            #expect(clusters.copies(of: run).allSatisfy { $0.matchClass == .copy })
        }
    }

    private func phrase(_ starts: [Int], length: Int) -> FoundPhrase {
        FoundPhrase(
            starts: starts,
            length: length,
            documents: starts.count,
            rawBits: 0,
            matchClass: .setPhrase
        )
    }

    /// Places that are nearly the same are one member, others are not.
    @Test func placesThatOverlapByFourFifthsAreOneMember() async throws {
        func members(_ second: Range<Int>) async throws -> Int? {
            let first = place(0)
            let copies = [
                copy(first, place(1)), copy(first, place(2)), copy(first, second),
            ]
            return try await PassageClusters.clusters(of: copies, pairRule: .all).clusters.first?
                .members.count
        }
        #expect(try await members(place(2, 8)) == 3)
        #expect(try await members(place(2, 9)) == 4)
        #expect(try await members(place(2, 40)) == 4)
    }

    @Test func noCopiesHaveNoClusters() async throws {
        let clusters = try await PassageClusters.clusters(of: [Passage](), pairRule: .all)
        #expect(clusters.clusters.isEmpty && clusters.isListed.isEmpty)
        #expect(!clusters.list(phrase([1, 5], length: 2)))
        #expect(clusters.copies(of: phrase([1, 5], length: 2)).isEmpty)
    }
}

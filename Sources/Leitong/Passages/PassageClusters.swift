@_spi(Core) import LeitongCore
import LeitongReport
import LeitongStorage

/// Groups the copies of one place, and puts each place beside its nearest.
///
/// A cluster is a place and all later places that were aligned with it; places in the first
/// document that are nearly the same are one. A cluster whose places all lie in an earlier cluster
/// is left out. A cluster lists every place, so that a passage for each pair need not be a row: of the
/// passages that lead from a place to earlier ones, those are rows that match most, and those that
/// join a cluster (``ClusterForests``); one that adds nothing to them is left out
/// (``NearestCopies``).
struct PassageClusters {
    /// Clusters of three members or more, in order of their first place.
    let clusters: [FoundCluster]
    /// Whether each passage is left out of the rows because a cluster lists both its places, and
    /// nearer copies stand in rows.
    let isListed: [Bool]
    fileprivate let index: MemberIndex

    /// Groups those of some passages that are copies.
    ///
    /// - Parameters:
    ///   - passages: The passages, those of one first document together, by rising documents.
    ///   - documentCount: Documents of the corpus.
    ///   - pairRule: Which documents are compared.
    ///   - context: How it is run.
    /// - Returns: The clusters, and which passages they list.
    /// - Throws: `StorageError` where there is no room for a few numbers for each passage, and
    ///   `CancellationError`.
    /// - Complexity: Linear but for sorting.
    static func clusters(
        of passages: FlatArray<FoundPassage>,
        documentCount: Int,
        pairRule: PairRule,
        context: RunContext
    ) async throws -> PassageClusters {
        let (clusters, index) = clusters(of: passages)
        let forests = try await ClusterForests.forests(of: passages, index: index, context: context)
        let isListed = try await NearestCopies(
            passages: passages,
            isHeld: forests.isHeld,
            isJoining: forests.isJoining,
            documentCount: documentCount,
            pairRule: pairRule
        )
        .leftOut(context: context)
        return PassageClusters(clusters: clusters, isListed: isListed, index: index)
    }

    /// The clusters of all first places, one document after the other.
    private static func clusters(
        of passages: FlatArray<FoundPassage>
    ) -> (clusters: [FoundCluster], index: MemberIndex) {
        var index = MemberIndex()
        var clusters: [FoundCluster] = []
        var copies: [KeptPassage] = []
        for number in passages.indices {
            let found = passages[number]
            if found.matchClass == .copy { copies.append(found.passage) }
            let next = number + 1
            if next < passages.count, passages[next].passage.aDocument == found.passage.aDocument {
                continue
            }
            for (range, members) in members(copies) where members.count > 1 {
                let cluster = cluster(range, members)
                if cluster.members.count > 2, !index.hasCluster(holding: cluster.members) {
                    index.add(cluster, number: clusters.count)
                    clusters.append(cluster)
                }
            }
            copies.removeAll(keepingCapacity: true)
        }
        return (clusters, index)
    }

    /// The first places in one document, joined to members, and the copies of each.
    private static func members(
        _ copies: [KeptPassage]
    ) -> [(range: Range<Int>, copies: [KeptPassage])] {
        // By start, the longest first.
        let order = copies.enumerated()
            .sorted { p, q in
                let (first, second) = (p.element.a, q.element.a)
                return (first.lowerBound, second.upperBound, p.offset)
                    < (second.lowerBound, first.upperBound, q.offset)
            }
        var members = MemberList()
        var copiesOfMember: [[KeptPassage]] = []
        for (_, copy) in order {
            let member = members.add(copy.a)
            if member == copiesOfMember.count { copiesOfMember.append([]) }
            copiesOfMember[member].append(copy)
        }
        return zip(members.ranges, copiesOfMember).map { ($0, $1) }
    }

    /// A place and all that was aligned with it.
    private static func cluster(
        _ first: Range<Int>,
        _ passages: [KeptPassage]
    ) -> FoundCluster {
        var members = MemberList()
        let later = passages.map(\.b)
            .sorted { p, q in
                (p.lowerBound, q.upperBound) < (q.lowerBound, p.upperBound)
            }
        for range in later { _ = members.add(range) }
        return FoundCluster(
            members: [first] + members.ranges,
            cohesion: passages.reduce(1) { Swift.min($0, $1.identity) }
        )
    }

    /// Whether a cluster lists a run: whether all its places lie in members of one cluster.
    func list(_ phrase: FoundPhrase) -> Bool {
        index.hasCluster(holding: phrase.starts.lazy.map { $0..<$0 + phrase.length })
    }

    /// What of a run lies in members of a cluster, by cluster: there it is part of a copy, whatever
    /// it tells by itself.
    ///
    /// - Returns: The places of each cluster that has two or more.
    func copies(of phrase: FoundPhrase) -> [FoundPhrase] {
        var startsByCluster: [Int: [Int]] = [:]
        for start in phrase.starts {
            for cluster in index.clusters(holding: start..<start + phrase.length) {
                startsByCluster[cluster, default: []].append(start)
            }
        }
        return startsByCluster.sorted { $0.key < $1.key }
            .filter { $0.value.count > 1 }
            .map { _, starts in
                var copy = phrase
                copy.starts = starts
                copy.matchClass = .copy
                return copy
            }
    }
}

/// Places joined to members as they come.
private struct MemberList {
    private(set) var ranges: [Range<Int>] = []
    /// The longest place of each member.
    private var longest: [Int] = []

    /// A place joins a member that is at most so many times as long: a sentence of a page that stands
    /// elsewhere is not a copy of the page.
    private static let leastPart = 8
    /// Members that are tried: places come in rising order, and few overlap.
    private static let tried = 8

    /// Adds a place; places come in rising order.
    ///
    /// It joins the member that it has most in common with if that is four fifths of the shorter of
    /// the two, unless the member would grow by more than a quarter beyond its longest place: a
    /// chain of places that overlap a little must not become one.
    ///
    /// - Returns: Number of its member.
    mutating func add(_ range: Range<Int>) -> Int {
        var best = (member: -1, common: 0)
        for member in Swift.max(0, ranges.count - Self.tried)..<ranges.count {
            let common = ranges[member].clamped(to: range).count
            if common > best.common { best = (member, common) }
        }
        if best.member >= 0 {
            let member = ranges[best.member]
            let shorter = Swift.min(member.count, range.count)
            let union = member.lowerBound..<Swift.max(member.upperBound, range.upperBound)
            let limit = Swift.max(longest[best.member], range.count)
            if 5 * best.common >= 4 * shorter, 4 * union.count <= 5 * limit,
                Self.leastPart * shorter >= limit
            {
                ranges[best.member] = union
                longest[best.member] = limit
                return best.member
            }
        }
        ranges.append(range)
        longest.append(range.count)
        return ranges.count - 1
    }
}

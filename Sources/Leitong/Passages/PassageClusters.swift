import LeitongCore
import LeitongReport

/// Groups the copies of one place, and tells each place against its nearest.
///
/// A cluster is a place and all later places that were aligned with it; places in the first
/// document that are nearly the same are one. Clusters whose places all lie in an earlier cluster
/// are told by it. A cluster lists every place, so that a passage for each pair need not be told:
/// of the passages that lead from a place to earlier ones, those are told that match most; one that
/// adds nothing to them is implied.
struct PassageClusters {
    /// Clusters of three members or more, in order of their first place.
    private(set) var clusters: [FoundCluster] = []
    /// Whether each copy is told by a cluster and nearer copies.
    private(set) var isImplied: [Bool]

    /// Groups copies.
    ///
    /// - Parameters:
    ///   - copies: Passages that are copies, in any order.
    ///   - pairRule: Which documents are compared.
    /// - Complexity: Linear but for sorting.
    init(_ copies: [Passage], pairRule: PairRule) {
        let order = copies.indices.sorted { p, q in
            let (first, second) = (copies[p].a, copies[q].a)
            return (first.lowerBound, second.upperBound, p) < (
                second.lowerBound, first.upperBound, q
            )
        }
        var members = MemberList()
        var passages: [[Int]] = []
        for index in order {
            let member = members.add(copies[index].a)
            if member == passages.count { passages.append([]) }
            passages[member].append(index)
        }
        var index = MemberIndex()
        for (range, indices) in zip(members.ranges, passages) where indices.count > 1 {
            let cluster = Self.cluster(range, indices.map { copies[$0] })
            guard cluster.members.count > 2, !index.hasCluster(holding: cluster.members) else {
                continue
            }
            index.add(cluster, number: clusters.count)
            clusters.append(cluster)
        }
        isImplied = copies.map { index.hasCluster(holding: [$0.a, $0.b]) }
        self.index = index
        imply(copies, pairRule)
    }

    private let index: MemberIndex

    /// A place and all that was aligned with it.
    private static func cluster(_ first: Range<Int>, _ passages: [Passage]) -> FoundCluster {
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

    /// Takes back what is implied for the passages that tell most of each place.
    private mutating func imply(_ copies: [Passage], _ pairRule: PairRule) {
        let scalarCount = copies.reduce(0) { Swift.max($0, $1.b.upperBound) }
        let ranks = copies.map { $0.matched - $0.changed }
        let order = copies.indices.sorted { (ranks[$1], $0) < (ranks[$0], $1) }
        var told = [Bool](repeating: false, count: scalarCount)
        for index in order {
            let passage = copies[index]
            // Where documents are compared with others, it is theirs that are explained.
            var range = passage.b
            if case .against(let isReference) = pairRule, isReference[passage.bDocument] {
                range = passage.a
            }
            let known = range.count { told[$0] }
            // What adds less than a fifth says hardly more than that the earlier places are alike.
            if isImplied[index], 5 * known >= 4 * range.count { continue }
            isImplied[index] = false
            for position in range { told[position] = true }
        }
    }

    /// Whether a cluster tells a run: whether all its places lie in members of one cluster.
    func tells(_ phrase: FoundPhrase) -> Bool {
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

/// Looks up in which clusters places lie.
private struct MemberIndex: Sendable {
    /// Clusters with a member that touches each block of the stream.
    private var clustersOfBlock: [Int: [(range: Range<Int>, cluster: Int)]] = [:]

    /// Scalars of a block.
    private static let blockLength = 256

    /// Adds the members of a cluster.
    mutating func add(_ cluster: FoundCluster, number: Int) {
        for range in cluster.members {
            let blocks =
                range.lowerBound / Self.blockLength...(range.upperBound - 1) / Self.blockLength
            for block in blocks { clustersOfBlock[block, default: []].append((range, number)) }
        }
    }

    /// Whether the members of one cluster hold all of some places.
    func hasCluster(holding places: some Sequence<Range<Int>>) -> Bool {
        var common: Set<Int>?
        for place in places {
            let holders = clusters(holding: place)
            common = common.map { $0.intersection(holders) } ?? holders
            if common?.isEmpty == true { return false }
        }
        return common != nil
    }

    /// The clusters that have a member which holds a place.
    func clusters(holding place: Range<Int>) -> Set<Int> {
        var holders: Set<Int> = []
        for entry in clustersOfBlock[place.lowerBound / Self.blockLength] ?? []
        where entry.range.lowerBound <= place.lowerBound
            && place.upperBound <= entry.range.upperBound
        {
            holders.insert(entry.cluster)
        }
        return holders
    }
}

extension Array {
    /// Position of the first element that belongs behind a border; the elements are parted by it.
    func partitioningIndex(where belongsBehind: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if belongsBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

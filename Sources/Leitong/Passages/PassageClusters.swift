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
    init(_ copies: [KeptPassage], pairRule: PairRule) {
        let (ranges, passages) = Self.members(copies)
        var index = MemberIndex()
        for (range, indices) in zip(ranges, passages) where indices.count > 1 {
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

    /// The first places, joined to members, and the passages of each.
    private static func members(_ copies: [KeptPassage]) -> ([Range<Int>], [ArraySlice<Int>]) {
        // By start, the longest first.
        var order = copies.enumerated()
            .map { index, copy in
                SortEntry(
                    key: UInt64(copy.a.lowerBound) << 32
                        | (UInt64(UInt32.max) - UInt64(copy.a.upperBound)),
                    index: index
                )
            }
        order.sort { ($0.key, $0.index) < ($1.key, $1.index) }
        var members = MemberList()
        let memberOfPassage = order.map { members.add(copies[$0.index].a) }
        var starts = [Int](repeating: 0, count: members.ranges.count + 1)
        for member in memberOfPassage { starts[member + 1] += 1 }
        for member in members.ranges.indices { starts[member + 1] += starts[member] }
        var passages = [Int](repeating: 0, count: copies.count)
        var next = starts
        for (entry, member) in zip(order, memberOfPassage) {
            passages[next[member]] = entry.index
            next[member] += 1
        }
        return (
            members.ranges,
            members.ranges.indices.map { passages[starts[$0]..<starts[$0 + 1]] }
        )
    }

    /// A passage to be sorted.
    private struct SortEntry {
        var key: UInt64
        var index: Int
    }

    private let index: MemberIndex

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

    /// Takes back what is implied for the passages that tell most of each place.
    private mutating func imply(_ copies: [KeptPassage], _ pairRule: PairRule) {
        let scalarCount = copies.reduce(0) { Swift.max($0, $1.b.upperBound) }
        // Those that match most first.
        var order = copies.enumerated()
            .map { index, copy in
                SortEntry(key: UInt64(1 << 40 + copy.changed - copy.matched), index: index)
            }
        order.sort { ($0.key, $0.index) < ($1.key, $1.index) }
        var told = [Bool](repeating: false, count: scalarCount)
        for index in order.lazy.map(\.index) {
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

/// Looks up in which clusters places lie.
struct MemberIndex: Sendable {
    /// Two members of a cluster.
    typealias MemberPair = (cluster: Int, a: UInt32, b: UInt32)

    /// The last entry of each block of the stream, or ``none``.
    private var lastOfBlock: [Int32] = []
    /// The members that touch each block: each leads to the one before it in its block.
    private var entries: [Entry] = []
    private var memberCount: UInt32 = 0
    /// Number of the last cluster, and one more.
    private(set) var clusterCount = 0

    private struct Entry {
        var start: UInt32
        var end: UInt32
        var cluster: Int32
        /// Number of the member among those of all clusters.
        var member: UInt32
        var previous: Int32

        var length: Int { Int(end - start) }
    }

    private static let none: Int32 = -1
    /// Scalars of a block.
    private static let blockLength = 256

    /// Creates an index without members.
    init() {}

    /// Adds the members of a cluster.
    mutating func add(_ cluster: FoundCluster, number: Int) {
        for range in cluster.members {
            let blocks =
                range.lowerBound / Self.blockLength...(range.upperBound - 1) / Self.blockLength
            if blocks.upperBound >= lastOfBlock.count {
                let missing = Swift.max(
                    blocks.upperBound + 1 - lastOfBlock.count,
                    lastOfBlock.count
                )
                lastOfBlock.append(contentsOf: repeatElement(Self.none, count: missing))
            }
            for block in blocks {
                entries.append(
                    Entry(
                        start: UInt32(range.lowerBound),
                        end: UInt32(range.upperBound),
                        cluster: Int32(number),
                        member: memberCount,
                        previous: lastOfBlock[block]
                    )
                )
                lastOfBlock[block] = Int32(entries.count - 1)
            }
            memberCount += 1
        }
        clusterCount = number + 1
    }

    /// Whether the members of one cluster hold all of some places.
    func hasCluster(holding places: some Sequence<Range<Int>>) -> Bool {
        var common: [Int]?
        for place in places {
            if let known = common {
                common = known.filter { holds(place, cluster: $0) }
            } else {
                common = clusters(holding: place)
            }
            if common?.isEmpty == true { return false }
        }
        return common != nil
    }

    /// The clusters that have a member which holds a place, each once.
    func clusters(holding place: Range<Int>) -> [Int] {
        var holders: [Int] = []
        forEachEntry(at: place) { entry in
            let cluster = Int(entry.cluster)
            if Int(entry.start) <= place.lowerBound, place.upperBound <= Int(entry.end),
                !holders.contains(cluster)
            {
                holders.append(cluster)
            }
            return true
        }
        return holders
    }

    /// The members that hold two places, for each cluster that has such; of several that hold a place
    /// the shortest.
    ///
    /// - Returns: Clusters with the numbers of two members among those of all clusters.
    func members(
        holding a: Range<Int>,
        _ b: Range<Int>
    ) -> [MemberPair] {
        let firsts = shortestMembers(holding: a)
        guard !firsts.isEmpty else { return [] }
        let seconds = shortestMembers(holding: b)
        return firsts.compactMap { first in
            guard let second = seconds.first(where: { $0.cluster == first.cluster }) else {
                return nil
            }
            return (Int(first.cluster), first.member, second.member)
        }
    }

    /// The members that a passage reaches over on either side, or over four fifths of them, for each
    /// cluster: it makes copies of them, though it is longer than they are.
    ///
    /// - Parameters:
    ///   - a: Its first place.
    ///   - b: Its second place.
    ///   - changed: Scalars that were changed in it: by so many two members may lie askew.
    /// - Returns: Clusters with the numbers of two members, each of the first with that of the second
    ///   that lies askew least.
    /// - Complexity: Linear in the blocks and members that the places touch.
    func members(
        reachedBy a: Range<Int>,
        _ b: Range<Int>,
        changed: Int
    ) -> [MemberPair] {
        let firsts = members(reachedBy: a)
        guard !firsts.isEmpty else { return [] }
        let seconds = Dictionary(grouping: members(reachedBy: b), by: \.cluster)
        let shift = b.lowerBound - a.lowerBound
        return firsts.compactMap { first in
            func skew(_ second: Entry) -> Int { abs(Int(second.start) - Int(first.start) - shift) }
            let nearest = seconds[first.cluster]?
                .min { (skew($0), $0.member) < (skew($1), $1.member) }
            guard let nearest, skew(nearest) <= changed + first.length / Self.edgeShare else {
                return nil
            }
            return (Int(first.cluster), first.member, nearest.member)
        }
    }

    /// A place reaches over a member that it leaves out less than one part in so many of.
    private static let edgeShare = 5

    private func members(reachedBy place: Range<Int>) -> [Entry] {
        var reached: [Entry] = []
        let blocks = place.lowerBound / Self.blockLength...(place.upperBound - 1) / Self.blockLength
        for block in blocks.clamped(to: 0...Swift.max(0, lastOfBlock.count - 1)) {
            forEachEntry(ofBlock: block) { entry in
                let member = Int(entry.start)..<Int(entry.end)
                // In the first block that both touch, so that each comes once.
                let isFirst =
                    Swift.max(member.lowerBound, place.lowerBound) / Self.blockLength == block
                let left = member.count - member.clamped(to: place).count
                if isFirst, Self.edgeShare * left <= member.count { reached.append(entry) }
                return true
            }
        }
        return reached
    }

    /// The shortest member of each cluster that holds a place; of equally short ones the first.
    private func shortestMembers(holding place: Range<Int>) -> [Entry] {
        var shortest: [Entry] = []
        forEachEntry(at: place) { entry in
            guard Int(entry.start) <= place.lowerBound, place.upperBound <= Int(entry.end) else {
                return true
            }
            if let known = shortest.firstIndex(where: { $0.cluster == entry.cluster }) {
                let rank = (entry.end - entry.start, entry.member)
                let other = (shortest[known].end - shortest[known].start, shortest[known].member)
                if rank < other { shortest[known] = entry }
            } else {
                shortest.append(entry)
            }
            return true
        }
        return shortest
    }

    private func holds(_ place: Range<Int>, cluster: Int) -> Bool {
        var isHeld = false
        forEachEntry(at: place) { entry in
            isHeld =
                Int(entry.cluster) == cluster && Int(entry.start) <= place.lowerBound
                && place.upperBound <= Int(entry.end)
            return !isHeld
        }
        return isHeld
    }

    /// Calls `body` with the members that touch the block of a place, until it returns `false`.
    private func forEachEntry(at place: Range<Int>, _ body: (Entry) -> Bool) {
        forEachEntry(ofBlock: place.lowerBound / Self.blockLength, body)
    }

    private func forEachEntry(ofBlock block: Int, _ body: (Entry) -> Bool) {
        guard block < lastOfBlock.count else { return }
        var next = lastOfBlock[block]
        while next != Self.none {
            let entry = entries[Int(next)]
            if !body(entry) { return }
            next = entry.previous
        }
    }
}

import LeitongCore

/// Groups the copies of a text that stands in very many places.
///
/// There each copy is aligned with the first only; the group says that all are copies of one
/// another.
struct PassageClusters {
    /// Clusters of three places or more, in order of their first place.
    private(set) var clusters: [FoundCluster] = []

    /// A place of a passage.
    private struct Side {
        var range: Range<Int>
        var passage: Int
    }

    /// Groups copies.
    ///
    /// Two places in one document are one member if each covers four fifths of the other.
    ///
    /// - Parameters:
    ///   - copies: Passages that are copies.
    ///   - windows: What stands in very many places.
    /// - Complexity: Linear but for sorting.
    init(_ copies: [Passage], windows: RepeatedWindows) {
        let linked = copies.filter { windows.touch($0) }
        var sides: [Side] = []
        for (index, passage) in linked.enumerated() {
            sides.append(Side(range: passage.a, passage: index))
            sides.append(Side(range: passage.b, passage: index))
        }
        sides.sort {
            ($0.range.lowerBound, $0.range.upperBound, $0.passage)
                < ($1.range.lowerBound, $1.range.upperBound, $1.passage)
        }
        let (memberOfSide, members) = Self.members(sides)
        var sets = DisjointSets(count: members.count)
        var firstMember = [Int](repeating: -1, count: linked.count)
        for (side, member) in zip(sides, memberOfSide) {
            if firstMember[side.passage] < 0 {
                firstMember[side.passage] = member
            } else {
                sets.join(UInt32(firstMember[side.passage]), UInt32(member))
            }
        }
        gather(members, &sets, linked, firstMember)
    }

    /// Joins the places that are nearly the same.
    private static func members(_ sides: [Side]) -> (ofSide: [Int], members: [Range<Int>]) {
        var ofSide: [Int] = []
        var members: [Range<Int>] = []
        for side in sides {
            if let last = members.last {
                let common = last.clamped(to: side.range).count
                if 5 * common >= 4 * Swift.max(last.count, side.range.count) {
                    members[members.count - 1] =
                        last.lowerBound..<Swift.max(last.upperBound, side.range.upperBound)
                    ofSide.append(members.count - 1)
                    continue
                }
            }
            members.append(side.range)
            ofSide.append(members.count - 1)
        }
        return (ofSide, members)
    }

    private mutating func gather(
        _ members: [Range<Int>],
        _ sets: inout DisjointSets,
        _ linked: [Passage],
        _ firstMember: [Int]
    ) {
        var clusterOfRoot: [UInt32: Int] = [:]
        for (index, range) in members.enumerated() {
            let root = sets.root(of: UInt32(index))
            if let cluster = clusterOfRoot[root] {
                clusters[cluster].members.append(range)
            } else {
                clusterOfRoot[root] = clusters.count
                clusters.append(FoundCluster(members: [range], cohesion: 1))
            }
        }
        for (passage, member) in zip(linked, firstMember) {
            guard let cluster = clusterOfRoot[sets.root(of: UInt32(member))] else { continue }
            clusters[cluster].cohesion = Swift.min(clusters[cluster].cohesion, passage.identity)
        }
        clusters.removeAll { $0.members.count < 3 }
    }

    /// The runs that no cluster tells: those not all of whose places lie in members of one cluster.
    func untold(_ runs: [RepeatedRun]) -> [RepeatedRun] {
        let members = MemberIndex(clusters)
        return runs.filter { run in
            var common: Set<Int>?
            for start in run.starts {
                let holders = members.clusters(holding: start..<start + run.length)
                common = common.map { $0.intersection(holders) } ?? holders
                if common?.isEmpty == true { return true }
            }
            return false
        }
    }
}

/// Looks up in which clusters a place lies.
private struct MemberIndex {
    private var members: [(range: Range<Int>, cluster: Int)] = []
    private let starts: [Int]

    /// Members may overlap a little: so many before the place are tried.
    private static let tried = 8

    init(_ clusters: [FoundCluster]) {
        for (index, cluster) in clusters.enumerated() {
            for range in cluster.members { members.append((range, index)) }
        }
        members.sort { $0.range.lowerBound < $1.range.lowerBound }
        starts = members.map(\.range.lowerBound)
    }

    func clusters(holding place: Range<Int>) -> Set<Int> {
        var holders: Set<Int> = []
        let end = starts.partitioningIndex { $0 > place.lowerBound }
        for index in Swift.max(0, end - Self.tried)..<end {
            let range = members[index].range
            if range.lowerBound <= place.lowerBound, place.upperBound <= range.upperBound {
                holders.insert(members[index].cluster)
            }
        }
        return holders
    }
}

extension [Int] {
    /// Position of the first element that belongs behind a border; the elements are parted by it.
    func partitioningIndex(where belongsBehind: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if belongsBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

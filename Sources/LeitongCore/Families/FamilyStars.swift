/// Joins the members of a family that is too large for comparing each two of them.
///
/// 1. The most central members, those with most of the common shingles, are compared with all. Of
///    near-copies of one text each is like the most central one, and is done with.
/// 2. Members that are in none of the largest group are compared with all that they are not joined
///    to, if that takes no more than the limit of work. So whoever is compared with whom, two
///    groups that a pair joins are one.
/// 3. If it takes more, those of them that ended without a copy are left ``open``.
///
/// What is given up is the nearest copy of each member: its edge leads to the nearest central one.
package struct FamilyStars: Sendable {
    private let family: ShingleFamily
    private let threshold: Double
    /// Edges that join the groups, and the nearest central member of each; some may stand twice.
    package private(set) var edges: [FamilyEdge] = []
    /// Members that were compared with the central ones only, and with no copy among them.
    package private(set) var open: [UInt32] = []
    private var sets: DisjointSets
    private var counter: FamilyCounter
    private var nearest: [FamilyEdge?]
    private let members: [UInt32]

    /// Joins members.
    ///
    /// - Parameters:
    ///   - family: The family.
    ///   - threshold: Jaccard similarity over 0.
    ///   - centerLimit: How many central members are compared with all.
    ///   - workLimit: Most work for the second step, in the unit of
    ///     ``ShingleFamily/comparisonCost``.
    package init(_ family: ShingleFamily, threshold: Double, centerLimit: Int, workLimit: Int) {
        self.family = family
        self.threshold = threshold
        sets = DisjointSets(count: family.count)
        counter = FamilyCounter(family)
        nearest = [FamilyEdge?](repeating: nil, count: family.count)
        members = (0..<UInt32(family.count)).map { $0 }
        compareCenters(limit: centerLimit)
        compareOutsiders(workLimit: workLimit)
        edges.append(contentsOf: nearest.compactMap { $0 })
    }

    /// Compares central members with all: first those that nobody was like so far.
    private mutating func compareCenters(limit: Int) {
        let order = centralFirst()
        var isLike = [Bool](repeating: false, count: family.count)
        var isCenter = isLike
        var next = 0
        for _ in 0..<Swift.min(limit, order.count) {
            while next < order.count, isLike[Int(order[next])] { next += 1 }
            let lonely = next < order.count ? order[next] : nil
            guard let center = lonely ?? order.first(where: { !isCenter[Int($0)] }) else { return }
            isLike[Int(center)] = true
            isCenter[Int(center)] = true
            compare(center) { isLike[$0] = true }
        }
    }

    /// Members by how many of the common shingles they have.
    private func centralFirst() -> [UInt32] {
        let words = family.wordCount
        let ranks = members.map { member in
            let start = words * Int(member)
            let common = family.bits[start..<start + words].reduce(0) { $0 + $1.nonzeroBitCount }
            return words > 0 ? common : Int(family.sizes[Int(member)])
        }
        return members.sorted { (ranks[Int($1)], $0) < (ranks[Int($0)], $1) }
    }

    /// Compares a member with all others.
    private mutating func compare(_ member: UInt32, _ body: (Int) -> Void) {
        counter.load(Int(member))
        var counts = [UInt32](repeating: 0, count: family.count)
        counter.writeIntersections(with: members.span, into: &counts)
        for other in members where other != member {
            let common = Int(counts[Int(other)])
            let all = Int(family.sizes[Int(member)]) + Int(family.sizes[Int(other)])
            let overlap = Overlap(intersection: common, union: all - common)
            guard overlap.jaccard >= threshold else { continue }
            let edge = FamilyEdge(pair: TextPair(member, other), overlap: overlap)
            if sets.join(member, other) { edges.append(edge) }
            note(edge, at: Int(member))
            note(edge, at: Int(other))
            body(Int(other))
        }
    }

    private mutating func note(_ edge: FamilyEdge, at member: Int) {
        if let known = nearest[member] {
            let (old, new) = (known.overlap.jaccard, edge.overlap.jaccard)
            guard new > old || (new == old && edge.pair < known.pair) else { return }
        }
        nearest[member] = edge
    }

    private mutating func compareOutsiders(workLimit: Int) {
        var sizes = [Int](repeating: 0, count: family.count)
        for member in members { sizes[Int(sets.root(of: member))] += 1 }
        let largest = sizes.indices.max { (sizes[$0], $1) < (sizes[$1], $0) }
        let outsiders = members.filter { Int(sets.root(of: $0)) != largest }
        // Of all pairs each is counted once, but an outsider is compared with all.
        let share = 2 * Double(outsiders.count) / Double(Swift.max(1, family.count))
        if share * Double(family.comparisonCost) <= Double(workLimit) {
            for outsider in outsiders { compare(outsider) { _ in } }
        } else {
            open = outsiders.filter { sizes[Int(sets.root(of: $0))] == 1 }
        }
    }
}

/// All pairs of a family that reach a threshold.
package struct FamilyPairs: Sendable {
    private let family: ShingleFamily
    private let threshold: Double
    private let members: [UInt32]

    /// Creates a search.
    ///
    /// - Parameters:
    ///   - family: The members.
    ///   - threshold: Jaccard similarity over 0.
    package init(_ family: ShingleFamily, threshold: Double) {
        self.family = family
        self.threshold = threshold
        members = (0..<UInt32(family.count)).map { $0 }
    }

    /// The pairs whose lower member lies in a range.
    ///
    /// - Parameter range: Numbers of members.
    /// - Returns: Pairs by their lower member, then by the other.
    /// - Complexity: A few machine words for each pair that is compared.
    package func edges(of range: Range<Int>) -> [FamilyEdge] {
        var counter = FamilyCounter(family)
        var edges: [FamilyEdge] = []
        for member in range { append(of: member, &counter, to: &edges) }
        return edges
    }

    /// The pairs that join some members with some others.
    ///
    /// - Parameters:
    ///   - members: Numbers of members.
    ///   - partners: Numbers of those they are compared with, rising; a member may be among them.
    /// - Returns: Pairs by the order of the members, then of the partners; one of two that are both on
    ///   both sides twice, if both are asked for.
    /// - Complexity: A few machine words for each pair that is compared, and linear in the family.
    package func edges(of members: ArraySlice<UInt32>, with partners: [UInt32]) -> [FamilyEdge] {
        var counter = FamilyCounter(family)
        var edges: [FamilyEdge] = []
        var isPartner = [Bool](repeating: false, count: family.count)
        for partner in partners { isPartner[Int(partner)] = true }
        var counts = [UInt32](repeating: 0, count: partners.count)
        for member in members {
            counter.load(Int(member))
            if let likely = counter.likely {
                for other in likely.filter({ isPartner[Int($0)] }).sorted() where other != member {
                    let common = counter.overlap(with: Int(other)).intersection
                    note(Int(member), Int(other), common: common, in: &edges)
                }
                continue
            }
            counter.writeIntersections(with: partners.span, into: &counts)
            for (index, other) in partners.enumerated() where other != member {
                note(Int(member), Int(other), common: Int(counts[index]), in: &edges)
            }
        }
        return edges
    }

    /// Appends the pairs of a member with higher ones.
    func append(of member: Int, _ counter: inout FamilyCounter, to edges: inout [FamilyEdge]) {
        counter.load(member)
        guard var likely = counter.likely else {
            let others = members.span.extracting((member + 1)...)
            var counts = [UInt32](repeating: 0, count: others.count)
            counter.writeIntersections(with: others, into: &counts)
            for index in 0..<others.count {
                note(member, Int(others[index]), common: Int(counts[index]), in: &edges)
            }
            return
        }
        likely.removeAll { $0 <= member }
        likely.sort()
        for other in likely {
            let common = counter.overlap(with: Int(other)).intersection
            note(member, Int(other), common: common, in: &edges)
        }
    }

    @inline(__always)
    private func note(_ a: Int, _ b: Int, common: Int, in edges: inout [FamilyEdge]) {
        let union = Int(family.sizes[a]) + Int(family.sizes[b]) - common
        // Cheaper than the division, and a little lower than the threshold.
        guard Double(common) >= threshold * (1 - 1e-9) * Double(union) else { return }
        let overlap = Overlap(intersection: common, union: union)
        guard overlap.jaccard >= threshold else { return }
        edges.append(FamilyEdge(pair: TextPair(UInt32(a), UInt32(b)), overlap: overlap))
    }
}

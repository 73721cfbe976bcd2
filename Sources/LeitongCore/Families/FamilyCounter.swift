import LeitongAlgorithms

/// Exact overlaps of one member of a family with others.
///
/// The lists of the loaded member are gone through once, and count for each holder what it shares of
/// them; a bit map is compared when its overlap is asked for.
package struct FamilyCounter: Sendable {
    private let family: ShingleFamily
    /// For each member, the shingles with lists that it shares with the loaded one.
    private var shared: [UInt32]
    /// Members that share one, in the order they were met.
    private var met: [UInt32] = []
    private var loaded: Int?

    /// Creates a counter.
    ///
    /// - Parameter family: The family; it is shared, not copied.
    package init(_ family: ShingleFamily) {
        self.family = family
        shared = [UInt32](repeating: 0, count: family.count)
    }

    /// Makes a member the one that others are compared with.
    ///
    /// - Complexity: Linear in the holders of its shingles that have lists.
    package mutating func load(_ member: Int) {
        for other in met { shared[Int(other)] = 0 }
        met.removeAll(keepingCapacity: true)
        loaded = member
        Self.count(member, family, into: &shared, &met)
    }

    private static func count(
        _ member: Int,
        _ family: ShingleFamily,
        into shared: inout [UInt32],
        _ met: inout [UInt32]
    ) {
        var shared = shared.mutableSpan
        let holders = family.holders.elements.span
        for index in family.listStarts[member]..<family.listStarts[member + 1] {
            let list = Int(family.listsOfMember[index])
            for position in family.holders.range(ofGroup: list) {
                let other = Int(holders[position])
                if shared[other] == 0 { met.append(UInt32(other)) }
                shared[other] += 1
            }
        }
    }

    /// The members that may share something with the loaded one, in no order, itself perhaps among
    /// them; `nil` for all.
    var likely: [UInt32]? { family.wordCount == 0 ? met : nil }

    /// Compares a member with the loaded one.
    ///
    /// - Parameter other: Another member.
    /// - Returns: The sizes of intersection and union.
    package func overlap(with other: Int) -> Overlap {
        guard let loaded else { return Overlap(intersection: 0, union: 0) }
        let words = family.wordCount
        var common = Int(shared[other])
        for word in 0..<words {
            let both = family.bits[words * loaded + word] & family.bits[words * other + word]
            common += both.nonzeroBitCount
        }
        let all = Int(family.sizes[loaded]) + Int(family.sizes[other])
        return Overlap(intersection: common, union: all - common)
    }

    /// The member that is most similar to the loaded one.
    ///
    /// - Parameters:
    ///   - others: Members.
    ///   - threshold: Lowest Jaccard similarity.
    ///   - counts: A buffer.
    /// - Returns: Its position, of equally similar ones the lowest; `nil` if none reaches the threshold.
    /// - Complexity: Linear in the words of their bit maps.
    package func nearest(
        among others: Span<UInt32>,
        atLeast threshold: Double,
        counts: inout [UInt32]
    ) -> (position: Int, overlap: Overlap)? {
        guard let loaded else { return nil }
        if counts.count < others.count {
            counts = [UInt32](repeating: 0, count: 2 * others.count)
        }
        writeIntersections(with: others, into: &counts)
        var best: (position: Int, overlap: Overlap)?
        for position in 0..<others.count {
            let common = Int(counts[position])
            let all = Int(family.sizes[loaded]) + Int(family.sizes[Int(others[position])])
            let overlap = Overlap(intersection: common, union: all - common)
            guard overlap.jaccard >= threshold else { continue }
            if let best, best.overlap.jaccard >= overlap.jaccard { continue }
            best = (position, overlap)
        }
        return best
    }

    /// Writes how many shingles the loaded member shares with others.
    ///
    /// - Parameters:
    ///   - others: Members.
    ///   - counts: Receives a count for each, in their order.
    /// - Complexity: Linear in the words of their bit maps.
    func writeIntersections(with others: Span<UInt32>, into counts: inout [UInt32]) {
        precondition(counts.count >= others.count)
        guard let loaded else { return }
        let words = family.wordCount
        let bits = family.bits.span
        let shared = shared.span
        let own = bits.extracting(words * loaded..<words * (loaded + 1))
        var counts = counts.mutableSpan
        for index in 0..<others.count {
            let other = Int(others[index])
            var common = shared[other]
            let base = words * other
            for word in 0..<words {
                let both = own[word] & bits[base + word]
                common += UInt32(truncatingIfNeeded: both.nonzeroBitCount)
            }
            counts[index] = common
        }
    }
}

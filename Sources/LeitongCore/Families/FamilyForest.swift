/// The spanning forest of all pairs of a family that reach a threshold, most similar first.
///
/// Each two members are compared exactly, but no more than a forest of edges is ever kept.
package struct FamilyForest: Sendable {
    private let family: ShingleFamily
    private let threshold: Double

    /// Creates a search.
    ///
    /// - Parameters:
    ///   - family: The members.
    ///   - threshold: Jaccard similarity over 0.
    package init(_ family: ShingleFamily, threshold: Double) {
        self.family = family
        self.threshold = threshold
    }

    /// The edges of the forest, in no order: those that ``SpanningForest`` chooses of all pairs.
    ///
    /// - Complexity: Quadratic in the members, a few machine words a pair; linear memory.
    package func edges() -> [FamilyEdge] {
        family.wordCount > 0 ? grown() : chosen()
    }

    /// The nearest member of the tree to one that is not in it yet.
    private struct Nearest {
        /// 0 while none reaches the threshold.
        var similarity = 0.0
        var partner: UInt32 = 0
        var intersection: UInt32 = 0
    }

    /// Grows trees member by member.
    ///
    /// Source: R. Prim, Shortest connection networks and some generalizations, 1957: the best way for
    /// pairs that are computed when needed. With an order of edges that has no ties the forest is
    /// the one that Kruskal's way finds.
    private func grown() -> [FamilyEdge] {
        guard family.count > 1 else { return [] }
        var edges: [FamilyEdge] = []
        var counter = FamilyCounter(family)
        var remaining = (1..<UInt32(family.count)).map { $0 }
        var counts = [UInt32](repeating: 0, count: remaining.count)
        var nearest = [Nearest](repeating: Nearest(), count: family.count)
        var member: UInt32 = 0
        // Whoever cancels a run asks for no forest any more.
        while !remaining.isEmpty, !Task.isCancelled {
            counter.load(Int(member))
            counter.writeIntersections(with: remaining.span, into: &counts)
            let next = update(&nearest, from: member, counts.span, remaining.span)
            member = remaining[next]
            remaining.swapAt(next, remaining.count - 1)
            remaining.removeLast()
            let found = nearest[Int(member)]
            guard found.similarity > 0 else { continue }
            let common = Int(found.intersection)
            let all = Int(family.sizes[Int(member)]) + Int(family.sizes[Int(found.partner)])
            let overlap = Overlap(intersection: common, union: all - common)
            edges.append(FamilyEdge(pair: TextPair(member, found.partner), overlap: overlap))
        }
        return edges
    }

    /// Notes for each member that is left whether the newest one of the tree is nearer.
    ///
    /// - Returns: Position of the member that is nearest to the tree; of any, if none is near.
    private func update(
        _ nearest: inout [Nearest],
        from member: UInt32,
        _ counts: Span<UInt32>,
        _ remaining: Span<UInt32>
    ) -> Int {
        var nearest = nearest.mutableSpan
        let sizes = family.sizes.span
        let size = sizes[Int(member)]
        // A little less than the threshold, so that rounding loses nothing before the division.
        let least = threshold * (1 - 1e-9)
        var best = (position: 0, similarity: 0.0, pair: TextPair(0, 0))
        for position in 0..<remaining.count {
            let other = remaining[position]
            let common = counts[position]
            let union = size + sizes[Int(other)] - common
            var found = nearest[Int(other)]
            if Double(common) >= least * Double(union), common > 0 {
                let similarity = Double(common) / Double(union)
                let isNearer =
                    similarity > found.similarity
                    || (similarity == found.similarity
                        && TextPair(member, other) < TextPair(found.partner, other))
                if similarity >= threshold, isNearer {
                    found = Nearest(similarity: similarity, partner: member, intersection: common)
                    nearest[Int(other)] = found
                }
            }
            guard found.similarity >= best.similarity, found.similarity > 0 else { continue }
            let pair = TextPair(found.partner, other)
            if found.similarity > best.similarity || pair < best.pair {
                best = (position, found.similarity, pair)
            }
        }
        return best.position
    }

    /// Chooses from all pairs that share a shingle, where those are few.
    private func chosen() -> [FamilyEdge] {
        let pairs = FamilyPairs(family, threshold: threshold)
        var kept: [FamilyEdge] = []
        let most = Swift.max(4 * family.count, 1 << 16)
        var counter = FamilyCounter(family)
        for member in 0..<family.count where !Task.isCancelled {
            pairs.append(of: member, &counter, to: &kept)
            if kept.count > most { reduce(&kept) }
        }
        reduce(&kept)
        return kept
    }

    private func reduce(_ edges: inout [FamilyEdge]) {
        let choice = edges.indices.map {
            let edge = edges[$0]
            return SpanningForest.Edge(edge.pair, similarity: edge.overlap.jaccard, number: $0)
        }
        var forest = SpanningForest(nodeCount: family.count)
        edges = forest.choose(choice).map { edges[$0.number] }
    }
}

import TestSupport

@_spi(Core) @testable import LeitongCore

/// Families of sets made for tests, and what stands in them by plain definitions.
enum Families {
    /// Sets that share a form, of which some are copies of another with a few elements changed.
    ///
    /// - Parameters:
    ///   - count: How many sets.
    ///   - formLength: Elements that nearly all have.
    ///   - generator: What decides.
    /// - Returns: The sets, with repeats.
    static func sets(
        count: Int,
        formLength: Int,
        using generator: inout SplitMix64
    ) -> [[UInt64]] {
        let form = (0..<formLength).map { _ in generator.next() }
        var sets: [[UInt64]] = []
        for _ in 0..<count {
            var set = form.filter { _ in Int.random(in: 0..<12, using: &generator) > 0 }
            set += (0..<Int.random(in: 0...12, using: &generator)).map { _ in generator.next() }
            if let model = sets.randomElement(using: &generator), Bool.random(using: &generator) {
                set = model
                for _ in 0..<Int.random(in: 0...8, using: &generator) where !set.isEmpty {
                    let place = Int.random(in: 0..<set.count, using: &generator)
                    set[place] = generator.next()
                }
            }
            // Repeats, which count once.
            sets.append(set + set.prefix(3))
        }
        return sets
    }

    /// A family of sets.
    static func family(_ sets: [[UInt64]]) -> ShingleFamily {
        var builder = ShingleFamily.Builder()
        for set in sets { builder.count(ShingleHashes(set)) }
        builder.choose()
        for set in sets { builder.add(ShingleHashes(set)) }
        return builder.finish()
    }

    /// Sizes of intersection and union.
    static func overlap(_ a: [UInt64], _ b: [UInt64]) -> Overlap {
        let (a, b) = (Set(a), Set(b))
        return Overlap(intersection: a.intersection(b).count, union: a.union(b).count)
    }

    /// All pairs at or over a threshold, rising.
    static func pairs(_ sets: [[UInt64]], threshold: Double) -> [FamilyEdge] {
        sets.indices.flatMap { a in
            sets.indices.dropFirst(a + 1)
                .compactMap { b in
                    let overlap = overlap(sets[a], sets[b])
                    guard overlap.jaccard >= threshold else { return nil }
                    return FamilyEdge(pair: TextPair(UInt32(a), UInt32(b)), overlap: overlap)
                }
        }
    }

    /// A spanning forest by its definition: from the most similar pair down, whatever joins two
    /// components.
    static func forest(_ edges: [FamilyEdge], count: Int) -> [FamilyEdge] {
        var components = (0..<UInt32(count)).map { Set([$0]) }
        var chosen: [FamilyEdge] = []
        let sorted = edges.sorted { p, q in
            p.overlap.jaccard != q.overlap.jaccard
                ? p.overlap.jaccard > q.overlap.jaccard : p.pair < q.pair
        }
        for edge in sorted {
            let (first, second) = (Int(edge.pair.first), Int(edge.pair.second))
            guard !components[first].contains(edge.pair.second) else { continue }
            let joined = components[first].union(components[second])
            for member in joined { components[Int(member)] = joined }
            chosen.append(edge)
        }
        return chosen.sorted { $0.pair < $1.pair }
    }

    /// The members that edges join, each group rising.
    static func components(_ pairs: [TextPair], count: Int) -> Set<[UInt32]> {
        var sets = DisjointSets(count: count)
        for pair in pairs { sets.join(pair.first, pair.second) }
        let groups = Dictionary(grouping: 0..<UInt32(count)) { sets.root(of: $0) }
        return Set(groups.values)
    }
}

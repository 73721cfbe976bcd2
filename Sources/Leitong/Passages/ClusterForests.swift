@_spi(Core) import LeitongCore
import LeitongReport
import LeitongStorage

/// Of the copies among the members of each cluster, chooses those that join them: a spanning forest
/// of those that are most alike, of equally alike ones the first.
///
/// So every member has a row, from whichever side, and the rows of a cluster's n members that are
/// rows by default are n - 1 at least and join all of them.
///
/// Source: J. Kruskal, On the shortest spanning subtree of a graph and the traveling salesman
/// problem, 1956.
struct ClusterForests: Sendable {
    /// Whether a cluster lists both places of each passage.
    let isHeld: [Bool]
    /// Whether each passage is one of those that join a cluster.
    let isJoining: [Bool]

    /// Buckets of clusters.
    private static let bucketCount = 256
    /// Passages that one task looks at at a time.
    private static let chunkSize = 1 << 14

    /// A copy between two members of a cluster.
    private struct Edge: BitwiseCopyable, Sendable {
        var a: UInt32
        var b: UInt32
        var passage: UInt32
        /// By how much more was changed than matched.
        var loss: Int32

        /// The later of the two members.
        var later: UInt32 { Swift.max(a, b) }
    }

    /// Chooses copies.
    ///
    /// - Parameters:
    ///   - passages: The passages.
    ///   - index: The members of all clusters.
    ///   - context: How it is run.
    /// - Returns: The forests.
    /// - Throws: `StorageError` where there is no room for a few numbers for each copy, and
    ///   `CancellationError`.
    /// - Complexity: Linear but for sorting.
    static func forests(
        of passages: FlatArray<FoundPassage>,
        index: MemberIndex,
        context: RunContext
    ) async throws -> ClusterForests {
        var writer = BucketStoreWriter<Edge>(bucketCount: bucketCount, budget: context.memory)
        var held: [Bool] = []
        held.reserveCapacity(passages.count)
        let chunks = RunContext.chunks(of: passages.count, limit: chunkSize) { _ in 1 }
        try await context.forEach(chunks) { range in
            Self.edges(range, of: passages, index)
        } consume: { edges, areHeld in
            try writer.append(edges)
            held.append(contentsOf: areHeld)
        }
        let edges = try writer.finish()
        let buckets = (0..<bucketCount).map { $0..<$0 + 1 }
        var joining = [Bool](repeating: false, count: passages.count)
        try await context.forEach(buckets) { bucket in
            forest(bucket.lowerBound, of: edges)
        } consume: { passages in
            for passage in passages { joining[Int(passage)] = true }
        }
        return ClusterForests(isHeld: held, isJoining: joining)
    }

    /// The copies among some passages that join members, by cluster.
    private static func edges(
        _ range: Range<Int>,
        of passages: FlatArray<FoundPassage>,
        _ index: MemberIndex
    ) -> (edges: BucketPart<Edge>, areHeld: [Bool]) {
        var edges: [Edge] = []
        var buckets: [Int] = []
        var areHeld: [Bool] = []
        for number in range {
            let found = passages[number]
            let (holding, reached) = joined(by: found, index)
            areHeld.append(!holding.isEmpty)
            for pair in holding + reached where pair.a != pair.b {
                buckets.append(pair.cluster * bucketCount / index.clusterCount)
                edges.append(
                    Edge(
                        a: pair.a,
                        b: pair.b,
                        passage: UInt32(number),
                        loss: found.passage.loss
                    )
                )
            }
        }
        let part = BucketPart(
            count: edges.count,
            bucketCount: bucketCount,
            filler: Edge(a: 0, b: 0, passage: 0, loss: 0),
            bucket: { buckets[$0] },
            element: { edges[$0] }
        )
        return (part, areHeld)
    }

    /// The members between which a passage is a copy: those that hold its places, and those that it
    /// reaches over.
    private static func joined(
        by found: FoundPassage,
        _ index: MemberIndex
    ) -> (holding: [MemberIndex.MemberPair], reached: [MemberIndex.MemberPair]) {
        guard found.matchClass == .copy else { return ([], []) }
        let (a, b) = (found.passage.a, found.passage.b)
        // A passage that is longer than the members is in a row, and joins them as well.
        let reached = index.members(reachedBy: a, b, changed: found.passage.changed)
        return (index.members(holding: a, b), reached)
    }

    /// The passages that join the members of the clusters of a bucket.
    private static func forest(_ bucket: Int, of store: BucketStore<Edge>) -> [UInt32] {
        var edges: [Edge] = []
        edges.reserveCapacity(store.count(ofBucket: bucket))
        store.forEachPart(ofBucket: bucket) { _, part in
            for index in part.indices { edges.append(part[index]) }
        }
        edges.sort { ($0.later, $0.loss, $0.passage) < ($1.later, $1.loss, $1.passage) }
        let first = edges.reduce(UInt32.max) { Swift.min($0, $1.a, $1.b) }
        let last = edges.reduce(first) { Swift.max($0, $1.a, $1.b) }
        guard !edges.isEmpty else { return [] }
        // Members of different clusters have different numbers, those of a bucket neighbours.
        var sets = DisjointSets(count: Int(last - first) + 1)
        return edges.filter { sets.join($0.a - first, $0.b - first) }.map(\.passage)
    }
}

extension KeptPassage {
    /// By how many more scalars were changed than matched: of two copies the one with less tells
    /// more.
    var loss: Int32 { Int32(clamping: changed - matched) }
}

/// Chooses the edges of a graph that join each component at its strongest: its most similar pairs,
/// one fewer than it has nodes.
///
/// Source: J. Kruskal, On the shortest spanning subtree of a graph, 1956. Edges are taken from the
/// most similar down, and of equally similar ones the lowest pair first, unless their ends are joined
/// already. That is an order without ties, so there is one such forest, whatever order the edges
/// come in; it holds the most similar edge of each node, and the forest of two sets of edges together
/// is that of their two forests together.
package struct SpanningForest: Sendable {
    /// An edge to choose from.
    package struct Edge: Sendable, Comparable {
        /// Its two nodes.
        package var pair: TextPair
        /// How similar they are.
        package var similarity: Double
        /// A number by which the caller knows it.
        package var number: Int

        /// Creates an edge.
        package init(_ pair: TextPair, similarity: Double, number: Int) {
            self.pair = pair
            self.similarity = similarity
            self.number = number
        }

        /// The most similar first, then the lowest pair.
        package static func < (left: Edge, right: Edge) -> Bool {
            left.similarity != right.similarity
                ? left.similarity > right.similarity : left.pair < right.pair
        }
    }

    private var sets: DisjointSets

    /// Creates a forest without edges.
    ///
    /// - Parameter nodeCount: Nodes have lower numbers.
    package init(nodeCount: Int) {
        sets = DisjointSets(count: nodeCount)
    }

    /// Chooses edges, after those that were chosen before.
    ///
    /// - Parameter edges: Edges in any order; repeats do no harm.
    /// - Returns: Those of the forest, the most similar first.
    /// - Complexity: O(n log n) in the edges.
    package mutating func choose(_ edges: consuming [Edge]) -> [Edge] {
        edges.sort()
        edges.removeAll { !sets.join($0.pair.first, $0.pair.second) }
        return edges
    }
}

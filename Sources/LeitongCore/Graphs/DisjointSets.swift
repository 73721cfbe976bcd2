/// Groups of elements that are joined pair by pair.
///
/// Source: R. Tarjan, Efficiency of a good but not linear set union algorithm, 1975. The lowest
/// element is the root of its group, so that the first text in document order represents it;
/// path halving alone keeps the trees flat.
package struct DisjointSets: Sendable {
    private var parents: [UInt32]

    /// Creates groups of one element each.
    ///
    /// - Parameter count: Number of elements.
    package init(count: Int) {
        parents = Array(0..<UInt32(count))
    }

    /// Finds the lowest element of an element's group.
    package mutating func root(of element: UInt32) -> UInt32 {
        var element = element
        while parents[Int(element)] != element {
            let grandparent = parents[Int(parents[Int(element)])]
            parents[Int(element)] = grandparent
            element = grandparent
        }
        return element
    }

    /// Joins the groups of two elements.
    ///
    /// - Returns: `true` if they were two groups.
    @discardableResult
    package mutating func join(_ first: UInt32, _ second: UInt32) -> Bool {
        let (a, b) = (root(of: first), root(of: second))
        guard a != b else { return false }
        parents[Int(Swift.max(a, b))] = Swift.min(a, b)
        return true
    }

    /// Whether two elements are in one group.
    package mutating func areJoined(_ first: UInt32, _ second: UInt32) -> Bool {
        root(of: first) == root(of: second)
    }
}

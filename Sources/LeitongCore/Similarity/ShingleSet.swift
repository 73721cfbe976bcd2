/// The shingles of a whole document as a sorted set, for resemblance of documents.
package struct ShingleSet: Sendable {
    private var elements: [UInt64] = []

    /// Creates an empty set.
    package init() {}

    /// Number of different shingles, after ``seal()``.
    package var count: Int { elements.count }

    /// Adds shingles; ``seal()`` must follow before the set is compared.
    package mutating func insert(_ shingles: borrowing ShingleHashes) {
        shingles.withHashes { hashes in
            for index in 0..<hashes.count { elements.append(hashes[index]) }
        }
    }

    /// Sorts the elements and drops repeats.
    package mutating func seal() {
        elements.sort()
        var kept = 0
        for index in elements.indices where index == 0 || elements[index] != elements[index - 1] {
            elements[kept] = elements[index]
            kept += 1
        }
        elements.removeSubrange(kept...)
    }

    /// Compares two sealed sets.
    ///
    /// - Parameter other: Another sealed set.
    /// - Returns: Sizes of intersection and union.
    /// - Complexity: Linear in both.
    package func overlap(with other: ShingleSet) -> Overlap {
        let left = elements.span
        let right = other.elements.span
        var shared = 0
        var i = 0
        var j = 0
        while i < left.count, j < right.count {
            let (x, y) = (left[i], right[j])
            if x == y { shared += 1 }
            if x <= y { i += 1 }
            if y <= x { j += 1 }
        }
        return Overlap(intersection: shared, union: left.count + right.count - shared)
    }
}

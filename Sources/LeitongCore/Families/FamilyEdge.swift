/// Two members of a family that reach the threshold.
package struct FamilyEdge: Sendable, Equatable {
    /// Their numbers in the family.
    package var pair: TextPair
    /// What their shingle sets have in common.
    package var overlap: Overlap

    /// Creates an edge.
    package init(pair: TextPair, overlap: Overlap) {
        self.pair = pair
        self.overlap = overlap
    }
}

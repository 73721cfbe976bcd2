/// Two members of a family that reach the threshold.
public struct FamilyEdge: Sendable, Equatable {
    /// Their numbers in the family.
    public var pair: TextPair
    /// What their shingle sets have in common.
    public var overlap: Overlap

    /// Creates an edge.
    public init(pair: TextPair, overlap: Overlap) {
        self.pair = pair
        self.overlap = overlap
    }
}

/// The two sides of a join: texts that are asked about, and texts that may be their copies.
///
/// A pair is looked for only if one of its texts is on one side and the other on the other. A text
/// may be on both. In a self-join all are, and so every pair is looked for: it is the case where both
/// sides are the same. A pair has no direction, so that nothing depends on which side is which.
@_spi(Core) public struct JoinSides: Sendable, Equatable {
    /// The texts that are asked about.
    public let query: TextSet
    /// The texts that they are compared with.
    public let reference: TextSet
    /// Whether each text is on both sides.
    public let isSelfJoin: Bool

    /// Each text with each.
    public static let same = JoinSides(of: .all, against: .all)

    /// Creates the sides of a join.
    ///
    /// - Parameters:
    ///   - query: The texts that are asked about.
    ///   - reference: The texts that they are compared with.
    public init(of query: TextSet, against reference: TextSet) {
        self.query = query
        self.reference = reference
        isSelfJoin = query == .all && reference == .all
    }

    /// The same sides, so that no more texts are on the first than on the second.
    ///
    /// - Parameter textCount: Number of all texts.
    /// - Returns: The same join.
    /// - Complexity: Linear in the texts.
    public func smallerFirst(textCount: Int) -> JoinSides {
        if isSelfJoin || query.count(of: textCount) <= reference.count(of: textCount) {
            return self
        }
        return JoinSides(of: reference, against: query)
    }

    /// The entries of either side, in the same order; of a self-join twice the same array.
    ///
    /// - Complexity: Linear; constant in a self-join.
    public func parts(of entries: [BandEntry]) -> (query: [BandEntry], reference: [BandEntry]) {
        if isSelfJoin { return (entries, entries) }
        return (
            entries.filter { query.contains($0.text) },
            entries.filter { reference.contains($0.text) }
        )
    }

    /// Whether a pair of these texts is looked for.
    @inline(__always)
    public func joins(_ a: UInt32, _ b: UInt32) -> Bool {
        (query.contains(a) && reference.contains(b)) || (query.contains(b) && reference.contains(a))
    }

    /// Whether two of some texts are a pair that is looked for.
    ///
    /// - Parameter texts: Different texts.
    /// - Returns: Whether one of them is on one side and another on the other.
    /// - Complexity: Linear.
    public func joinsAny(of texts: [UInt32]) -> Bool {
        if isSelfJoin { return texts.count > 1 }
        let asked = texts.count { query.contains($0) }
        let known = texts.count { reference.contains($0) }
        guard asked == 1, known == 1 else { return asked > 0 && known > 0 }
        // One text on both sides is no pair.
        return !texts.contains { query.contains($0) && reference.contains($0) }
    }
}

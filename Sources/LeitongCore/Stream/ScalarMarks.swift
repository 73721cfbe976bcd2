/// Where the next wide scalar and the next wildcard stand: what decides the length of seeds.
struct ScalarMarks {
    /// For each scalar, the position of the first wide scalar or digit at or after it.
    private(set) var nextWide: [Int32] = []
    /// For each scalar, the position of the first wildcard at or after it.
    private(set) var nextWildcard: [Int32] = []

    /// Scans a text from its end.
    ///
    /// - Complexity: Linear.
    mutating func scan(_ scalars: Span<UInt32>) {
        let count = scalars.count
        let none = Int32(truncatingIfNeeded: count)
        if nextWide.count < count + 1 {
            nextWide = [Int32](repeating: none, count: count + 1)
            nextWildcard = nextWide
        }
        var wide = none
        var wildcard = none
        nextWide[count] = none
        nextWildcard[count] = none
        for index in stride(from: count - 1, through: 0, by: -1) {
            let scalar = scalars[index]
            if scalar == FoldedText.wildcard {
                wildcard = Int32(truncatingIfNeeded: index)
            } else if Self.isWide(scalar) {
                wide = Int32(truncatingIfNeeded: index)
            }
            nextWide[index] = wide
            nextWildcard[index] = wildcard
        }
    }

    /// Whether one of a stretch of scalars is wide or a digit.
    @inline(__always)
    func hasWide(from start: Int, count: Int) -> Bool {
        Int(nextWide[start]) < start + count
    }

    /// Whether one of a stretch of scalars is a wildcard.
    @inline(__always)
    func hasWildcard(from start: Int, count: Int) -> Bool {
        Int(nextWildcard[start]) < start + count
    }

    /// Whether a scalar counts as wide: digits carry nearly as much as Chinese characters do.
    @inline(__always)
    static func isWide(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar &- 0x30 < 10 }
        return scalar != FoldedText.wildcard && ScalarWidth.width(of: scalar) == 2
    }
}

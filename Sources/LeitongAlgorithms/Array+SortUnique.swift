extension Array where Element: Comparable {
    /// Sorts elements and drops repeats.
    ///
    /// - Complexity: As sorting.
    @inlinable
    public mutating func sortUnique() {
        sort()
        removeRepeats()
    }

    /// Drops the elements that equal the one before.
    ///
    /// - Complexity: Linear.
    @inlinable
    public mutating func removeRepeats() {
        var kept = 0
        for index in indices where index == 0 || self[index] != self[kept - 1] {
            if index != kept { self[kept] = self[index] }
            kept += 1
        }
        removeSubrange(kept...)
    }
}

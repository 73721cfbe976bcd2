extension Range<Int> {
    /// The first number that belongs to the second part of the range.
    ///
    /// The binary search of the house: lower and upper bounds, and what holds a position, are all told by
    /// the predicate.
    ///
    ///     let first = seeds.indices.partitioningIndex { seeds[$0].position >= position }
    ///
    /// - Parameter belongsInSecondPart: `false` for the numbers of a first part, `true` for all behind
    ///   it.
    /// - Returns: The upper bound if no number belongs to the second part.
    /// - Complexity: Logarithmic in the length of the range.
    @inlinable @inline(__always)
    public func partitioningIndex(where belongsInSecondPart: (Int) -> Bool) -> Int {
        var (low, high) = (lowerBound, upperBound)
        while low < high {
            // Halving the difference cannot overflow, as half the sum of the bounds might.
            let middle = low + (high - low) / 2
            if belongsInSecondPart(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension RandomAccessCollection where Index == Int {
    /// The position of the first element that belongs to the second part of a collection.
    ///
    /// - Parameter belongsInSecondPart: `false` for the elements of a first part, `true` for all behind
    ///   it.
    /// - Returns: The end if no element belongs to the second part.
    /// - Complexity: Logarithmic in the count.
    @inlinable @inline(__always)
    public func partitioningIndex(where belongsInSecondPart: (Element) -> Bool) -> Int {
        (startIndex..<endIndex).partitioningIndex { belongsInSecondPart(self[$0]) }
    }
}

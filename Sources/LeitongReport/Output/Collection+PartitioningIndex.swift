extension RandomAccessCollection {
    /// The first position of a sorted collection at which a condition no longer holds.
    ///
    /// - Parameter precedes: Holds for some elements at the beginning, and for none behind these.
    /// - Returns: Where the first of the others stands; the end if there is none.
    /// - Complexity: O(log n) calls.
    func partitioningIndex(where precedes: (Element) -> Bool) -> Index {
        var (low, rest) = (startIndex, count)
        while rest > 0 {
            let half = rest / 2
            let middle = index(low, offsetBy: half)
            if precedes(self[middle]) {
                low = index(after: middle)
                rest -= half + 1
            } else {
                rest = half
            }
        }
        return low
    }
}

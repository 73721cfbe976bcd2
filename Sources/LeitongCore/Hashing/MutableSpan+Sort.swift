extension MutableSpan where Element: Comparable & BitwiseCopyable {
    /// Sorts a few elements where they are, many in a copy.
    ///
    /// For the short runs that counting leaves, which are in the cache.
    ///
    /// - Complexity: O(n log n); linear where they stand in order already.
    @inline(__always)
    mutating func sort(_ range: Range<Int>) {
        // More would cost insertion sort their square.
        if range.count > 64 { sortCopy(range) } else { sortByInsertion(range) }
    }

    @inline(__always)
    private mutating func sortByInsertion(_ range: Range<Int>) {
        for index in range.dropFirst() {
            let element = self[index]
            var position = index
            while position > range.lowerBound, self[position - 1] > element {
                self[position] = self[position - 1]
                position -= 1
            }
            self[position] = element
        }
    }

    private mutating func sortCopy(_ range: Range<Int>) {
        var copy: [Element] = []
        copy.reserveCapacity(range.count)
        for index in range { copy.append(self[index]) }
        copy.sort()
        for (index, element) in zip(range, copy) { self[index] = element }
    }
}

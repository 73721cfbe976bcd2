extension Range<Int> {
    /// The end of the longest run of equal keys that begins with the range.
    ///
    /// - Parameter key: The key at a number.
    /// - Returns: The first number whose key is not that of the lower bound, or the upper bound; the
    ///   range itself must not be empty.
    /// - Complexity: Linear in the run.
    @inlinable @inline(__always)
    public func endOfFirstRun<Key: Equatable>(by key: (Int) -> Key) -> Int {
        let first = key(lowerBound)
        var end = lowerBound + 1
        while end < upperBound, key(end) == first { end += 1 }
        return end
    }

    /// Calls `body` with each run of equal keys, as long as it goes, in order.
    ///
    ///     entries.indices.forEachRun(by: { entries[$0].hash }, do: { run in … })
    ///
    /// - Parameters:
    ///   - key: The key at a number.
    ///   - body: Receives the runs; together they are the range.
    /// - Complexity: Linear in the range.
    @inlinable @inline(__always)
    public func forEachRun<Key: Equatable>(
        by key: (Int) -> Key,
        do body: (Range<Int>) -> Void
    ) {
        var start = lowerBound
        while start < upperBound {
            let end = (start..<upperBound).endOfFirstRun(by: key)
            body(start..<end)
            start = end
        }
    }
}

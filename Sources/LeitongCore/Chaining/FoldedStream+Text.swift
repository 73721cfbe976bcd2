import LeitongStorage

extension FoldedStream {
    /// A hash of a stretch of text: equal for equal scalars.
    ///
    /// - Complexity: Linear in the stretch.
    public func textHash(of range: Range<Int>) -> UInt64 {
        RunHash.hash(scalars.span, from: range.lowerBound, count: range.count)
    }

    /// Whether two stretches hold the same text.
    ///
    /// - Complexity: Linear in the stretches.
    public func haveEqualText(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        guard first.count == second.count else { return false }
        let (a, b) = (scalars.span.extracting(first), scalars.span.extracting(second))
        for index in a.indices where a[index] != b[index] { return false }
        return true
    }

    /// How many documents hold some places.
    ///
    /// - Parameter starts: Positions, rising.
    /// - Returns: Their number.
    public func documentCount(of starts: [Int]) -> Int {
        var count = 0
        var end = 0
        for start in starts where start >= end {
            count += 1
            end = documentStarts[document(at: start) + 1]
        }
        return count
    }
}

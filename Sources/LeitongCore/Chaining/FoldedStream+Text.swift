import LeitongStorage

extension FoldedStream {
    /// A hash of a stretch of text: equal for equal scalars.
    ///
    /// - Complexity: Linear in the stretch.
    package func textHash(of range: Range<Int>) -> UInt64 {
        RunHash.hash(scalars.span, from: range.lowerBound, count: range.count)
    }

    /// Whether two stretches hold the same text.
    ///
    /// - Complexity: Linear in the stretches.
    package func haveEqualText(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        guard first.count == second.count else { return false }
        let (a, b) = (scalars.span.extracting(first), scalars.span.extracting(second))
        for index in a.indices where a[index] != b[index] { return false }
        return true
    }

    /// Whether one stretch comes before another by what they hold: the shorter, then by scalars.
    ///
    /// - Complexity: Linear in what they begin with in common.
    func precedes(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        if first.count != second.count { return first.count < second.count }
        let (a, b) = (scalars.span.extracting(first), scalars.span.extracting(second))
        for index in a.indices where a[index] != b[index] { return a[index] < b[index] }
        return false
    }

    /// What agrees in two stretches, in order.
    ///
    /// - Complexity: As that of ``EditScript``.
    package func equalStretches(of first: Range<Int>, and second: Range<Int>) -> [EqualStretch] {
        let (a, b) = (scalars.span.extracting(first), scalars.span.extracting(second))
        return EditScript(from: a, to: b).withoutShortMatches(from: a, to: b).runs
            .filter { $0.kind == .equal }
            .map {
                EqualStretch(
                    a: first.lowerBound + $0.a.lowerBound,
                    b: second.lowerBound + $0.b.lowerBound,
                    length: $0.a.count
                )
            }
    }

    /// How many documents hold some places.
    ///
    /// - Parameter starts: Positions, rising.
    /// - Returns: Their number.
    package func documentCount(of starts: [Int]) -> Int {
        var count = 0
        var end = 0
        for start in starts where start >= end {
            count += 1
            end = documentStarts[document(at: start) + 1]
        }
        return count
    }
}

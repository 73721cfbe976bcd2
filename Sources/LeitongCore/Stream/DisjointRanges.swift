import LeitongAlgorithms

/// Ranges that do not overlap, rising.
package struct DisjointRanges: Sendable, Equatable {
    /// The ranges.
    package private(set) var ranges: [Range<Int>] = []

    /// Creates a list without ranges.
    package init() {}

    /// Creates the union of ranges in any order.
    ///
    /// - Complexity: Linear but for sorting.
    package init(_ ranges: [Range<Int>]) {
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) { add(range) }
    }

    /// Adds a range; ranges come in rising order of their starts.
    package mutating func add(_ range: Range<Int>) {
        if let last = ranges.last, range.lowerBound <= last.upperBound {
            ranges[ranges.count - 1] =
                last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
        } else if !range.isEmpty {
            ranges.append(range)
        }
    }

    /// Whether one of the ranges overlaps another.
    ///
    /// - Complexity: Linear in the ranges.
    func overlaps(_ other: Range<Int>) -> Bool {
        ranges.contains { $0.overlaps(other) }
    }

    /// What other ranges leave of these.
    ///
    /// - Complexity: Linear.
    package func subtracting(_ others: DisjointRanges) -> DisjointRanges {
        var result = DisjointRanges()
        var next = 0
        for range in ranges {
            var start = range.lowerBound
            while next < others.ranges.count, others.ranges[next].upperBound <= start { next += 1 }
            var other = next
            while other < others.ranges.count, others.ranges[other].lowerBound < range.upperBound {
                if start < others.ranges[other].lowerBound {
                    result.ranges.append(start..<others.ranges[other].lowerBound)
                }
                start = Swift.max(start, others.ranges[other].upperBound)
                other += 1
            }
            if start < range.upperBound { result.ranges.append(start..<range.upperBound) }
        }
        return result
    }
}

/// Ranges that do not overlap, rising, of which more come in any order.
struct DisjointPlaces {
    private var ranges: [Range<Int>] = []

    /// Whether one of the ranges overlaps another.
    ///
    /// - Complexity: Logarithmic in the ranges.
    func overlap(_ other: Range<Int>) -> Bool {
        let index = firstRange(endingAfter: other.lowerBound)
        return index < ranges.count && ranges[index].overlaps(other)
    }

    /// Adds a range that overlaps none.
    ///
    /// - Complexity: Logarithmic in the ranges, and linear in those behind it.
    mutating func insert(_ range: Range<Int>) {
        ranges.insert(range, at: firstRange(endingAfter: range.lowerBound))
    }

    private func firstRange(endingAfter position: Int) -> Int {
        ranges.partitioningIndex { $0.upperBound > position }
    }
}

extension Range<Int> {
    /// Scalars between two ranges; 0 if they touch or overlap.
    func gap(to other: Range<Int>) -> Int {
        Swift.max(0, other.lowerBound - upperBound, lowerBound - other.upperBound)
    }

    /// The range that spans both.
    func union(_ other: Range<Int>) -> Range<Int> {
        Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
    }
}

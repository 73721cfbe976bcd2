/// Elements grouped by a number, in two flat arrays: all elements, group after group, and where each
/// group begins.
///
/// Source: the counting sort of H. Seward, 1954; the layout is that of compressed sparse rows.
public struct GroupedElements<Element: BitwiseCopyable & Sendable>: Sendable {
    /// The elements of group 0, of group 1, ...; those of each in the order they came in.
    public var elements: [Element]
    /// Where each group begins, and one entry more.
    public let starts: [UInt32]

    /// Groups elements.
    ///
    /// - Parameters:
    ///   - groupCount: Groups have lower numbers.
    ///   - filler: Any element.
    ///   - visit: Hands on each element with its group. It is called twice, to count and to fill, and
    ///     has to hand on the same both times.
    /// - Complexity: Linear in the elements and the groups.
    @inlinable @inline(__always)
    public init(
        groupCount: Int,
        filler: Element,
        visit: ((_ group: Int, _ element: Element) -> Void) -> Void
    ) {
        var next = [UInt32](repeating: 0, count: groupCount + 1)
        visit { group, _ in next[group + 1] += 1 }
        GroupStarts.addUp(&next)
        starts = next
        var elements = [Element](repeating: filler, count: Int(next[groupCount]))
        visit { group, element in
            elements[Int(next[group])] = element
            next[group] += 1
        }
        self.elements = elements
    }

    /// Groups elements that have numbers: in hot loops faster than visiting them.
    ///
    /// - Parameters:
    ///   - count: How many there are.
    ///   - groupCount: Groups have lower numbers.
    ///   - filler: Any element.
    ///   - group: The group of the element with a number.
    ///   - element: The element with a number.
    /// - Complexity: Linear in the elements and the groups.
    @inlinable @inline(__always)
    public init(
        count: Int,
        groupCount: Int,
        filler: Element,
        group: (Int) -> Int,
        element: (Int) -> Element
    ) {
        var starts = [UInt32](repeating: 0, count: groupCount + 1)
        for number in 0..<count { starts[group(number) + 1] += 1 }
        for group in 0..<groupCount { starts[group + 1] += starts[group] }
        var elements = [Element](repeating: filler, count: count)
        var next = starts
        for number in 0..<count {
            let group = group(number)
            elements[Int(next[group])] = element(number)
            next[group] += 1
        }
        self.elements = elements
        self.starts = starts
    }

    /// Creates a list without groups.
    public init() {
        elements = []
        starts = [0]
    }

    /// Number of groups.
    public var groupCount: Int { starts.count - 1 }

    /// Where the elements of a group lie in ``elements``.
    @inlinable @inline(__always)
    public func range(ofGroup group: Int) -> Range<Int> {
        Int(starts[group])..<Int(starts[group + 1])
    }

    /// The elements of a group.
    @inlinable @inline(__always)
    public subscript(group: Int) -> ArraySlice<Element> {
        elements[range(ofGroup: group)]
    }
}

/// Where groups begin whose elements lie behind one another.
public enum GroupStarts {
    /// Counts the elements of groups, and adds the counts up.
    ///
    /// - Parameters:
    ///   - groupCount: Groups have lower numbers.
    ///   - visit: Hands on the group of each element.
    /// - Returns: Where each group begins, and one entry more.
    /// - Complexity: Linear in the elements and the groups.
    @inlinable @inline(__always)
    public static func starts<Start: FixedWidthInteger>(
        groupCount: Int,
        visit: ((_ group: Int) -> Void) -> Void
    ) -> [Start] {
        var starts = [Start](repeating: 0, count: groupCount + 1)
        visit { starts[$0 + 1] += 1 }
        addUp(&starts)
        return starts
    }

    /// Turns the count of each group, noted one place behind it, into where the groups begin.
    @inlinable @inline(__always)
    public static func addUp<Start: FixedWidthInteger>(_ counts: inout [Start]) {
        for group in counts.indices.dropLast() { counts[group + 1] += counts[group] }
    }
}

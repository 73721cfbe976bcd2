/// Elements grouped by a number, in two flat arrays: all elements, group after group, and where each
/// group begins.
///
/// Source: the counting sort of H. Seward, 1954; the layout is that of compressed sparse rows.
package struct GroupedElements<Element: BitwiseCopyable & Sendable>: Sendable {
    /// The elements of group 0, of group 1, ...; those of each in the order they came in.
    package var elements: [Element]
    /// Where each group begins, and one entry more.
    package let starts: [UInt32]

    /// Groups elements.
    ///
    /// - Parameters:
    ///   - groupCount: Groups have lower numbers.
    ///   - filler: Any element.
    ///   - visit: Hands on each element with its group. It is called twice, to count and to fill, and
    ///     has to hand on the same both times.
    /// - Complexity: Linear in the elements and the groups.
    @inlinable @inline(__always)
    package init(
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

    /// Creates a list without groups.
    package init() {
        elements = []
        starts = [0]
    }

    /// Number of groups.
    package var groupCount: Int { starts.count - 1 }

    /// Where the elements of a group lie in ``elements``.
    @inlinable @inline(__always)
    package func range(ofGroup group: Int) -> Range<Int> {
        Int(starts[group])..<Int(starts[group + 1])
    }

    /// The elements of a group.
    @inlinable @inline(__always)
    package subscript(group: Int) -> ArraySlice<Element> {
        elements[range(ofGroup: group)]
    }
}

/// Where groups begin whose elements lie behind one another.
package enum GroupStarts {
    /// Counts the elements of groups, and adds the counts up.
    ///
    /// - Parameters:
    ///   - groupCount: Groups have lower numbers.
    ///   - visit: Hands on the group of each element.
    /// - Returns: Where each group begins, and one entry more.
    /// - Complexity: Linear in the elements and the groups.
    @inlinable @inline(__always)
    package static func starts<Start: FixedWidthInteger>(
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
    package static func addUp<Start: FixedWidthInteger>(_ counts: inout [Start]) {
        for group in counts.indices.dropLast() { counts[group + 1] += counts[group] }
    }
}

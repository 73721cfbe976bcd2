/// Cuts folded scalars into shingles, by the rule of ``Shingler``, as a set.
///
/// Its hashes are not those of ``Shingler``, which hashes folded bytes; equal shingles have equal
/// hashes here as there.
package struct ScalarShingler: Sendable {
    /// How long a shingle is.
    package let rule: ShingleRule

    /// Creates a shingler.
    ///
    /// - Parameter rule: Length rule; its number must be positive.
    package init(rule: ShingleRule) {
        switch rule {
        case .width(let length), .characters(let length):
            precondition(length > 0, "a shingle holds at least one character")
        }
        self.rule = rule
    }

    /// The different shingles of a text.
    ///
    /// - Parameter text: Folded scalars; no shingle crosses a ``FoldedText/wildcard``.
    /// - Returns: Their hashes, rising.
    /// - Complexity: Linear in the text times the length of a shingle, and O(n log n) for the order.
    package func shingles(of text: Span<UInt32>) -> [UInt64] {
        var hashes: [UInt64] = []
        hashes.reserveCapacity(text.count)
        var start = 0
        for index in 0...text.count
        where index == text.count || text[index] == FoldedText.wildcard {
            append(text.extracting(start..<index), to: &hashes)
            start = index + 1
        }
        hashes.sort()
        var kept = 0
        for index in hashes.indices where index == 0 || hashes[index] != hashes[kept - 1] {
            hashes[kept] = hashes[index]
            kept += 1
        }
        hashes.removeSubrange(kept...)
        return hashes
    }

    /// Appends the shingles of a stretch without wildcards.
    private func append(_ stretch: Span<UInt32>, to hashes: inout [UInt64]) {
        // [first, last) is the shortest run from `first` that is long enough.
        var last = 0
        var length = 0
        let wanted = self.wanted
        for first in 0..<stretch.count {
            while length < wanted, last < stretch.count {
                length += measure(stretch[last])
                last += 1
            }
            guard length >= wanted else { return }
            hashes.append(RunHash.hash(stretch, from: first, count: last - first))
            length -= measure(stretch[first])
        }
    }

    private var wanted: Int {
        switch rule {
        case .width(let width): width
        case .characters(let count): count
        }
    }

    private func measure(_ scalar: UInt32) -> Int {
        if case .characters = rule { return 1 }
        return ScalarWidth.width(of: scalar)
    }
}

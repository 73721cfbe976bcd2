private import CXXHash

/// Finds short texts that differ by at most one character.
///
/// Source: T. Bocek, E. Hunt, B. Stiller, Fast similarity search in large dictionaries (FastSS),
/// 2007. Two texts are within one substitution, insertion or deletion of each other only if they,
/// with at most one character deleted from each, are equal. So each text is entered under the hash
/// of itself and of itself without each character; texts that share an entry are candidates.
public struct SingleEditJoin: Sendable {
    private var entries: [BandEntry] = []
    private var scratch: [UInt8] = []

    /// Creates an empty join.
    public init() {}

    /// Adds a text; texts are added in rising order of their numbers.
    ///
    /// - Parameters:
    ///   - number: Number of the text.
    ///   - text: Its folded text.
    /// - Complexity: Quadratic in the length of the text, which is short.
    public mutating func add(_ number: UInt32, text: borrowing FoldedText) {
        entries.append(BandEntry(key: hash(text.bytes.span), text: number))
        for skipped in 0..<text.scalarCount {
            scratch.removeAll(keepingCapacity: true)
            scratch.append(contentsOf: text.bytes[..<Int(text.scalarStarts[skipped])])
            scratch.append(contentsOf: text.bytes[Int(text.scalarStarts[skipped + 1])...])
            entries.append(BandEntry(key: hash(scratch.span), text: number))
        }
    }

    /// Adds the texts of another join behind those of this one.
    public mutating func append(_ other: SingleEditJoin) {
        entries.append(contentsOf: other.entries)
    }

    /// Lists the candidate pairs.
    ///
    /// A group of more than ``BucketScan/largeBucketSize`` texts (a numbered heading, say) gives
    /// its first text with every other and each text with the next, instead of all pairs.
    ///
    /// - Parameter expandsAll: Whether large groups give all their pairs too.
    /// - Returns: Pairs in rising order, each once.
    public consuming func candidates(expandsAll: Bool) -> [TextPair] {
        var sorter = BandSorter()
        sorter.sort(&entries)
        var pairs: [TextPair] = []
        var group: [UInt32] = []
        for index in entries.indices {
            let entry = entries[index]
            if group.last != entry.text { group.append(entry.text) }
            if index + 1 == entries.count || entries[index + 1].key != entry.key {
                Self.pair(group, expandsAll: expandsAll, into: &pairs)
                group.removeAll(keepingCapacity: true)
            }
        }
        TextPair.sortUnique(&pairs)
        return pairs
    }

    private static func pair(_ group: [UInt32], expandsAll: Bool, into pairs: inout [TextPair]) {
        guard group.count > 1 else { return }
        if group.count > BucketScan.largeBucketSize, !expandsAll {
            for index in 1..<group.count {
                pairs.append(TextPair(group[0], group[index]))
                if index > 1 { pairs.append(TextPair(group[index - 1], group[index])) }
            }
            return
        }
        for left in 0..<group.count - 1 {
            for right in left + 1..<group.count {
                pairs.append(TextPair(group[left], group[right]))
            }
        }
    }

    /// Whether two texts differ by exactly one substitution, insertion or deletion of a character.
    ///
    /// - Complexity: Linear in the length.
    public static func differByOneEdit(_ a: borrowing FoldedText, _ b: borrowing FoldedText) -> Bool
    {
        let (shorter, longer) =
            a.scalarCount <= b.scalarCount
            ? (a.scalarCount, b.scalarCount) : (b.scalarCount, a.scalarCount)
        guard longer - shorter <= 1 else { return false }
        var prefix = 0
        while prefix < shorter, a.hasSameScalar(at: prefix, as: b, at: prefix) { prefix += 1 }
        var suffix = 0
        while suffix < shorter - prefix,
            a.hasSameScalar(at: a.scalarCount - 1 - suffix, as: b, at: b.scalarCount - 1 - suffix)
        {
            suffix += 1
        }
        return longer - prefix - suffix == 1
    }

    private func hash(_ bytes: Span<UInt8>) -> UInt64 {
        // Safe: hashes exactly the bytes of the span.
        unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe leitong_xxh3_64(bytes.baseAddress, bytes.count)
        }
    }
}

extension FoldedText {
    /// Whether a scalar of this text equals a scalar of another.
    func hasSameScalar(at index: Int, as other: borrowing FoldedText, at otherIndex: Int) -> Bool {
        let range = Int(scalarStarts[index])..<Int(scalarStarts[index + 1])
        let otherStart = Int(other.scalarStarts[otherIndex])
        guard range.count == Int(other.scalarStarts[otherIndex + 1]) - otherStart else {
            return false
        }
        for offset in 0..<range.count
        where bytes[range.lowerBound + offset] != other.bytes[otherStart + offset] {
            return false
        }
        return true
    }
}

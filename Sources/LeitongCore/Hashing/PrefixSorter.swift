import LeitongAlgorithms

/// What a ``PrefixSorter`` sorts: entries whose order begins with that of a hash.
protocol PrefixSortable: Comparable, BitwiseCopyable, Sendable {
    /// 64 bits that rise with the entries; the upper ones are those of a hash.
    var prefix: UInt64 { get }
    /// Any entry.
    static var filler: Self { get }
}

/// Sorts entries so that equal hashes stand together.
///
/// Source: P. McIlroy, K. Bostic, M. D. McIlroy, Engineering radix sort, 1993. Two stable counting
/// passes over the highest bits leave runs of a few entries, which insertion sort finishes while
/// they are in the cache. Hashes keep runs short, unless very many are equal; those entries then
/// stand in the order they came in, which is theirs.
struct PrefixSorter<Entry: PrefixSortable>: Sendable {
    private var spare: [Entry] = []

    /// Sorts entries that come in rising order among those of equal hashes.
    ///
    /// - Complexity: Linear in the number of entries.
    mutating func sort(_ entries: inout [Entry]) {
        let count = entries.count
        guard count > 1 else { return }
        let significantBits = Int.bitWidth - count.leadingZeroBitCount
        let passBits = Swift.max(1, Swift.min(11, (significantBits + 1) / 2))
        if spare.count < count {
            spare = [Entry](repeating: .filler, count: count)
        }
        var counts = [Int](repeating: 0, count: 1 << passBits)
        let low = 64 - 2 * passBits
        Self.scatter(entries.span, into: &spare, shift: low, bits: passBits, &counts)
        let scattered = spare.span.extracting(0..<count)
        Self.scatter(scattered, into: &entries, shift: 64 - passBits, bits: passBits, &counts)
        Self.finish(&entries, prefixShift: low)
    }

    /// One stable counting pass over `bits` bits of the prefix.
    private static func scatter(
        _ source: Span<Entry>,
        into target: inout [Entry],
        shift: Int,
        bits: Int,
        _ counts: inout [Int]
    ) {
        let mask = (1 << bits) - 1
        var counts = counts.mutableSpan
        for digit in 0...mask { counts[digit] = 0 }
        for index in 0..<source.count {
            counts[Int(truncatingIfNeeded: source[index].prefix >> UInt64(shift)) & mask] += 1
        }
        var next = 0
        for digit in 0...mask {
            let count = counts[digit]
            counts[digit] = next
            next += count
        }
        var target = target.mutableSpan
        for index in 0..<source.count {
            let entry = source[index]
            let digit = Int(truncatingIfNeeded: entry.prefix >> UInt64(shift)) & mask
            target[counts[digit]] = entry
            counts[digit] += 1
        }
    }

    /// Sorts each run of equal upper bits.
    private static func finish(_ entries: inout [Entry], prefixShift: Int) {
        var entries = entries.mutableSpan
        var start = 0
        while start < entries.count {
            let end = (start..<entries.count)
                .endOfFirstRun { entries[$0].prefix >> UInt64(prefixShift) }
            if end - start > 1 { entries.sort(start..<end) }
            start = end
        }
    }
}

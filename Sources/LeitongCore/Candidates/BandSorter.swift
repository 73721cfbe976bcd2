/// Sorts entries so that equal 64-bit keys stand together.
///
/// Source: P. McIlroy, K. Bostic, M. D. McIlroy, Engineering radix sort, 1993. Two stable counting
/// passes over the highest bits leave runs of a few entries, which insertion sort finishes while
/// they are in the cache. Keys are hashes, so runs stay short unless very many keys are equal.
public struct BandSorter: Sendable {
    private var spare: [BandEntry] = []

    /// Creates a sorter; it keeps its buffers from band to band.
    public init() {}

    /// Sorts by key, then by text, provided the texts rise in the input.
    ///
    /// - Parameter entries: Entries in rising order of `text`.
    /// - Complexity: Linear in the number of entries for keys that are hashes.
    public mutating func sort(_ entries: inout [BandEntry]) {
        let count = entries.count
        guard count > 1 else { return }
        let significantBits = Int.bitWidth - count.leadingZeroBitCount
        let passBits = Swift.max(1, Swift.min(11, (significantBits + 1) / 2))
        if spare.count < count {
            spare = [BandEntry](repeating: BandEntry(key: 0, text: 0), count: count)
        }
        var counts = [Int](repeating: 0, count: 1 << passBits)
        let low = 64 - 2 * passBits
        Self.scatter(entries.span, into: &spare, shift: low, bits: passBits, &counts)
        let scattered = spare.span.extracting(0..<count)
        let high = 64 - passBits
        Self.scatter(scattered, into: &entries, shift: high, bits: passBits, &counts)
        Self.finish(&entries, prefixShift: low)
    }

    /// One stable counting pass over `bits` bits of the key.
    private static func scatter(
        _ source: Span<BandEntry>,
        into target: inout [BandEntry],
        shift: Int,
        bits: Int,
        _ counts: inout [Int]
    ) {
        let mask = (1 << bits) - 1
        for digit in 0...mask { counts[digit] = 0 }
        for index in 0..<source.count {
            counts[Int(truncatingIfNeeded: source[index].key >> UInt64(shift)) & mask] += 1
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
            let digit = Int(truncatingIfNeeded: entry.key >> UInt64(shift)) & mask
            target[counts[digit]] = entry
            counts[digit] += 1
        }
    }

    /// Sorts each run of equal prefixes by whole keys, keeping the order of equal ones.
    private static func finish(_ entries: inout [BandEntry], prefixShift: Int) {
        let count = entries.count
        var start = 0
        while start < count {
            let prefix = entries[start].key >> UInt64(prefixShift)
            var end = start + 1
            while end < count, entries[end].key >> UInt64(prefixShift) == prefix {
                end += 1
            }
            if end - start > 1 {
                sortRun(&entries, start..<end)
            }
            start = end
        }
    }

    /// Insertion sort for short runs; the library's sort for a long run of differing keys.
    private static func sortRun(_ entries: inout [BandEntry], _ range: Range<Int>) {
        if range.count > 64 {
            entries[range].sort { ($0.key, $0.text) < ($1.key, $1.text) }
            return
        }
        for index in range.dropFirst() {
            let entry = entries[index]
            var position = index
            while position > range.lowerBound, entries[position - 1].key > entry.key {
                entries[position] = entries[position - 1]
                position -= 1
            }
            entries[position] = entry
        }
    }
}

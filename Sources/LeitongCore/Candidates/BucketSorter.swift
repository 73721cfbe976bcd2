/// Sorts the entries of a band so that equal keys stand together.
///
/// Source: P. McIlroy, K. Bostic, M. D. McIlroy, Engineering radix sort, 1993. Two counting passes
/// over the highest bits leave runs of a few entries, which insertion sort finishes while they are
/// in the cache. Keys are hashes, so runs stay short unless very many keys are equal; then the
/// entries of a run stand in order already, for the passes keep the order of the texts.
public struct BucketSorter: Sendable {
    private var spare: [BucketEntry] = []

    /// Creates a sorter; it keeps its buffers from band to band.
    public init() {}

    /// Sorts by key, then by text.
    ///
    /// - Parameter entries: Entries; in rising order of `text` they sort fastest.
    /// - Complexity: Linear in the number of entries for keys that are hashes.
    public mutating func sort(_ entries: inout [BucketEntry]) {
        let count = entries.count
        guard count > 1 else { return }
        let significantBits = Int.bitWidth - count.leadingZeroBitCount
        let passBits = Swift.max(1, Swift.min(11, (significantBits + 1) / 2))
        if spare.count < count {
            spare = [BucketEntry](repeating: BucketEntry(key: 0, text: 0), count: count)
        }
        var counts = [Int](repeating: 0, count: 1 << passBits)
        let low = 64 - 2 * passBits
        Self.scatter(entries.span, into: &spare, shift: low, bits: passBits, &counts)
        let scattered = spare.span.extracting(0..<count)
        Self.scatter(scattered, into: &entries, shift: 64 - passBits, bits: passBits, &counts)
        Self.finish(&entries, prefixShift: low)
    }

    /// One stable counting pass over `bits` bits of the key.
    private static func scatter(
        _ source: Span<BucketEntry>,
        into target: inout [BucketEntry],
        shift: Int,
        bits: Int,
        _ counts: inout [Int]
    ) {
        let mask = (1 << bits) - 1
        var counts = counts.mutableSpan
        for digit in 0...mask { counts[digit] = 0 }
        for index in 0..<source.count {
            counts[Int(truncatingIfNeeded: source[index].packed >> UInt64(shift)) & mask] += 1
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
            let digit = Int(truncatingIfNeeded: entry.packed >> UInt64(shift)) & mask
            target[counts[digit]] = entry
            counts[digit] += 1
        }
    }

    /// Sorts each run of equal prefixes.
    private static func finish(_ entries: inout [BucketEntry], prefixShift: Int) {
        var span = entries.mutableSpan
        let count = span.count
        var start = 0
        while start < count {
            let prefix = span[start].packed >> UInt64(prefixShift)
            var end = start + 1
            while end < count, span[end].packed >> UInt64(prefixShift) == prefix { end += 1 }
            if end - start > 1 { insertionSort(&span, start..<end) }
            start = end
        }
    }

    /// Insertion sort: linear for a long run of one key, which stands in order.
    ///
    /// A long run of differing keys cannot come of hashes; of a built input it costs its square.
    private static func insertionSort(
        _ entries: inout MutableSpan<BucketEntry>,
        _ range: Range<Int>
    ) {
        for index in range.dropFirst() {
            let entry = entries[index]
            var position = index
            while position > range.lowerBound, entries[position - 1] > entry {
                entries[position] = entries[position - 1]
                position -= 1
            }
            entries[position] = entry
        }
    }
}

/// Reads sorted band entries bucket by bucket and nominates pairs.
///
/// A bucket holds the texts with one key. A small bucket gives all its pairs. A bucket of more than
/// ``largeBucketSize`` texts would give quadratically many, so it is handed over whole, to be
/// verified against representatives.
public struct BucketScan: Sendable {
    /// Buckets up to this size are expanded to all their pairs.
    public static let largeBucketSize = 64

    /// Fewest agreements of two sketches for a pair to be nominated.
    public let leastAgreements: Int
    /// Whether buckets of any size are expanded.
    public let expandsAll: Bool

    /// Creates a scan.
    ///
    /// - Parameters:
    ///   - leastAgreements: Cut-off of ``BitSketch``; 0 nominates every pair.
    ///   - expandsAll: `true` when every pair over the threshold is wanted.
    public init(leastAgreements: Int, expandsAll: Bool) {
        self.leastAgreements = leastAgreements
        self.expandsAll = expandsAll
    }

    /// Nominates the pairs of one band.
    ///
    /// - Parameters:
    ///   - entries: Entries sorted by key, then by text.
    ///   - sketches: Sketch of each text, by number.
    ///   - pairs: Receives the nominated pairs.
    ///   - largeBuckets: Receives the texts of each large bucket, in rising order.
    /// - Complexity: Linear in the entries, times the size of the buckets up to the large size.
    public func nominate(
        from entries: Span<BucketEntry>,
        sketches: Span<BitSketch>,
        pairs: inout [TextPair],
        largeBuckets: inout [[UInt32]]
    ) {
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].key == entries[start].key {
                end += 1
            }
            if end - start > Self.largeBucketSize, !expandsAll {
                largeBuckets.append((start..<end).map { entries[$0].text })
            } else if end - start > 1 {
                expand(entries.extracting(start..<end), sketches: sketches, pairs: &pairs)
            }
            start = end
        }
    }

    private func expand(
        _ bucket: Span<BucketEntry>,
        sketches: Span<BitSketch>,
        pairs: inout [TextPair]
    ) {
        for left in 0..<bucket.count - 1 {
            let first = bucket[left].text
            let sketch = sketches[Int(first)]
            for right in left + 1..<bucket.count {
                let second = bucket[right].text
                if sketch.agreements(with: sketches[Int(second)]) >= leastAgreements {
                    pairs.append(TextPair(first, second))
                }
            }
        }
    }
}

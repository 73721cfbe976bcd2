import LeitongAlgorithms

/// Reads sorted band entries bucket by bucket and nominates pairs.
///
/// A bucket holds the texts with one key. A small bucket gives all its pairs. A bucket of more than
/// ``largeBucketSize`` texts would give quadratically many, so it is handed over whole, to be
/// compared as a family.
@_spi(Core) public struct BucketScan: Sendable {
    /// Buckets up to this size are expanded to all their pairs.
    public static let largeBucketSize = 64

    /// Fewest agreements of two sketches for a pair to be nominated.
    public let leastAgreements: Int

    /// Creates a scan.
    ///
    /// - Parameter leastAgreements: Cut-off of ``BitSketch``; 0 nominates every pair.
    public init(leastAgreements: Int) {
        self.leastAgreements = leastAgreements
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
        from entries: Span<BandEntry>,
        sketches: Span<BitSketch>,
        pairs: inout [TextPair],
        largeBuckets: inout [[UInt32]]
    ) {
        var waiting: [TextPair] = []
        waiting.reserveCapacity(Self.waitingLimit)
        // The hottest of such loops: what a closure changes would be kept behind a reference.
        var start = 0
        while start < entries.count {
            let end = (start..<entries.count).endOfFirstRun { entries[$0].key }
            let run = start..<end
            start = end
            if run.count > Self.largeBucketSize {
                largeBuckets.append(run.map { entries[$0].text })
            } else if run.count > 1 {
                let bucket = entries.extracting(run)
                expand(bucket, into: &waiting, sketches: sketches, pairs: &pairs)
            }
        }
        sift(&waiting, sketches: sketches, into: &pairs)
    }

    /// Pairs that wait to be compared by their sketches.
    private static let waitingLimit = 1024

    private func expand(
        _ bucket: Span<BandEntry>,
        into waiting: inout [TextPair],
        sketches: Span<BitSketch>,
        pairs: inout [TextPair]
    ) {
        for left in 0..<bucket.count - 1 {
            for right in left + 1..<bucket.count {
                if waiting.count == Self.waitingLimit {
                    sift(&waiting, sketches: sketches, into: &pairs)
                }
                waiting.append(TextPair(bucket[left].text, bucket[right].text))
            }
        }
    }

    /// Moves the pairs that their sketches do not rule out.
    ///
    /// Many at once and without a branch: sketches lie all over the memory, and only so does the
    /// processor fetch those of the next pairs while it waits for the first.
    private func sift(
        _ waiting: inout [TextPair],
        sketches: Span<BitSketch>,
        into pairs: inout [TextPair]
    ) {
        var kept = 0
        var span = waiting.mutableSpan
        for index in 0..<span.count {
            let pair = span[index]
            let left = sketches[Int(pair.first)]
            let agreements = left.agreements(with: sketches[Int(pair.second)])
            span[kept] = pair
            kept += agreements >= leastAgreements ? 1 : 0
        }
        pairs.append(contentsOf: waiting[..<kept])
        waiting.removeAll(keepingCapacity: true)
    }
}

import LeitongAlgorithms

/// Reads sorted band entries bucket by bucket and nominates pairs.
///
/// A bucket holds the texts with one key. A small bucket gives all its pairs that join the two sides,
/// which in a self-join are all. A bucket of more than ``largeBucketSize`` texts would give
/// quadratically many, so it is handed over whole, to be compared as a family.
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

    /// Nominates the pairs of one band that join a text of one side with one of the other.
    ///
    /// In a self-join both sides are the same entries, given twice.
    ///
    /// - Parameters:
    ///   - query: Entries of the texts that are asked about, sorted by key, then by text.
    ///   - reference: Entries of the texts that they are compared with, sorted in the same way; a
    ///     text may stand in both.
    ///   - sketches: Sketch of each text, by number.
    ///   - pairs: Receives the nominated pairs; one of two texts that are both on both sides perhaps
    ///     twice.
    ///   - largeBuckets: Receives the texts of each large bucket, in rising order, whatever sides they
    ///     are on: a bucket of one side alone may join two that are not.
    /// - Complexity: Linear in the entries, and in the pairs of small buckets that join the sides.
    public func nominate(
        of query: Span<BandEntry>,
        against reference: Span<BandEntry>,
        sketches: Span<BitSketch>,
        pairs: inout [TextPair],
        largeBuckets: inout [[UInt32]]
    ) {
        var waiting: [TextPair] = []
        waiting.reserveCapacity(Self.waitingLimit)
        if query.isIdentical(to: reference) {
            nominate(
                among: query,
                into: &waiting,
                sketches: sketches,
                pairs: &pairs,
                largeBuckets: &largeBuckets
            )
        } else {
            nominate(
                of: query,
                against: reference,
                into: &waiting,
                sketches: sketches,
                pairs: &pairs,
                largeBuckets: &largeBuckets
            )
        }
        sift(&waiting, sketches: sketches, into: &pairs)
    }

    private func nominate(
        among entries: Span<BandEntry>,
        into waiting: inout [TextPair],
        sketches: Span<BitSketch>,
        pairs: inout [TextPair],
        largeBuckets: inout [[UInt32]]
    ) {
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
    }

    /// Goes through both sides side by side, as two sorted lists are merged.
    private func nominate(
        of query: Span<BandEntry>,
        against reference: Span<BandEntry>,
        into waiting: inout [TextPair],
        sketches: Span<BitSketch>,
        pairs: inout [TextPair],
        largeBuckets: inout [[UInt32]]
    ) {
        var (next, other) = (0, 0)
        while next < query.count || other < reference.count {
            let isAsked =
                other == reference.count
                || (next < query.count && query[next].key <= reference[other].key)
            let key = isAsked ? query[next].key : reference[other].key
            let asked = query.extracting(Self.run(of: key, from: next, in: query))
            let known = reference.extracting(Self.run(of: key, from: other, in: reference))
            next += asked.count
            other += known.count
            if asked.count + known.count > Self.largeBucketSize {
                let texts = Self.union(asked, known)
                if texts.count > Self.largeBucketSize {
                    largeBuckets.append(texts)
                    continue
                }
            }
            expand(asked, known, into: &waiting, sketches: sketches, pairs: &pairs)
        }
    }

    /// The entries with a key, if those from a position on begin with it.
    private static func run(
        of key: UInt32,
        from start: Int,
        in entries: Span<BandEntry>
    ) -> Range<Int> {
        guard start < entries.count, entries[start].key == key else { return start..<start }
        return start..<(start..<entries.count).endOfFirstRun { entries[$0].key }
    }

    /// The texts of either side of a bucket, rising, each once.
    private static func union(_ asked: Span<BandEntry>, _ known: Span<BandEntry>) -> [UInt32] {
        var texts: [UInt32] = []
        texts.reserveCapacity(asked.count + known.count)
        for index in 0..<asked.count { texts.append(asked[index].text) }
        for index in 0..<known.count { texts.append(known[index].text) }
        texts.sortUnique()
        return texts
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

    private func expand(
        _ asked: Span<BandEntry>,
        _ known: Span<BandEntry>,
        into waiting: inout [TextPair],
        sketches: Span<BitSketch>,
        pairs: inout [TextPair]
    ) {
        for left in 0..<asked.count {
            for right in 0..<known.count where known[right].text != asked[left].text {
                if waiting.count == Self.waitingLimit {
                    sift(&waiting, sketches: sketches, into: &pairs)
                }
                waiting.append(TextPair(asked[left].text, known[right].text))
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

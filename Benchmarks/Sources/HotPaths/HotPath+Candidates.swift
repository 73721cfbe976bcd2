import BenchmarkSupport
@_spi(Core) import LeitongCore

/// From signatures to verified pairs.
extension HotPath {
    /// The subjects, in the order of the search.
    static let candidates = [sort, scan, verify, join]

    private static let sample = SampleParagraphs(count: 1000)

    private static let sort = HotPath(name: "Sort a band of 20,000 entries") {
        // One key in ten stands twice, as in the sample.
        var generator = SplitMix64(seed: 7)
        var key: UInt32 = 0
        let unsorted = (0..<20_000)
            .map { number in
                if number % 10 != 9 { key = UInt32(truncatingIfNeeded: generator.next() >> 32) }
                return BandEntry(key: key, text: UInt32(number))
            }
        var sorter = BandSorter()
        var entries = unsorted
        return {
            for index in unsorted.indices { entries[index] = unsorted[index] }
            sorter.sort(&entries)
            return Int(entries[10_000].text)
        }
    }

    private static let scan = HotPath(name: "Candidates of 1,000 signatures, all bands") {
        let signatures = SampleSignatures(sample)
        let plan = standardBandPlan()
        let scan = BucketScan(
            leastAgreements: BitSketch.leastAgreements(threshold: 0.7)
        )
        var sorter = BandSorter()
        let bands = (0..<plan.bandCount)
            .map { band in
                var entries = signatures.entries(ofBand: band, plan)
                sorter.sort(&entries)
                return entries
            }
        var pairs: [TextPair] = []
        var largeBuckets: [[UInt32]] = []
        return {
            pairs.removeAll(keepingCapacity: true)
            for entries in bands {
                scan.nominate(
                    of: entries.span,
                    against: entries.span,
                    sketches: signatures.sketches.span,
                    pairs: &pairs,
                    largeBuckets: &largeBuckets
                )
            }
            TextPair.sortUnique(&pairs)
            return pairs.count
        }
    }

    private static let verify = HotPath(name: "Exact Jaccard of 100 pairs") {
        let hashes = SampleShingles(sample).hashes
        var counter = JaccardCounter()
        return {
            sample.copies.reduce(0) { sum, copy in
                counter.load(hashes[copy - 1])
                return sum + counter.compare(hashes[copy]).intersection
            }
        }
    }

    private static let join = HotPath(name: "Prefix-filter join of 1,000 shingle sets") {
        let hashes = SampleShingles(sample).hashes
        return {
            var join = PrefixFilterJoin(threshold: 0.7)
            for number in hashes.indices {
                join.add(text: UInt32(number), shingles: hashes[number])
            }
            var pairs: [TextPair] = []
            var families: [[UInt32]] = []
            join.nominate(pairs: &pairs, largeBuckets: &families)
            return pairs.count
        }
    }
}

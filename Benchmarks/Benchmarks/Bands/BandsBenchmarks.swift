import Benchmark
import BenchmarkSupport
@_spi(Core) import LeitongCore

// Guards the search for candidates: the keys of a signature's bands, the sort that brings equal keys
// together, and the scan of the buckets.

private let plan = standardBandPlan()
private let sample = SampleParagraphs(count: 16_000)
private let signatures = SignatureTable(SampleShingles(sample).hashes)

let benchmarks: @Sendable () -> Void = {
    Benchmark(
        "Band keys of a signature",
        configuration: .subject(.kilo, rates: [.paragraphs])
    ) { benchmark in
        keys(benchmark)
    }
    Benchmark(
        "Sort a band of 1,000,000 entries",
        configuration: .subject(.mega, rates: [.entries])
    ) { benchmark in
        sort(benchmark)
    }
    Benchmark(
        "Candidates of 16,000 signatures, all bands",
        configuration: .subject(.one, rates: [.paragraphs, .entries])
    ) { benchmark in
        nominate(benchmark)
    }
}

private func keys(_ benchmark: Benchmark) {
    let numbers = benchmark.sample(of: sample.texts.count)
    var keys = [UInt32](repeating: 0, count: plan.bandCount)
    benchmark.measure {
        for index in benchmark.scaledIterations {
            let signature = signatures.rows[numbers.lowerBound + index]
            plan.writeKeys(of: signature.span, into: &keys)
            blackHole(keys)
        }
        return [.paragraphs: numbers.count]
    }
    guard benchmark.checksAnswer else { return }
    for number in numbers.dropFirst() {
        let (first, second) = (signatures.rows[number - 1], signatures.rows[number])
        let (firstKeys, secondKeys) = (plan.keys(of: first.span), plan.keys(of: second.span))
        for band in 0..<plan.bandCount {
            let rows = band * plan.rowsPerBand..<(band + 1) * plan.rowsPerBand
            benchmark.check(
                (firstKeys[band] == secondKeys[band]) == (first[rows] == second[rows]),
                "keys of band \(band) of paragraphs \(number - 1) and \(number)"
            )
        }
    }
}

private func sort(_ benchmark: Benchmark) {
    // One key in ten stands twice, as in the sample.
    var generator = SplitMix64(seed: 7)
    var key: UInt32 = 0
    let unsorted = benchmark.scaledIterations.map { number in
        if number % 10 != 9 { key = UInt32(truncatingIfNeeded: generator.next() >> 32) }
        return BandEntry(key: key, text: UInt32(number))
    }
    var sorter = BandSorter()
    var entries = unsorted
    // The buffers are kept from band to band, so a band does not pay for them.
    sorter.sort(&entries)
    for index in unsorted.indices { entries[index] = unsorted[index] }
    benchmark.measure {
        sorter.sort(&entries)
        return [.entries: entries.count]
    }
    guard benchmark.checksAnswer else { return }
    let expected = unsorted.sorted { ($0.key, $0.text) < ($1.key, $1.text) }
    benchmark.check(entries == expected, "entries stand by key, then by text")
}

private func nominate(_ benchmark: Benchmark) {
    let scan = BucketScan(
        leastAgreements: BitSketch.leastAgreements(threshold: 0.7)
    )
    let sketches = signatures.sketches
    var pairs: [TextPair] = []
    benchmark.measure {
        pairs.removeAll(keepingCapacity: true)
        var sorter = BandSorter()
        var largeBuckets: [[UInt32]] = []
        for band in 0..<plan.bandCount {
            var entries = signatures.keys[band]
            sorter.sort(&entries)
            scan.nominate(
                of: entries.span,
                against: entries.span,
                sketches: sketches.span,
                pairs: &pairs,
                largeBuckets: &largeBuckets
            )
        }
        TextPair.sortUnique(&pairs)
        return [.paragraphs: sample.texts.count, .entries: sample.texts.count * plan.bandCount]
    }
    guard benchmark.checksAnswer else { return }
    let candidates = Set(pairs)
    for copy in sample.copies {
        let planted = TextPair(UInt32(copy - 1), UInt32(copy))
        benchmark.check(candidates.contains(planted), "paragraph \(copy) is a candidate")
    }
    benchmark.check(
        candidates.count < 2 * sample.copies.count,
        "\(candidates.count) candidates for \(sample.copies.count) copies"
    )
}

/// Signatures with what is kept of them for the search.
private struct SignatureTable: Sendable {
    var rows: [[UInt32]] = []
    var sketches: [BitSketch] = []
    /// Entries of each band in order of the texts.
    var keys = [[BandEntry]](repeating: [], count: plan.bandCount)

    init(_ shingles: [ShingleHashes]) {
        let hasher = MinHasher()
        for (number, hashes) in shingles.enumerated() {
            var row = [UInt32](repeating: 0, count: MinHasher.valueCount)
            hasher.sign(hashes, into: &row)
            sketches.append(BitSketch(row.span))
            for (band, key) in plan.keys(of: row.span).enumerated() {
                keys[band].append(BandEntry(key: key, text: UInt32(number)))
            }
            rows.append(row)
        }
    }
}

import BenchmarkSupport
@_spi(Core) import LeitongCore

/// Signatures of a sample, with what the search keeps of them.
struct SampleSignatures {
    private(set) var rows: [[UInt32]] = []
    private(set) var sketches: [BitSketch] = []

    init(_ sample: SampleParagraphs) {
        let hasher = MinHasher()
        for hashes in SampleShingles(sample).hashes {
            var row = [UInt32](repeating: 0, count: MinHasher.valueCount)
            hasher.sign(hashes, into: &row)
            sketches.append(BitSketch(row.span))
            rows.append(row)
        }
    }

    /// The entries of a band in order of the texts.
    func entries(ofBand band: Int, _ plan: BandPlan) -> [BandEntry] {
        rows.enumerated()
            .map { number, row in
                BandEntry(key: plan.keys(of: row.span)[band], text: UInt32(number))
            }
    }
}

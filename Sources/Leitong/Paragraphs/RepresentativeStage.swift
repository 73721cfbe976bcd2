import LeitongCore
import LeitongStorage

/// Verifies large buckets against representatives, so that a text with very many near-copies costs
/// linear time.
///
/// The first text of a bucket represents it; texts that are its copies are done with. What is left
/// has a first text again, and so on, up to ``representativeLimit`` times. A representative that
/// ends without any copy is compared with all texts of the bucket until one is found.
///
/// Two things are given up for that. Two groups whose only link runs between two represented texts
/// stay apart. And a bucket of very many texts that are alike, but under the threshold, leaves
/// texts that were compared with the representatives only: they are in ``partlyCompared``, and the
/// report counts those that end without a copy. `--all-pairs` gives up neither.
struct RepresentativeStage {
    let threshold: Double
    /// Most representatives of a bucket.
    let representativeLimit: Int
    let leastAgreements: Int
    let sketches: FlatArray<BitSketch>
    private var lookup: TextLookup
    private var joined: DisjointSets
    private var counter = JaccardCounter()
    private(set) var edges: [TextEdge] = []
    /// Texts that were compared with the representatives of a bucket only.
    private(set) var partlyCompared: Set<UInt32> = []

    init(
        threshold: Double,
        representativeLimit: Int,
        texts: DistinctTexts,
        lookup: TextLookup
    ) {
        self.threshold = threshold
        self.representativeLimit = representativeLimit
        leastAgreements = BitSketch.leastAgreements(threshold: threshold)
        sketches = texts.sketches
        self.lookup = lookup
        joined = DisjointSets(count: texts.count)
    }

    /// Verifies one bucket; its edges are added to ``edges``.
    mutating func verify(bucket: [UInt32]) {
        var remaining = bucket
        var lonely: [UInt32] = []
        for _ in 0..<representativeLimit {
            guard let representative = remaining.first else { break }
            let rest = remaining.dropFirst()
            lookup.read(representative)
            counter.load(lookup.shingles)
            let unmatched = rest.filter { !isCopy($0, of: representative) }
            if unmatched.count == rest.count { lonely.append(representative) }
            remaining = unmatched
        }
        partlyCompared.formUnion(remaining)
        for text in lonely where unjoined(text, in: bucket) {
            findAnyCopy(of: text, in: bucket)
        }
    }

    private mutating func unjoined(_ text: UInt32, in bucket: [UInt32]) -> Bool {
        !bucket.contains { $0 != text && joined.areJoined($0, text) }
    }

    private mutating func findAnyCopy(of text: UInt32, in bucket: [UInt32]) {
        lookup.read(text)
        counter.load(lookup.shingles)
        _ = bucket.first { $0 != text && isCopy($0, of: text) }
    }

    /// Whether a text is known to be a copy of the loaded one's group, or turns out to be its copy.
    private mutating func isCopy(_ text: UInt32, of representative: UInt32) -> Bool {
        if joined.areJoined(text, representative) { return true }
        let agreements = sketches[Int(text)].agreements(with: sketches[Int(representative)])
        guard agreements >= leastAgreements else { return false }
        lookup.read(text)
        guard let overlap = counter.compare(lookup.shingles, atLeast: threshold) else {
            return false
        }
        joined.join(text, representative)
        edges.append(
            TextEdge(pair: TextPair(text, representative), overlap: overlap, isShortEdit: false)
        )
        return true
    }
}

import LeitongCore
import LeitongStorage

/// Decides text by text which stay: the greedy star rule of ``Deduplicator``.
///
/// The candidates of small buckets are verified before. Texts that share a band key with very many
/// are compared here, with those that stay so far: in a bucket of near-copies those are few, and
/// where they are many (forms that are alike but under the threshold) each text is compared with the
/// likeliest ones only. So neither time nor memory grows with the square of a bucket's size in
/// verifications; sketches of 32 bytes are compared for all.
struct KeptTexts {
    /// A text that stays, and how similar it is to one that does not.
    struct Original: Sendable, Equatable {
        var text: UInt32
        var similarity: Double
    }

    /// Texts that stay although they were compared with some of their candidates only.
    private(set) var partlyComparedCount = 0
    private let threshold: Double
    private let candidateLimit: Int
    private let leastAgreements: Int
    private let sketches: FlatArray<BitSketch>
    private let edges: [TextEdge]
    private let edgesOfText: GroupedNumbers
    private let bucketsOfText: GroupedNumbers
    private var keptOfBucket: [[UInt32]]
    /// Position of each text in the order, once it was decided that it stays; ``notKept`` before.
    private var rankOfKept: [UInt32]
    /// The last text that each text was looked at for.
    private var lookedAtFor: [UInt32]
    private var originals: [UInt32: Original] = [:]
    private var lookup: TextLookup
    private var counter = JaccardCounter()

    private static let notKept = UInt32.max

    /// Of texts that differ: they may have the same shingles, but are not alike to the last sign.
    private static func similarity(_ overlap: Overlap) -> Double {
        Swift.min(overlap.jaccard, Rounded.underOne)
    }

    init(
        _ candidates: TextCandidates,
        edges: [TextEdge],
        threshold: Double,
        candidateLimit: Int
    ) {
        self.threshold = threshold
        self.candidateLimit = candidateLimit
        leastAgreements = BitSketch.leastAgreements(threshold: threshold)
        sketches = candidates.texts.sketches
        self.edges = edges
        let count = candidates.texts.count
        edgesOfText = GroupedNumbers(groupCount: count, edges) { edge, add in
            add(edge.pair.first)
            add(edge.pair.second)
        }
        let buckets = candidates.nominations.largeBuckets
        bucketsOfText = GroupedNumbers(groupCount: count, buckets) { bucket, add in
            for text in bucket { add(text) }
        }
        rankOfKept = [UInt32](repeating: Self.notKept, count: count)
        lookedAtFor = [UInt32](repeating: .max, count: buckets.isEmpty ? 0 : count)
        keptOfBucket = [[UInt32]](repeating: [], count: buckets.count)
        lookup = candidates.lookup
    }

    /// The text that stays instead of one that does not; `nil` for one that stays.
    func original(of text: UInt32) -> Original? {
        originals[text]
    }

    /// Decides for all texts.
    ///
    /// - Parameter order: The texts, the first to stay first.
    mutating func choose(in order: [UInt32]) {
        for (rank, text) in order.enumerated() {
            if let original = nearestKept(to: text) ?? likeliestKept(to: text) {
                originals[text] = original
                continue
            }
            rankOfKept[Int(text)] = UInt32(rank)
            for bucket in bucketsOfText[text] { keptOfBucket[Int(bucket)].append(text) }
        }
    }

    /// The most similar text that stays, among those verified before.
    private func nearestKept(to text: UInt32) -> Original? {
        var best: (original: Original, rank: UInt32)?
        for index in edgesOfText[text] {
            let edge = edges[Int(index)]
            let other = edge.other(than: text)
            let rank = rankOfKept[Int(other)]
            guard rank != Self.notKept else { continue }
            let similarity = Self.similarity(edge.overlap)
            guard similarity >= threshold else { continue }
            if let best, (best.original.similarity, rank) >= (similarity, best.rank) { continue }
            best = (Original(text: other, similarity: similarity), rank)
        }
        return best?.original
    }

    /// A text that stays and is verified here, among those of the text's large buckets.
    private mutating func likeliestKept(to text: UInt32) -> Original? {
        let likely = likelyKept(to: text)
        guard !likely.isEmpty else { return nil }
        lookup.read(text)
        counter.load(lookup.shingles)
        for other in likely.prefix(candidateLimit) {
            lookup.read(other)
            let similarity = Self.similarity(counter.compare(lookup.shingles))
            if similarity >= threshold { return Original(text: other, similarity: similarity) }
        }
        if likely.count > candidateLimit { partlyComparedCount += 1 }
        return nil
    }

    /// The texts of the large buckets that stay and that sketches do not rule out, likeliest first.
    private mutating func likelyKept(to text: UInt32) -> [UInt32] {
        let buckets = bucketsOfText[text]
        guard !buckets.isEmpty else { return [] }
        let sketch = sketches[Int(text)]
        var likely: [(text: UInt32, agreements: Int)] = []
        for bucket in buckets {
            for other in keptOfBucket[Int(bucket)] where lookedAtFor[Int(other)] != text {
                lookedAtFor[Int(other)] = text
                let agreements = sketch.agreements(with: sketches[Int(other)])
                if agreements >= leastAgreements { likely.append((other, agreements)) }
            }
        }
        likely.sort { p, q in
            (q.agreements, rankOfKept[Int(p.text)]) < (p.agreements, rankOfKept[Int(q.text)])
        }
        return likely.map(\.text)
    }
}

/// For each of many groups the positions of the lists it stands in, in two flat arrays.
private struct GroupedNumbers {
    private let ends: [Int]
    private let numbers: [UInt32]

    /// Groups the positions of lists by what they hold.
    ///
    /// - Parameters:
    ///   - groupCount: Values lie below it.
    ///   - lists: The lists.
    ///   - forEachValue: Hands on the values of a list, each once.
    /// - Complexity: Linear.
    init<List>(
        groupCount: Int,
        _ lists: [List],
        forEachValue: (List, (UInt32) -> Void) -> Void
    ) {
        var counts = [Int](repeating: 0, count: groupCount + 1)
        for list in lists { forEachValue(list) { counts[Int($0) + 1] += 1 } }
        for group in 0..<groupCount { counts[group + 1] += counts[group] }
        // Starts first: each grows to the end of its group as it is filled.
        var ends = counts
        var numbers = [UInt32](repeating: 0, count: counts[groupCount])
        for (position, list) in lists.enumerated() {
            forEachValue(list) { value in
                numbers[ends[Int(value)]] = UInt32(position)
                ends[Int(value)] += 1
            }
        }
        self.ends = ends
        self.numbers = numbers
    }

    subscript(group: UInt32) -> ArraySlice<UInt32> {
        let start = group == 0 ? 0 : ends[Int(group) - 1]
        return numbers[start..<ends[Int(group)]]
    }
}

import LeitongAlgorithms

/// Finds all pairs of sets that can reach a Jaccard threshold: no sketch, recall 1.
///
/// Source: S. Chaudhuri, V. Ganti, R. Kaushik, A primitive operator for similarity joins in data
/// cleaning, 2006; R. Bayardo, Y. Ma, R. Srikant, Scaling up all pairs similarity search, 2007.
/// Order all elements from rare to common. Two sets with Jaccard similarity at least t share an
/// element within the first `n - ceil(t n) + 1` elements of each, because `ceil(t n)` elements of
/// either must be common. So only these prefixes enter the inverted index, and of them the places
/// that leave enough behind. Lists that would give very many pairs are handed over whole.
///
/// Of two sides that are not the same only pairs across are met. An element that one side alone holds
/// is then as good as rarest: it takes a place in the prefix, but gives no list. So of the larger side
/// only those elements need be kept that the smaller may hold.
@_spi(Core) public struct PrefixFilterJoin: Sendable {
    /// Lowest Jaccard similarity of the pairs to be found.
    public let threshold: Double
    private let sides: JoinSides
    private var elements: [UInt64] = []
    private var ends: [Int] = []
    private var texts: [UInt32] = []
    /// Size of each set, whether or not all its elements are kept.
    private var sizes: [UInt32] = []

    /// Creates an empty join.
    ///
    /// - Parameters:
    ///   - threshold: Jaccard similarity over 0 up to 1.
    ///   - sides: Which pairs are looked for.
    public init(threshold: Double, sides: JoinSides = .same) {
        precondition(threshold > 0 && threshold <= 1, "a threshold lies in (0, 1]")
        self.threshold = threshold
        self.sides = sides
    }

    /// Adds the shingle set of a text.
    ///
    /// - Parameters:
    ///   - text: Number of the text.
    ///   - shingles: Its shingle hashes, repeats allowed.
    public mutating func add(text: UInt32, shingles: borrowing ShingleHashes) {
        add(text: text, shingles: shingles, meeting: nil)
    }

    /// Adds the shingle set of a text.
    ///
    /// - Parameters:
    ///   - text: Number of the text.
    ///   - shingles: Its shingle hashes, repeats allowed.
    ///   - filter: What the texts may hold that it is compared with, or `nil` to keep all elements.
    package mutating func add(
        text: UInt32,
        shingles: borrowing ShingleHashes,
        meeting filter: HashFilter?
    ) {
        let start = elements.count
        shingles.withHashes { hashes in
            for index in 0..<hashes.count { elements.append(hashes[index]) }
        }
        elements[start...].sort()
        var kept = start
        for index in start..<elements.count
        where index == start || elements[index] != elements[index - 1] {
            elements[kept] = elements[index]
            kept += 1
        }
        elements.removeSubrange(kept...)
        sizes.append(UInt32(kept - start))
        if let filter {
            let met = elements[start...].filter { filter.mayContain($0) }
            elements.replaceSubrange(start..., with: met)
        }
        ends.append(elements.count)
        texts.append(text)
    }

    /// Tells what none of the sets holds that were added so far.
    package func filter() -> HashFilter {
        var filter = HashFilter(count: elements.count)
        for element in elements { filter.insert(element) }
        return filter
    }

    /// Adds the sets of another join behind those of this one.
    ///
    /// - Parameter other: A join of other texts, with the same sides.
    public mutating func append(_ other: PrefixFilterJoin) {
        let base = elements.count
        elements.append(contentsOf: other.elements)
        ends.append(contentsOf: other.ends.lazy.map { $0 + base })
        texts.append(contentsOf: other.texts)
        sizes.append(contentsOf: other.sizes)
    }

    /// Nominates every pair at or over the threshold that joins the sides, and some under it.
    ///
    /// - Parameters:
    ///   - pairs: Receives pairs in rising order, each once.
    ///   - largeBuckets: Receives groups of texts that would give too many pairs, in rising order:
    ///     each two of them that join the sides may be a pair.
    /// Of a task that was cancelled it ends soon, before it is done.
    ///
    /// - Complexity: Linearithmic in the elements.
    public func nominate(pairs: inout [TextPair], largeBuckets: inout [[UInt32]]) {
        var postings = prefixPostings()
        if Task.isCancelled { return }
        postings.sort { ($0.element, $0.size, $0.text) < ($1.element, $1.size, $1.text) }
        var pace = CancellationPace()
        postings.indices.forEachRun(
            by: { postings[$0].element },
            do: { run in
                if pace.isCancelled(after: run.count) { return }
                let bucket = postings[run]
                if run.count > 1, !join(bucket, into: &pairs) {
                    largeBuckets.append(bucket.map(\.text).sorted())
                }
            }
        )
        TextPair.sortUnique(&pairs)
    }

    private struct Posting {
        var element: UInt64
        var text: UInt32
        var size: UInt32
        /// The largest set that may reach the threshold with this one, if they share nothing rarer.
        var greatestPartner: UInt32
    }

    /// The elements of each set by which a pair can be met, rare ones first; those that no pair
    /// shares are left out.
    ///
    /// If the first element that two sets share, in the order of all, stands at places i and j, they
    /// share no more than the `min(m - i, n - j)` from there on, and at the threshold it must be
    /// `t / (1 + t) (m + n)`: the positional filter of C. Xiao, W. Wang, X. Lin, J. Yu, Efficient
    /// similarity joins for near duplicate detection, 2008, told as the largest partner that an
    /// element allows. Of two sets of equal size it leaves .18 of each at .7, where the prefix is .3:
    /// texts that fill in one form meet at nothing, unless they share more than the form.
    private func prefixPostings() -> [Posting] {
        let frequencies = ElementFrequencies(elements, ends, texts, sides)
        var postings: [Posting] = []
        var ranked: [(frequency: UInt32, element: UInt64)] = []
        var start = 0
        var pace = CancellationPace()
        for (set, end) in ends.enumerated() {
            if pace.isCancelled(after: end - start) { break }
            let size = Int(sizes[set])
            let least = leastOverlap(size)
            ranked.removeAll(keepingCapacity: true)
            for index in start..<end {
                ranked.append((frequencies[elements[index]], elements[index]))
            }
            ranked.sort { ($0.frequency, $0.element) < ($1.frequency, $1.element) }
            // Those that are not kept stand before all others.
            for (place, item) in ranked.enumerated() where item.frequency > 0 {
                let partner = greatestPartner(of: size, sharing: ranked.count - place)
                guard partner >= least else { break }
                postings.append(
                    Posting(
                        element: item.element,
                        text: texts[set],
                        size: UInt32(size),
                        greatestPartner: UInt32(partner)
                    )
                )
            }
            start = end
        }
        return postings
    }

    /// Fewest elements of a set of `size` that a set at the threshold shares with it.
    private func leastOverlap(_ size: Int) -> Int {
        // The small term keeps 0.7 * 10 from becoming 8 by rounding; one too few is only slower.
        let exact = threshold * Double(size) - 1e-9
        return Swift.max(Swift.min(1, size), Int(exact.rounded(.up)))
    }

    /// The largest set that reaches the threshold with one of `size`, sharing so many elements.
    private func greatestPartner(of size: Int, sharing shared: Int) -> Int {
        // From shared >= t / (1 + t) (size + partner), with room for rounding.
        let exact = Double(shared) * (1 + threshold) / threshold - Double(size) + 1e-6
        // A set of one element at a threshold near 0 allows any partner.
        return exact < Double(Int32.max) ? Int(exact.rounded(.down)) : Int(Int32.max)
    }

    /// Pairs the sets of a list, the smaller first.
    ///
    /// - Returns: Whether it gave no more pairs than a bucket of the large size; if it would, none.
    private func join(_ bucket: ArraySlice<Posting>, into pairs: inout [TextPair]) -> Bool {
        guard sides.isSelfJoin else { return joinSides(of: bucket, into: &pairs) }
        let before = pairs.count
        let limit = before + BucketScan.largeBucketSize * (BucketScan.largeBucketSize - 1) / 2
        for left in bucket.indices.dropLast() {
            let own = bucket[left]
            guard own.greatestPartner >= own.size else { continue }
            for right in left + 1..<bucket.endIndex {
                let other = bucket[right]
                guard other.size <= own.greatestPartner else { break }
                guard own.size <= other.greatestPartner else { continue }
                pairs.append(TextPair(own.text, other.text))
            }
            guard pairs.count <= limit else {
                pairs.removeSubrange(before...)
                return false
            }
        }
        return true
    }

    /// Pairs the sets of one side with those of the other, as ``join(_:into:)`` does.
    private func joinSides(of bucket: ArraySlice<Posting>, into pairs: inout [TextPair]) -> Bool {
        let before = pairs.count
        let limit = before + BucketScan.largeBucketSize * (BucketScan.largeBucketSize - 1) / 2
        let asked = bucket.filter { sides.query.contains($0.text) }
        let known = bucket.filter { sides.reference.contains($0.text) }
        for own in asked {
            // A smaller set does not reach the threshold with this one, whatever it shares.
            let least = leastOverlap(Int(own.size))
            let first = known.partitioningIndex { Int($0.size) >= least }
            for other in known[first...] {
                guard other.size <= own.greatestPartner else { break }
                guard own.size <= other.greatestPartner, own.text != other.text else { continue }
                pairs.append(TextPair(own.text, other.text))
            }
            guard pairs.count <= limit else {
                pairs.removeSubrange(before...)
                return false
            }
        }
        return true
    }
}

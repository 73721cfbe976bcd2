/// Finds all pairs of sets that can reach a Jaccard threshold: no sketch, recall 1.
///
/// Source: S. Chaudhuri, V. Ganti, R. Kaushik, A primitive operator for similarity joins in data
/// cleaning, 2006; R. Bayardo, Y. Ma, R. Srikant, Scaling up all pairs similarity search, 2007.
/// Order all elements from rare to common. Two sets with Jaccard similarity at least t share an
/// element within the first `n - ceil(t n) + 1` elements of each, because `ceil(t n)` elements of
/// either must be common. So only these prefixes enter the inverted index.
public struct PrefixFilterJoin: Sendable {
    /// Lowest Jaccard similarity of the pairs to be found.
    public let threshold: Double
    private var elements: [UInt64] = []
    private var ends: [Int] = []
    private var texts: [UInt32] = []

    /// Creates an empty join.
    ///
    /// - Parameter threshold: Jaccard similarity over 0 up to 1.
    public init(threshold: Double) {
        precondition(threshold > 0 && threshold <= 1, "a threshold lies in (0, 1]")
        self.threshold = threshold
    }

    /// Adds the shingle set of a text; texts are added in rising order of their numbers.
    ///
    /// - Parameters:
    ///   - text: Number of the text.
    ///   - shingles: Its shingle hashes, repeats allowed.
    public mutating func add(text: UInt32, shingles: borrowing ShingleHashes) {
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
        ends.append(kept)
        texts.append(text)
    }

    /// Adds the sets of another join behind those of this one.
    ///
    /// - Parameter other: A join whose texts have higher numbers.
    public mutating func append(_ other: PrefixFilterJoin) {
        let base = elements.count
        elements.append(contentsOf: other.elements)
        ends.append(contentsOf: other.ends.lazy.map { $0 + base })
        texts.append(contentsOf: other.texts)
    }

    /// Lists the candidate pairs: every pair at or over the threshold, and some under it.
    ///
    /// - Returns: Pairs in rising order, each once.
    /// - Complexity: Linearithmic in the elements, plus the square of how often an element stands
    ///   in a prefix; rare elements come first, so that is small unless texts are alike.
    public func candidates() -> [TextPair] {
        var postings = prefixPostings()
        postings.sort { ($0.element, $0.text) < ($1.element, $1.text) }
        var pairs: [TextPair] = []
        var collapseAt = 1 << 22
        var start = 0
        while start < postings.count {
            var end = start + 1
            while end < postings.count, postings[end].element == postings[start].element {
                end += 1
            }
            join(postings[start..<end], into: &pairs)
            if pairs.count > collapseAt {
                TextPair.sortUnique(&pairs)
                collapseAt = Swift.max(collapseAt, 2 * pairs.count)
            }
            start = end
        }
        TextPair.sortUnique(&pairs)
        return pairs
    }

    private struct Posting {
        var element: UInt64
        var text: UInt32
        var size: UInt32
    }

    /// The prefix of each set under the rare-first order; elements of one set only are left out.
    private func prefixPostings() -> [Posting] {
        let frequencies = FrequencyTable(elements.span)
        var postings: [Posting] = []
        var ranked: [(frequency: UInt32, element: UInt64)] = []
        var start = 0
        for (set, end) in ends.enumerated() {
            let size = end - start
            ranked.removeAll(keepingCapacity: true)
            for index in start..<end {
                ranked.append((frequencies[elements[index]], elements[index]))
            }
            ranked.sort { ($0.frequency, $0.element) < ($1.frequency, $1.element) }
            for item in ranked.prefix(size - leastOverlap(size) + 1) where item.frequency > 1 {
                postings.append(
                    Posting(element: item.element, text: texts[set], size: UInt32(size))
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

    private func join(_ bucket: ArraySlice<Posting>, into pairs: inout [TextPair]) {
        for left in bucket.indices.dropLast() {
            for right in left + 1..<bucket.endIndex {
                let sizes = (Double(bucket[left].size), Double(bucket[right].size))
                // |A| >= t |B| is necessary, with room for rounding.
                guard
                    Swift.min(sizes.0, sizes.1) >= threshold * Swift.max(sizes.0, sizes.1) - 1e-6
                else { continue }
                pairs.append(TextPair(bucket[left].text, bucket[right].text))
            }
        }
    }
}

/// How many sets hold an element, counted in buckets of hashes.
///
/// Elements that fall into one bucket share their count. That only changes the order, which may be
/// any as long as it is the same for all sets; and a count of 1 stays exact proof of one holder.
private struct FrequencyTable {
    private var counts: [UInt32]
    private let mask: UInt64

    init(_ elements: Span<UInt64>) {
        var size = 1024
        while size < 2 * elements.count, size < 1 << 28 { size *= 2 }
        mask = UInt64(size - 1)
        counts = [UInt32](repeating: 0, count: size)
        for index in 0..<elements.count {
            counts[Int(truncatingIfNeeded: elements[index] & mask)] += 1
        }
    }

    subscript(element: UInt64) -> UInt32 {
        counts[Int(truncatingIfNeeded: element & mask)]
    }
}

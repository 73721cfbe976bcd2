@_spi(Core) import LeitongCore
import LeitongModel

/// The verified pairs gathered into groups of copies.
struct ParagraphClusters: Sendable {
    /// The texts of all groups: those of a group stand together, in rising order.
    private(set) var texts: [UInt32] = []
    /// Similarity of each text with the first of its group, in the same order.
    private(set) var similarities: [Double] = []
    /// The groups in order of their first text, as ranges of ``texts``; at least two paragraphs each.
    private(set) var groups: [Range<Int>] = []
    /// The verified pairs that join the texts of each group at their most similar.
    ///
    /// By position of the edge, rising; one fewer than a group has texts. See ``SpanningForest``.
    private(set) var forest: [Int] = []
    private let edgesOfTexts: EdgesOfTexts
    private let comparison: ParagraphFindings

    /// Joins texts over verified pairs; a text that stands more than once is a group by itself.
    ///
    /// - Parameters:
    ///   - comparison: The verified pairs.
    ///   - pairRule: Which documents are compared: pairs of texts that none of those holds are left
    ///     out.
    /// - Returns: The groups.
    /// - Complexity: Linear in the texts and pairs but for sorting; texts that no pair joins to the
    ///   first of their group are compared with it.
    static func grouping(
        _ comparison: ParagraphFindings,
        pairRule: PairRule
    ) -> ParagraphClusters {
        let holders = TextHolders(comparison.texts, of: comparison.batch, pairRule: pairRule)
        let edges = comparison.edges
        let kept = edges.indices.filter {
            holders.areCompared(edges[$0].pair.first, edges[$0].pair.second)
        }
        let textCount = comparison.texts.count
        var clusters = ParagraphClusters(
            edgesOfTexts: EdgesOfTexts.listing(edges, at: kept, textCount: textCount),
            comparison: comparison
        )
        var sets = DisjointSets(count: textCount)
        var isCopied = [Bool](repeating: false, count: textCount)
        var closing: [UInt32] = []
        for index in kept {
            let pair = edges[index].pair
            if !sets.join(pair.first, pair.second) { closing.append(pair.first) }
            isCopied[Int(pair.first)] = true
            isCopied[Int(pair.second)] = true
        }
        for text in comparison.texts.repeats.keys where holders.areCompared(text, text) {
            isCopied[Int(text)] = true
        }
        clusters.gather(isCopied, &sets)
        clusters.chooseForest(kept, closing, &sets)
        clusters.measureSimilarities()
        return clusters
    }

    /// Chooses the pairs that are rows.
    ///
    /// - Parameters:
    ///   - kept: Positions of all pairs.
    ///   - closing: Texts of pairs that joined what was joined already.
    ///   - sets: The groups.
    private mutating func chooseForest(
        _ kept: [Int],
        _ closing: [UInt32],
        _ sets: inout DisjointSets
    ) {
        // Most groups have just the pairs that join them.
        let rings = Set(closing.map { sets.root(of: $0) })
        var choice: [SpanningForest.Edge] = []
        for index in kept {
            let edge = comparison.edges[index]
            guard !rings.isEmpty, rings.contains(sets.root(of: edge.pair.first)) else {
                forest.append(index)
                continue
            }
            let similarity = edge.overlap.jaccard
            choice.append(.init(edge.pair, similarity: similarity, number: index))
        }
        guard !choice.isEmpty else { return }
        var spanning = SpanningForest(nodeCount: comparison.texts.count)
        forest.append(contentsOf: spanning.choose(choice).map(\.number))
        forest.sort()
    }

    /// Puts the copied texts in the order of their groups.
    private mutating func gather(_ isCopied: [Bool], _ sets: inout DisjointSets) {
        let copied = isCopied.indices.filter { isCopied[$0] }.map { UInt32($0) }
        // The root of a group is its lowest text, which comes first.
        var groupOfRoot = [UInt32](repeating: 0, count: isCopied.count)
        var counts: [Int] = []
        let groupOfCopy = copied.map { text in
            let root = Int(sets.root(of: text))
            if root == Int(text) {
                groupOfRoot[root] = UInt32(counts.count)
                counts.append(0)
            }
            counts[Int(groupOfRoot[root])] += 1
            return groupOfRoot[root]
        }
        var start = 0
        for count in counts {
            groups.append(start..<start + count)
            start += count
        }
        texts = [UInt32](repeating: 0, count: copied.count)
        var next = groups.map(\.lowerBound)
        for (text, group) in zip(copied, groupOfCopy) {
            texts[next[Int(group)]] = text
            next[Int(group)] += 1
        }
    }

    /// The texts that were verified to be copies of a text.
    func copies(of text: UInt32) -> [UInt32] {
        edgesOfTexts[text].map { comparison.edges[Int($0)].other(than: text) }
    }

    /// Compares every text of a group with the first, reading those that no edge joins to it.
    ///
    /// Of a run that was cancelled it ends soon, before it is done.
    private mutating func measureSimilarities() {
        var lookup = TextLookup(
            comparison.store,
            texts: comparison.texts,
            shingler: comparison.shingler
        )
        var counter = JaccardCounter()
        similarities.reserveCapacity(texts.count)
        for group in groups {
            let first = texts[group.lowerBound]
            similarities.append(1)
            // The pairs of the first text rise by their other text, as the texts of the group do.
            var edges = edgesOfTexts[first]
            var isLoaded = false
            for text in texts[group].dropFirst() {
                if Task.isCancelled { return }
                if let edge = edges.first.map({ comparison.edges[Int($0)] }),
                    edge.pair.second == text
                {
                    similarities.append(Swift.min(edge.overlap.jaccard, Rounded.underOne))
                    edges.removeFirst()
                    continue
                }
                if !isLoaded {
                    lookup.read(first)
                    counter.load(lookup.shingles)
                    isLoaded = true
                }
                lookup.read(text)
                let overlap = counter.compare(lookup.shingles)
                similarities.append(Swift.min(overlap.jaccard, Rounded.underOne))
            }
        }
    }
}

import LeitongCore

/// The verified pairs gathered into groups of copies.
struct CopyGroups: Sendable {
    /// One group: its texts in rising order; at least two paragraphs in all.
    struct Group: Sendable {
        var texts: [UInt32]
        /// Similarity of each text with the first, in the same order.
        var similarities: [Double]
    }

    /// Groups in order of their first text.
    private(set) var groups: [Group] = []
    /// For each text that has a verified pair, those pairs by position in the edges.
    private let edgesOfText: [UInt32: [Int]]
    private let comparison: ParagraphComparison

    /// Joins texts over verified pairs; a text that stands more than once is a group by itself.
    init(_ comparison: ParagraphComparison) {
        self.comparison = comparison
        var sets = DisjointSets(count: comparison.texts.count)
        var edgesOfText: [UInt32: [Int]] = [:]
        for (index, edge) in comparison.edges.enumerated() {
            sets.join(edge.pair.first, edge.pair.second)
            edgesOfText[edge.pair.first, default: []].append(index)
            edgesOfText[edge.pair.second, default: []].append(index)
        }
        self.edgesOfText = edgesOfText
        let copied = Set(edgesOfText.keys).union(comparison.texts.repeats.keys).sorted()
        var groupOfRoot: [UInt32: Int] = [:]
        for text in copied {
            let root = sets.root(of: text)
            if let group = groupOfRoot[root] {
                groups[group].texts.append(text)
            } else {
                groupOfRoot[root] = groups.count
                groups.append(Group(texts: [text], similarities: []))
            }
        }
        measureSimilarities()
    }

    /// The texts that were verified to be copies of a text.
    func copies(of text: UInt32) -> [UInt32] {
        (edgesOfText[text] ?? []).map { comparison.edges[$0].other(than: text) }
    }

    /// The nearest copy of a text: the most similar earlier one, or where no earlier text was
    /// verified the most similar later one.
    func nearest(to text: UInt32) -> TextEdge? {
        let edges = (edgesOfText[text] ?? []).map { comparison.edges[$0] }
        let earlier = edges.filter { $0.pair.second == text }
        // The first of equals: the lowest number.
        return (earlier.isEmpty ? edges : earlier)
            .reduce(nil) { best, edge in
                guard let best, best.overlap.jaccard >= edge.overlap.jaccard else { return edge }
                return best
            }
    }

    /// Compares every text of a group with the first, reading those that no edge joins to it.
    private mutating func measureSimilarities() {
        var lookup = TextLookup(
            batch: comparison.batch,
            texts: comparison.texts,
            folder: comparison.folder,
            shingler: comparison.shingler
        )
        var counter = JaccardCounter()
        for index in groups.indices {
            let texts = groups[index].texts
            var known: [UInt32: Double] = [texts[0]: 1]
            for edge in edgesOfText[texts[0]] ?? [] {
                let edge = comparison.edges[edge]
                known[edge.other(than: texts[0])] = edge.overlap.jaccard
            }
            if known.count < texts.count {
                lookup.read(texts[0])
                counter.load(lookup.shingles)
            }
            groups[index].similarities = texts.map { text in
                if let jaccard = known[text] { return jaccard }
                lookup.read(text)
                return counter.compare(lookup.shingles).jaccard
            }
        }
    }
}

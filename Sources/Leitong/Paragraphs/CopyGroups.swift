import LeitongCore
import LeitongDocuments

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
    ///
    /// - Parameters:
    ///   - comparison: The verified pairs.
    ///   - pairRule: Which documents are compared: pairs of texts that none of those holds are left
    ///     out.
    init(_ comparison: ParagraphComparison, pairRule: PairRule) {
        self.comparison = comparison
        var sets = DisjointSets(count: comparison.texts.count)
        var edgesOfText: [UInt32: [Int]] = [:]
        let holders = TextHolders(comparison, pairRule: pairRule)
        for (index, edge) in comparison.edges.enumerated()
        where holders.areCompared(edge.pair.first, edge.pair.second) {
            sets.join(edge.pair.first, edge.pair.second)
            edgesOfText[edge.pair.first, default: []].append(index)
            edgesOfText[edge.pair.second, default: []].append(index)
        }
        self.edgesOfText = edgesOfText
        let repeated = comparison.texts.repeats.keys.filter { holders.areCompared($0, $0) }
        let copied = Set(edgesOfText.keys).union(repeated).sorted()
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

    /// The verified copies of a text by position of the edge, the most similar first.
    func edges(of text: UInt32) -> [(text: UInt32, edge: Int)] {
        (edgesOfText[text] ?? [])
            .sorted { p, q in
                let (first, second) = (comparison.edges[p], comparison.edges[q])
                return (second.overlap.jaccard, p) < (first.overlap.jaccard, q)
            }
            .map { (comparison.edges[$0].other(than: text), $0) }
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

/// Tells whether documents that are compared with each other hold two texts.
private struct TextHolders {
    private let comparison: ParagraphComparison
    private let pairRule: PairRule

    init(_ comparison: ParagraphComparison, pairRule: PairRule) {
        self.comparison = comparison
        self.pairRule = pairRule
    }

    /// Whether some document with the first text is compared with one with the second.
    func areCompared(_ first: UInt32, _ second: UInt32) -> Bool {
        switch pairRule {
        case .all:
            return true
        case .against(let isReference):
            let sides = documents(of: first).map { isReference[$0] }
            let others = Set(documents(of: second).map { isReference[$0] })
            return sides.contains { others.contains(!$0) }
        case .listed(let partners):
            let others = Set(documents(of: second))
            return documents(of: first)
                .contains { partners[$0].contains { others.contains($0) } }
        }
    }

    private func documents(of text: UInt32) -> [Int] {
        comparison.texts.occurrences(of: text)
            .map { Int(comparison.batch.paragraphs[Int($0)].document) }
    }
}

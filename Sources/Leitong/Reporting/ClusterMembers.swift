import LeitongModel

/// The clusters of a report, the largest first, with all paragraphs that stand in them.
struct ClusterMembers: Sendable {
    /// A paragraph of a cluster.
    struct Member: Sendable {
        var paragraph: UInt32
        /// Similarity with the cluster's first text.
        var similarity: Double
    }

    /// A cluster.
    struct Cluster: Sendable {
        /// Its texts, as positions in ``ParagraphClusters/texts``.
        var texts: Range<Int>
        /// Its members, as positions in ``ClusterMembers/members``.
        var members: Range<Int>
        /// Documents that hold a copy.
        var documentCount: Int
    }

    /// The members of all clusters: those of a cluster stand together, in document order.
    private(set) var members: [Member] = []
    /// The clusters; equally large ones in document order.
    private(set) var clusters: [Cluster] = []
    /// Number of each text's cluster, from 1; 0 for a text without a copy.
    private var clusterOfText: [UInt32]
    /// The paragraphs that may be members; `nil` for all.
    private let standing: Set<UInt32>?

    /// Lists the members of groups.
    ///
    /// - Parameters:
    ///   - groups: Groups of copies.
    ///   - comparison: What they were found by.
    ///   - standing: The paragraphs that stand in a row; `nil` for all of the groups.
    /// - Returns: The members.
    /// - Complexity: Linear in the texts, and O(n log n) in the groups.
    static func listing(
        _ groups: ParagraphClusters,
        _ comparison: ParagraphFindings,
        standing: Set<UInt32>? = nil
    ) -> ClusterMembers {
        var members = ClusterMembers(
            clusterOfText: [UInt32](repeating: 0, count: comparison.texts.count),
            standing: standing
        )
        for (group, size) in members.largestFirst(groups, comparison.texts) {
            members.add(groups.groups[group], size: size, groups, comparison)
        }
        return members
    }

    /// Groups by position, with the number of their members.
    private func largestFirst(
        _ groups: ParagraphClusters,
        _ texts: DistinctTexts
    ) -> [(group: Int, size: Int)] {
        let sizes = groups.groups.map { group in
            groups.texts[group].reduce(0) { $0 + memberCount(of: $1, texts) }
        }
        return sizes.enumerated()
            .sorted { ($1.element, $0.offset) < ($0.element, $1.offset) }
            .map { ($0.offset, $0.element) }
    }

    private func memberCount(of text: UInt32, _ texts: DistinctTexts) -> Int {
        guard let standing else { return texts.occurrenceCount(of: text) }
        return texts.occurrences(of: text).count { standing.contains($0) }
    }

    private mutating func add(
        _ group: Range<Int>,
        size: Int,
        _ groups: ParagraphClusters,
        _ comparison: ParagraphFindings
    ) {
        let first = members.count
        for position in group {
            let text = groups.texts[position]
            let similarity = groups.similarities[position]
            clusterOfText[Int(text)] = UInt32(clusters.count + 1)
            let paragraph = comparison.texts.firstParagraphs[Int(text)]
            append(paragraph, similarity)
            for later in comparison.texts.repeats[text] ?? [] { append(later, similarity) }
        }
        // The first paragraphs of rising texts rise.
        if size > group.count { members[first...].sort { $0.paragraph < $1.paragraph } }
        var documentCount = 0
        var last: UInt32?
        for member in members[first...] {
            let document = comparison.batch.paragraphs[Int(member.paragraph)].document
            if document != last { documentCount += 1 }
            last = document
        }
        clusters.append(
            Cluster(texts: group, members: first..<members.count, documentCount: documentCount)
        )
    }

    private mutating func append(_ paragraph: UInt32, _ similarity: Double) {
        if let standing, !standing.contains(paragraph) { return }
        members.append(Member(paragraph: paragraph, similarity: similarity))
    }

    /// Number of a text's cluster in the report, from 1; `nil` for none, and for ``DistinctTexts/noText``.
    func cluster(of text: UInt32) -> Int? {
        guard text != DistinctTexts.noText else { return nil }
        let number = clusterOfText[Int(text)]
        return number == 0 ? nil : Int(number)
    }
}

import LeitongCore
import LeitongModel
import LeitongReport
import LeitongStorage

/// Makes the rows of a report: matches and clusters.
struct MatchRows: Sendable {
    private let builder: ReportBuilder
    private let copyGroups: CopyGroups
    private let members: ClusterMembers
    private let places: CopiedPlaces
    private let classifier: ParagraphClassifier
    /// What the rows are of, by position of the paragraphs.
    private let pairs: [MatchedPair]

    /// Clusters that one task takes at a time.
    private static let clusterChunkSize = 16
    /// Matches that one task takes at a time.
    private static let rowChunkSize = 512

    init(_ builder: ReportBuilder, _ copyGroups: CopyGroups) async {
        self.builder = builder
        self.copyGroups = copyGroups
        pairs = Self.matchedPairs(builder, copyGroups)
        members = ClusterMembers(
            copyGroups,
            builder.comparison,
            standing: Self.standing(pairs, builder)
        )
        classifier = ParagraphClassifier(builder, members)
        places = await CopiedPlaces(
            of: members.members.lazy.map(\.paragraph),
            in: builder.corpus,
            threads: builder.options.threads
        )
    }

    /// The clusters, largest first.
    ///
    /// - Parameter rows: The rows with their final classes, of which each cluster has its own.
    /// - Returns: A cluster for each group of copies.
    func clusters(_ rows: [ParagraphRow]) async -> [Cluster] {
        let classes = Self.classes(of: rows, count: members.clusters.count)
        let parts = await ParallelRanges.map(
            count: members.clusters.count,
            chunkSize: Self.clusterChunkSize,
            threads: builder.options.threads
        ) { range in
            let variants =
                builder.options.detail == .full
                ? ClusterVariantsBuilder(comparison: builder.comparison) : nil
            return range.map { position in
                var cluster = cluster(members.clusters[position], variants)
                cluster.matchClass = classes[position] ?? .copy
                return cluster
            }
        }
        return Array(parts.joined())
    }

    /// What each cluster is taken for: a copy if one of its rows is, else the first class of its rows
    /// in the order in which classes go before one another.
    private static func classes(of rows: [ParagraphRow], count: Int) -> [MatchClass?] {
        let order: [MatchClass] = [.copy, .template, .common, .quotation, .setPhrase]
        var ranks = [Int](repeating: order.count, count: count)
        for row in rows {
            guard let cluster = row.match.cluster,
                let rank = order.firstIndex(of: row.match.matchClass)
            else { continue }
            ranks[cluster - 1] = Swift.min(ranks[cluster - 1], rank)
        }
        return ranks.map { $0 < order.count ? order[$0] : nil }
    }

    private func cluster(
        _ cluster: ClusterMembers.Cluster,
        _ variants: ClusterVariantsBuilder?
    ) -> Cluster {
        let members = members.members[cluster.members]
        let others = members.dropFirst()
        let sum = others.reduce(0) { $0 + $1.similarity }
        let outcome = variants?
            .variants(
                of: Array(copyGroups.texts[cluster.texts]),
                members: members.map(\.paragraph)
            )
        return Cluster(
            members: members.map { places[$0.paragraph] },
            similarities: members.map { Rounded.value($0.similarity) },
            cohesion: Rounded.value(others.reduce(1) { Swift.min($0, $1.similarity) }),
            meanSimilarity: Rounded.value(sum / Double(Swift.max(1, others.count))),
            text: builder.options.detail == .full
                ? text(of: members[members.startIndex].paragraph) : "",
            variants: outcome?.variants,
            variantsOmitted: outcome?.omission
        )
    }

    private func text(of paragraph: UInt32) -> String {
        var scratch: [UInt8] = []
        return builder.corpus.batch.withText(
            ofParagraph: Int(paragraph),
            scratch: &scratch
        ) { text in
            String(decoding: (0..<text.count).map { text[$0] }, as: UTF8.self)
        }
    }

    /// The matches: a spanning forest of them, or every pair where that was asked for.
    func rows() async -> [ParagraphRow] {
        let pairs = pairs
        let parts = await ParallelRanges.map(
            count: pairs.count,
            chunkSize: Self.rowChunkSize,
            threads: builder.options.threads
        ) { range in
            var rows = RowMaker(self)
            return pairs[range].map { rows.row(of: $0) }
        }
        return Array(parts.joined())
    }

    private static func matchedPairs(
        _ builder: ReportBuilder,
        _ copyGroups: CopyGroups
    ) -> [MatchedPair] {
        let listsAll = builder.options.listsAllPairs
        let pairs =
            if builder.pairRule.isAll {
                listsAll
                    ? allPairs(builder.comparison) : forest(copyGroups, builder.comparison)
            } else {
                listsAll
                    ? PairedRows(builder, copyGroups).all()
                    : PairedRows(builder, copyGroups).forest()
            }
        return sortedUnique(pairs)
    }

    private static func sortedUnique(_ pairs: consuming [MatchedPair]) -> [MatchedPair] {
        pairs.sort { $0.pair < $1.pair }
        var kept = 0
        for index in pairs.indices where index == 0 || pairs[index] != pairs[kept - 1] {
            pairs[kept] = pairs[index]
            kept += 1
        }
        pairs.removeSubrange(kept...)
        return pairs
    }

    /// The paragraphs that stand in a row, where a copy of a text may stand in none: where only the
    /// listed documents are compared, a third may hold it too.
    private static func standing(_ pairs: [MatchedPair], _ builder: ReportBuilder) -> Set<UInt32>? {
        guard case .listed = builder.pairRule else { return nil }
        return Set(pairs.flatMap { [$0.pair.first, $0.pair.second] })
    }

    /// A spanning forest of all copies, the most similar pairs first.
    ///
    /// A cluster has one row fewer than members. Equal paragraphs are rows with the one before them,
    /// and a near copy with the last of its equals before it: of a text that is handed on from version
    /// to version, neighbours stand side by side.
    private static func forest(
        _ copyGroups: CopyGroups,
        _ comparison: ParagraphComparison
    ) -> [MatchedPair] {
        let texts = comparison.texts
        var pairs: [MatchedPair] = []
        for text in copyGroups.texts {
            var earlier = texts.firstParagraphs[Int(text)]
            for later in texts.repeats[text] ?? [] {
                pairs.append(MatchedPair(pair: TextPair(earlier, later), edge: nil))
                earlier = later
            }
        }
        for edge in copyGroups.forest {
            let copies = comparison.edges[edge].pair
            let second = texts.firstParagraphs[Int(copies.second)]
            let repeats = texts.repeats[copies.first] ?? []
            let next = repeats.partitioningIndex { $0 > second }
            let first = next > 0 ? repeats[next - 1] : texts.firstParagraphs[Int(copies.first)]
            pairs.append(MatchedPair(pair: TextPair(first, second), edge: edge))
        }
        return pairs
    }

    /// Every pair over the threshold.
    private static func allPairs(_ comparison: ParagraphComparison) -> [MatchedPair] {
        let texts = comparison.texts
        var pairs: [MatchedPair] = []
        for text in texts.repeats.keys {
            let places = texts.occurrences(of: text)
            for (index, earlier) in places.enumerated() {
                for later in places[(index + 1)...] {
                    pairs.append(MatchedPair(pair: TextPair(earlier, later), edge: nil))
                }
            }
        }
        for (index, edge) in comparison.edges.enumerated() {
            for a in texts.occurrences(of: edge.pair.first) {
                for b in texts.occurrences(of: edge.pair.second) {
                    pairs.append(MatchedPair(pair: TextPair(a, b), edge: index))
                }
            }
        }
        return pairs
    }

    /// Whether two paragraphs of one cluster were verified to be copies of one another: of two that only
    /// others join a cluster tells nothing.
    func areVerified(_ a: UInt32, _ b: UInt32) -> Bool {
        let comparison = builder.comparison
        let first = comparison.texts.textOfParagraph[Int(a)]
        let second = comparison.texts.textOfParagraph[Int(b)]
        guard let cluster = members.cluster(of: first), cluster == members.cluster(of: second)
        else { return false }
        return first == second || comparison.areVerified(TextPair(first, second))
    }
}

/// Two paragraphs that are a row of the report.
struct MatchedPair: Equatable {
    /// The paragraphs, by position in the batch.
    var pair: TextPair
    /// What verified them, by position in the edges; `nil` for equal texts.
    var edge: Int?
}

/// A match with its two paragraphs, by position in the batch.
struct ParagraphRow {
    var a: UInt32
    var b: UInt32
    var match: ParagraphMatch
}

extension MatchRows {
    /// Makes rows one after the other, with the buffers that takes.
    private struct RowMaker {
        private let source: MatchRows
        private let comparison: ParagraphComparison
        private var differences: Differences?
        private var evidence: ParagraphEvidence

        init(_ source: MatchRows) {
            self.source = source
            comparison = source.builder.comparison
            let options = source.builder.options
            evidence = ParagraphEvidence(comparison, options: options)
            if options.detail == .full {
                differences = Differences(
                    batch: comparison.batch,
                    folder: comparison.folder,
                    rule: SeedRule(minRun: options.minRun) ?? .standard
                )
            }
        }

        mutating func row(of matched: MatchedPair) -> ParagraphRow {
            let (a, b) = (matched.pair.first, matched.pair.second)
            let edge = matched.edge.map { comparison.edges[$0] }
            // Texts that differ may have the same shingles, but only equal ones are alike by 1.
            let jaccard =
                edge.map { Swift.min(Rounded.similarity($0.overlap), Rounded.underOne) } ?? 1
            var match = ParagraphMatch(
                a: source.places[a],
                b: source.places[b],
                form: edge == nil ? .exact : .near,
                jaccard: jaccard,
                basis: edge?.isShortEdit == true ? .editDistance : .jaccard,
                differences: differences?.edits(from: Int(a), to: Int(b))
            )
            match.cluster = source.members.cluster(of: textNumber(a))
            let documents =
                match.cluster.map { source.members.clusters[$0 - 1].documentCount } ?? 1
            let weighed = weigh(matched.pair, jaccard: jaccard, documents: documents)
            match.matchClass = source.classifier.matchClass(
                a,
                b,
                cluster: match.cluster,
                documents: documents,
                otherwise: weighed.matchClass
            )
            match.bits = weighed.bits.roundedToTenths
            return ParagraphRow(a: a, b: b, match: match)
        }

        /// What two paragraphs are taken for that an edge joins.
        mutating func matchClass(_ a: UInt32, _ b: UInt32, edge: TextEdge) -> MatchClass {
            let cluster = source.members.cluster(of: textNumber(a))
            let documents = cluster.map { source.members.clusters[$0 - 1].documentCount } ?? 1
            let jaccard = Swift.min(Rounded.similarity(edge.overlap), Rounded.underOne)
            let weighed = weigh(TextPair(a, b), jaccard: jaccard, documents: documents)
            return source.classifier.matchClass(
                a,
                b,
                cluster: cluster,
                documents: documents,
                otherwise: weighed.matchClass
            )
        }

        /// Weighs the shorter of two texts; of two as long the one that tells more, and a quotation
        /// is one whichever of them is: so that it does not matter which comes first.
        private mutating func weigh(
            _ pair: TextPair,
            jaccard: Double,
            documents: Int
        ) -> (matchClass: MatchClass, bits: Double) {
            let lengths = comparison.texts.lengths
            let (length, other) = (lengths[Int(pair.first)], lengths[Int(pair.second)])
            let (first, second) = (textNumber(pair.first), textNumber(pair.second))
            let weighed = evidence.weigh(
                length <= other ? first : second,
                jaccard: jaccard,
                documents: documents
            )
            guard length == other, first != second else { return weighed }
            let rules = source.builder.options.significance
            let most = Double(Float(rules.richBits) * rules.weight(ofDocuments: documents))
            // Most texts tell as much as is counted, and the second need not be asked.
            if weighed.bits >= most, documents < rules.quotedDocuments { return weighed }
            let further = evidence.weigh(second, jaccard: jaccard, documents: documents)
            if further.matchClass == .quotation || weighed.matchClass == .quotation {
                return (.quotation, Swift.max(weighed.bits, further.bits))
            }
            return further.bits > weighed.bits ? further : weighed
        }

        private func textNumber(_ paragraph: UInt32) -> UInt32 {
            comparison.texts.textOfParagraph[Int(paragraph)]
        }
    }
}

/// Two paragraphs that were verified to be near copies, in documents that are compared.
struct NearMatch {
    /// The paragraphs, by position in the batch.
    var a: UInt32
    var b: UInt32
    var matchClass: MatchClass
}

extension MatchRows {
    /// Edges that one task takes at a time.
    private static let edgeChunkSize = 256
    /// Places of two texts that are told each with each; of more, what they share stands in passages.
    private static let placePairLimit = 1 << 12

    /// All near copies, whichever of them are rows: shares must not depend on which are.
    ///
    /// - Parameter pairs: Which units are compared.
    /// - Returns: A match for each two places of each near copy, in order.
    /// - Complexity: Linear in the verified pairs and their places.
    func nearMatches(_ pairs: UnitPairs) async -> [NearMatch] {
        let edges = builder.comparison.edges
        let parts = await ParallelRanges.map(
            count: edges.count,
            chunkSize: Self.edgeChunkSize,
            threads: builder.options.threads
        ) { range in
            var rows = RowMaker(self)
            return range.flatMap { nearMatches(of: edges[$0], pairs, &rows) }
        }
        return Array(parts.joined())
    }

    private func nearMatches(
        of edge: TextEdge,
        _ pairs: UnitPairs,
        _ rows: inout RowMaker
    ) -> [NearMatch] {
        let texts = builder.comparison.texts
        let units = builder.corpus.units
        var (first, second) = (
            texts.occurrences(of: edge.pair.first), texts.occurrences(of: edge.pair.second)
        )
        if first.count * second.count > Self.placePairLimit {
            (first, second) = (Array(first.prefix(1)), Array(second.prefix(1)))
        }
        var matches: [NearMatch] = []
        for a in first {
            for b in second
            where pairs.allows(units.unit(ofParagraph: Int(a)), units.unit(ofParagraph: Int(b))) {
                let matchClass = rows.matchClass(a, b, edge: edge)
                matches.append(NearMatch(a: a, b: b, matchClass: matchClass))
            }
        }
        return matches
    }
}

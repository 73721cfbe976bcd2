import LeitongAlgorithms
@_spi(Core) import LeitongCore
import LeitongModel
import LeitongReport
import LeitongStorage

/// Makes the rows of a report: matches and clusters.
struct MatchRows: Sendable {
    let findings: Findings
    private let copyGroups: ParagraphClusters
    let members: ClusterMembers
    let places: CopiedPlaces
    let classifier: ParagraphClassifier
    /// What the rows are of, by position of the paragraphs.
    private let pairs: [MatchedPair]
    let detail: ReportDetail
    let context: RunContext

    /// Clusters that one task takes at a time.
    private static let clusterChunkSize = 16
    /// Matches that one task takes at a time.
    private static let rowChunkSize = 512

    /// Prepares the rows of what was found.
    ///
    /// - Parameters:
    ///   - findings: What was found.
    ///   - copyGroups: Its groups of copies.
    ///   - detail: How much of the rows is filled in.
    ///   - context: How it is run.
    /// - Returns: What makes the rows.
    /// - Throws: `CancellationError`.
    static func rows(
        of findings: Findings,
        _ copyGroups: ParagraphClusters,
        _ detail: ReportDetail,
        context: RunContext
    ) async throws -> MatchRows {
        let pairs = matchedPairs(findings, copyGroups)
        let members = ClusterMembers.listing(
            copyGroups,
            findings.paragraphs,
            standing: standing(pairs, findings)
        )
        return MatchRows(
            findings: findings,
            copyGroups: copyGroups,
            members: members,
            places: try await CopiedPlaces.places(
                of: members.members.lazy.map(\.paragraph),
                in: findings.corpus,
                context: context
            ),
            classifier: ParagraphClassifier.classifier(for: findings, members),
            pairs: pairs,
            detail: detail,
            context: context
        )
    }

    /// The clusters, largest first.
    ///
    /// - Parameter rows: The rows with their final classes, of which each cluster has its own.
    /// - Returns: A cluster for each group of copies.
    /// - Throws: `CancellationError`.
    func clusters(_ rows: [ParagraphRow]) async throws -> [Cluster] {
        let classes = Self.classes(of: rows, count: members.clusters.count)
        let parts = try await context.map(
            count: members.clusters.count,
            chunkSize: Self.clusterChunkSize
        ) { range in
            let variants =
                detail == .full
                ? ClusterVariantsBuilder(comparison: findings.paragraphs) : nil
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
            text: detail == .full
                ? text(of: members[members.startIndex].paragraph) : "",
            variants: outcome?.variants,
            variantsOmitted: outcome?.omission
        )
    }

    private func text(of paragraph: UInt32) -> String {
        var scratch: [UInt8] = []
        return findings.corpus.batch.withText(
            ofParagraph: Int(paragraph),
            scratch: &scratch
        ) { text in
            String(decoding: (0..<text.count).map { text[$0] }, as: UTF8.self)
        }
    }

    /// The matches: a spanning forest of them, or every pair where that was asked for.
    func rows() async throws -> [ParagraphRow] {
        let pairs = pairs
        let parts = try await context.map(
            count: pairs.count,
            chunkSize: Self.rowChunkSize
        ) { range in
            var rows = RowMaker(self)
            return pairs[range].map { rows.row(of: $0) }
        }
        return Array(parts.joined())
    }

    private static func matchedPairs(
        _ findings: Findings,
        _ copyGroups: ParagraphClusters
    ) -> [MatchedPair] {
        let listsAll = findings.options.listsAllPairs
        let pairs =
            if findings.pairRule.isAll {
                listsAll
                    ? allPairs(findings.paragraphs) : forest(copyGroups, findings.paragraphs)
            } else {
                listsAll
                    ? PairedRows(findings, copyGroups).all()
                    : PairedRows(findings, copyGroups).forest()
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
    private static func standing(_ pairs: [MatchedPair], _ findings: Findings) -> Set<UInt32>? {
        guard case .listed = findings.pairRule else { return nil }
        return Set(pairs.flatMap { [$0.pair.first, $0.pair.second] })
    }

    /// A spanning forest of all copies, the most similar pairs first.
    ///
    /// A cluster has one row fewer than members. Equal paragraphs are rows with the one before them,
    /// and a near copy with the last of its equals before it: of a text that is handed on from version
    /// to version, neighbours stand side by side.
    private static func forest(
        _ copyGroups: ParagraphClusters,
        _ comparison: ParagraphFindings
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
    private static func allPairs(_ comparison: ParagraphFindings) -> [MatchedPair] {
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
        let comparison = findings.paragraphs
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

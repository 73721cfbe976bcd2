import LeitongCore
import LeitongDocuments
import LeitongReport

/// Makes the rows of a report: matches and clusters.
struct MatchRows: Sendable {
    private let builder: ReportBuilder
    private let copyGroups: CopyGroups
    private let members: ClusterMembers
    private let places: CopiedPlaces
    private let classifier: ParagraphClassifier

    /// Clusters that one task takes at a time.
    private static let clusterChunkSize = 16
    /// Matches that one task takes at a time.
    private static let rowChunkSize = 512

    init(_ builder: ReportBuilder, _ copyGroups: CopyGroups) async {
        self.builder = builder
        self.copyGroups = copyGroups
        members = ClusterMembers(copyGroups, builder.comparison)
        classifier = ParagraphClassifier(builder, members)
        places = await CopiedPlaces(
            of: members.members.lazy.map(\.paragraph),
            in: builder.collection,
            threads: builder.options.threads
        )
    }

    /// The clusters, largest first.
    func clusters() async -> [Cluster] {
        let parts = await ParallelRanges.map(
            count: members.clusters.count,
            chunkSize: Self.clusterChunkSize,
            threads: builder.options.threads
        ) { range in
            let variants =
                builder.options.detail == .full
                ? ClusterVariantsBuilder(comparison: builder.comparison) : nil
            return members.clusters[range].map { cluster($0, variants) }
        }
        return Array(parts.joined())
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
        return builder.collection.batch.withText(
            ofParagraph: Int(paragraph),
            scratch: &scratch
        ) { text in
            String(decoding: (0..<text.count).map { text[$0] }, as: UTF8.self)
        }
    }

    /// The matches: each copy against its nearest, or every pair where that was asked for.
    func rows() async -> [ParagraphRow] {
        let pairs = Self.sortedUnique(matchedPairs())
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

    private func matchedPairs() -> [MatchedPair] {
        guard builder.pairRule.isAll else { return pairedCopies() }
        return builder.options.listsAllPairs ? allPairs() : nearestPairs()
    }

    /// Each copy against the nearest in the documents that its own is compared with.
    private func pairedCopies() -> [MatchedPair] {
        var paired = PairedRows(builder, copyGroups)
        return copyGroups.texts.flatMap { text in
            builder.comparison.texts.occurrences(of: text)
                .flatMap { paired.rows(of: $0, text: text) }
        }
    }

    /// Each copy against its nearest: linear in the number of copies.
    private func nearestPairs() -> [MatchedPair] {
        let texts = builder.comparison.texts
        var pairs: [MatchedPair] = []
        for group in copyGroups.groups {
            for position in group {
                let text = copyGroups.texts[position]
                let first = texts.firstParagraphs[Int(text)]
                for later in texts.repeats[text] ?? [] {
                    pairs.append(MatchedPair(pair: TextPair(first, later), edge: nil))
                }
                // Two texts may be nearest each to the other.
                guard position > group.lowerBound, let edge = copyGroups.nearest(to: text) else {
                    continue
                }
                let copies = builder.comparison.edges[edge].pair
                let pair = TextPair(
                    texts.firstParagraphs[Int(copies.first)],
                    texts.firstParagraphs[Int(copies.second)]
                )
                pairs.append(MatchedPair(pair: pair, edge: edge))
            }
        }
        return pairs
    }

    /// Every pair over the threshold.
    private func allPairs() -> [MatchedPair] {
        let texts = builder.comparison.texts
        var pairs: [MatchedPair] = []
        for text in texts.repeats.keys {
            let places = texts.occurrences(of: text)
            for (index, earlier) in places.enumerated() {
                for later in places[(index + 1)...] {
                    pairs.append(MatchedPair(pair: TextPair(earlier, later), edge: nil))
                }
            }
        }
        for (index, edge) in builder.comparison.edges.enumerated() {
            for a in texts.occurrences(of: edge.pair.first) {
                for b in texts.occurrences(of: edge.pair.second) {
                    pairs.append(MatchedPair(pair: TextPair(a, b), edge: index))
                }
            }
        }
        return pairs
    }

    /// Number of a paragraph's cluster in the report.
    func cluster(of paragraph: UInt32) -> Int? {
        members.cluster(of: builder.comparison.texts.textOfParagraph[Int(paragraph)])
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
                differences: differences?.segments(from: Int(a), to: Int(b))
            )
            let text = comparison.texts.textOfParagraph[Int(a)]
            match.cluster = source.members.cluster(of: text)
            let documents = match.cluster
                .map { source.members.clusters[$0 - 1].documentCount } ?? 1
            let weighed = evidence.weigh(
                [text, comparison.texts.textOfParagraph[Int(b)]],
                jaccard: jaccard,
                documents: documents
            )
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
    }
}

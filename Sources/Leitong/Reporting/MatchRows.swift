import LeitongCore
import LeitongDocuments
import LeitongReport

/// Makes the rows of a report: places, matches, clusters.
struct MatchRows: Sendable {
    private let builder: ReportBuilder
    private let groups: [CopyGroups.Group]
    private let copyGroups: CopyGroups
    /// Number of each text's cluster in the report, from 1.
    private let clusterOfText: [UInt32: Int]
    /// Documents that hold a copy, by cluster.
    private let documentCounts: [Int]

    /// Clusters that one task takes at a time.
    private static let clusterChunkSize = 16
    /// Verified pairs, or groups, that one task makes rows of at a time.
    private static let rowChunkSize = 512

    init(_ builder: ReportBuilder, _ copyGroups: CopyGroups) {
        self.builder = builder
        self.copyGroups = copyGroups
        let texts = builder.comparison.texts
        let sized = copyGroups.groups.map { group in
            (group, group.texts.reduce(0) { $0 + texts.occurrenceCount(of: $1) })
        }
        // Largest first; equals in document order.
        groups = sized.enumerated()
            .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
            .map(\.element.0)
        var clusterOfText: [UInt32: Int] = [:]
        for (index, group) in groups.enumerated() {
            for text in group.texts { clusterOfText[text] = index + 1 }
        }
        self.clusterOfText = clusterOfText
        documentCounts = groups.map { Self.documentCount(of: $0, builder) }
    }

    /// The clusters, largest first.
    func clusters() async -> [Cluster] {
        let parts = await ParallelRanges.map(
            count: groups.count,
            chunkSize: Self.clusterChunkSize,
            threads: builder.options.threads
        ) { clusters($0) }
        return Array(parts.joined())
    }

    private func clusters(_ range: Range<Int>) -> [Cluster] {
        let variants = variantsBuilder
        return groups[range]
            .map { group in
                var members: [(paragraph: UInt32, similarity: Double)] = []
                for (text, similarity) in zip(group.texts, group.similarities) {
                    for paragraph in builder.comparison.texts.occurrences(of: text) {
                        members.append((paragraph, similarity))
                    }
                }
                members.sort { $0.paragraph < $1.paragraph }
                let others = members.dropFirst().map(\.similarity)
                let outcome = variants?.variants(of: group.texts, members: members.map(\.paragraph))
                return Cluster(
                    members: members.map { place(of: $0.paragraph) },
                    similarities: members.map { Rounded.value($0.similarity) },
                    cohesion: Rounded.value(others.min() ?? 1),
                    meanSimilarity: Rounded.value(
                        others.reduce(0, +) / Double(Swift.max(1, others.count))
                    ),
                    text: builder.options.detail == .full ? text(of: members[0].paragraph) : "",
                    variants: outcome?.variants,
                    variantsOmitted: outcome?.omission
                )
            }
    }

    /// The matches: each copy against its nearest, or every pair where that was asked for.
    func rows() async -> [ParagraphRow] {
        guard builder.pairRule.isAll else { return pairedRows() }
        let rows = await builder.options.listsAllPairs ? allPairs() : nearestPairs()
        return rows.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    }

    /// Makes rows side by side.
    private func rows(
        count: Int,
        _ add: @escaping @Sendable (Int, inout RowList) -> Void
    ) async -> [ParagraphRow] {
        let parts = await ParallelRanges.map(
            count: count,
            chunkSize: Self.rowChunkSize,
            threads: builder.options.threads
        ) { range in
            var rows = RowList(self)
            for index in range { add(index, &rows) }
            return rows.rows
        }
        return Array(parts.joined())
    }

    /// Each copy against the nearest in the documents that its own is compared with.
    private func pairedRows() -> [ParagraphRow] {
        var rows = RowList(self)
        var paired = PairedRows(builder, copyGroups)
        var told: Set<PairedRows.Row> = []
        for group in groups {
            for text in group.texts {
                for paragraph in builder.comparison.texts.occurrences(of: text) {
                    for row in paired.rows(of: paragraph, text: text)
                    where told.insert(row).inserted {
                        if let edge = row.edge {
                            let edge = builder.comparison.edges[edge]
                            rows.add(edge, row.pair.first, row.pair.second)
                        } else {
                            rows.addEqual(row.pair.first, row.pair.second)
                        }
                    }
                }
            }
        }
        return rows.sorted()
    }

    /// Each copy against its nearest: linear in the number of copies.
    private func nearestPairs() async -> [ParagraphRow] {
        // Texts of one group only are nearest to each other.
        await rows(count: groups.count) { index, rows in
            var told: Set<TextPair> = []
            let group = groups[index]
            for text in group.texts {
                let places = builder.comparison.texts.occurrences(of: text)
                for later in places.dropFirst() { rows.addEqual(places[0], later) }
                guard text != group.texts[0], let edge = copyGroups.nearest(to: text),
                    told.insert(edge.pair).inserted
                else { continue }
                rows.add(edge)
            }
        }
    }

    /// Every pair over the threshold.
    private func allPairs() async -> [ParagraphRow] {
        let texts = builder.comparison.texts
        let repeated = texts.repeats.keys.sorted()
        let equals = await rows(count: repeated.count) { index, rows in
            let places = texts.occurrences(of: repeated[index])
            for (index, earlier) in places.enumerated() {
                for later in places[(index + 1)...] { rows.addEqual(earlier, later) }
            }
        }
        let edges = builder.comparison.edges
        let others = await rows(count: edges.count) { index, rows in
            for a in texts.occurrences(of: edges[index].pair.first) {
                for b in texts.occurrences(of: edges[index].pair.second) {
                    rows.add(edges[index], a, b)
                }
            }
        }
        return equals + others
    }

    func place(of paragraph: UInt32) -> Place {
        let source = builder.collection.batch.paragraphs[Int(paragraph)]
        let unit = builder.collection.units.unit(ofParagraph: Int(paragraph))
        return Place(
            document: builder.collection.units.name(ofUnit: unit),
            start: Int(source.scalarStart),
            end: Int(source.scalarEnd),
            line: Int(source.line)
        )
    }

    /// Number of a paragraph's cluster in the report.
    func cluster(of paragraph: UInt32) -> Int? {
        clusterOfText[builder.comparison.texts.textOfParagraph[Int(paragraph)]]
    }

    /// Documents that hold a copy of a cluster.
    fileprivate func documentCount(ofCluster number: Int) -> Int {
        documentCounts[number - 1]
    }

    private static func documentCount(of group: CopyGroups.Group, _ builder: ReportBuilder) -> Int {
        var documents: Set<UInt32> = []
        for text in group.texts {
            for paragraph in builder.comparison.texts.occurrences(of: text) {
                documents.insert(builder.collection.batch.paragraphs[Int(paragraph)].document)
            }
        }
        return documents.count
    }

    fileprivate var evidence: ParagraphEvidence {
        ParagraphEvidence(builder.comparison, options: builder.options)
    }

    fileprivate func text(ofParagraph paragraph: UInt32) -> UInt32 {
        builder.comparison.texts.textOfParagraph[Int(paragraph)]
    }

    fileprivate var differences: Differences? {
        guard builder.options.detail == .full else { return nil }
        return Differences(batch: builder.collection.batch, folder: builder.comparison.folder)
    }

    private var variantsBuilder: ClusterVariantsBuilder? {
        guard builder.options.detail == .full else { return nil }
        return ClusterVariantsBuilder(comparison: builder.comparison)
    }

    fileprivate func firstPlace(of text: UInt32) -> UInt32 {
        builder.comparison.texts.firstParagraphs[Int(text)]
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
}

/// A match with its two paragraphs, by position in the batch.
struct ParagraphRow {
    var a: UInt32
    var b: UInt32
    var match: ParagraphMatch
}

/// Rows under way.
private struct RowList {
    private let source: MatchRows
    private var differences: Differences?
    private var evidence: ParagraphEvidence
    private(set) var rows: [ParagraphRow] = []

    init(_ source: MatchRows) {
        self.source = source
        differences = source.differences
        evidence = source.evidence
    }

    mutating func addEqual(_ a: UInt32, _ b: UInt32) {
        append(a, b, form: .exact, jaccard: 1, basis: .jaccard)
    }

    mutating func add(_ edge: TextEdge) {
        add(edge, source.firstPlace(of: edge.pair.first), source.firstPlace(of: edge.pair.second))
    }

    mutating func add(_ edge: TextEdge, _ a: UInt32, _ b: UInt32) {
        append(
            Swift.min(a, b),
            Swift.max(a, b),
            form: .near,
            jaccard: Rounded.similarity(edge.overlap),
            basis: edge.isShortEdit ? .editDistance : .jaccard
        )
    }

    private mutating func append(
        _ a: UInt32,
        _ b: UInt32,
        form: ParagraphMatch.Form,
        jaccard: Double,
        basis: ParagraphMatch.Basis
    ) {
        var match = ParagraphMatch(
            a: source.place(of: a),
            b: source.place(of: b),
            form: form,
            jaccard: jaccard,
            basis: basis,
            differences: differences?.segments(from: Int(a), to: Int(b))
        )
        match.cluster = source.cluster(of: a)
        let weighed = evidence.weigh(
            source.text(ofParagraph: a),
            jaccard: jaccard,
            documents: match.cluster.map { source.documentCount(ofCluster: $0) } ?? 1
        )
        match.matchClass = weighed.matchClass
        match.bits = weighed.bits.roundedToTenths
        rows.append(ParagraphRow(a: a, b: b, match: match))
    }

    consuming func sorted() -> [ParagraphRow] {
        rows.sort { ($0.a, $0.b) < ($1.a, $1.b) }
        return rows
    }
}

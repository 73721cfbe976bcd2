@_spi(Core) import LeitongCore
import LeitongModel

/// Finds the rows of paragraphs where only some documents are compared with one another.
struct PairedRows {
    private let batch: DocumentBatch
    private let comparison: ParagraphFindings
    private let copyGroups: ParagraphClusters
    private let pairRule: PairRule

    init(_ findings: Findings, _ copyGroups: ParagraphClusters) {
        batch = findings.corpus.batch
        comparison = findings.paragraphs
        pairRule = findings.pairRule
        self.copyGroups = copyGroups
    }

    /// Every pair of copies in documents that are compared.
    func all() -> [MatchedPair] {
        var rows: [MatchedPair] = []
        forEachTwoTexts { a, b, edge in
            for (first, second) in sides(a, b) {
                for place in first {
                    for other in second where place != other {
                        rows.append(MatchedPair(pair: TextPair(place, other), edge: edge))
                    }
                }
            }
        }
        return rows
    }

    /// A spanning forest of those pairs, the most similar first.
    ///
    /// With a list of pairs one for each two documents of the list, so that each has what it
    /// was asked for.
    func forest() -> [MatchedPair] {
        var choices: [DocumentPair: [SpanningForest.Edge]] = [:]
        forEachTwoTexts { a, b, edge in
            let similarity = edge.map { comparison.edges[$0].overlap.jaccard } ?? 1
            for (first, second) in sides(a, b) {
                guard let place = first.first, let other = second.first else { continue }
                let key = documentPair(place, other)
                // Of places that are all equally similar the first on each side have all others.
                let pairs = first.map { TextPair($0, other) }
                let further = second.dropFirst().map { TextPair(place, $0) }
                for pair in pairs + further {
                    choices[key, default: []]
                        .append(.init(pair, similarity: similarity, number: edge ?? -1))
                }
            }
        }
        return choices.values.flatMap { Self.forest($0) }
    }

    private static func forest(_ edges: [SpanningForest.Edge]) -> [MatchedPair] {
        // Numbered afresh, in order, so that the forest of two documents is no larger than they are.
        let places = Set(edges.flatMap { [$0.pair.first, $0.pair.second] }).sorted()
        let numbers = Dictionary(
            uniqueKeysWithValues: places.enumerated().map { ($0.element, UInt32($0.offset)) }
        )
        let numbered = edges.map { edge in
            SpanningForest.Edge(
                TextPair(numbers[edge.pair.first] ?? 0, numbers[edge.pair.second] ?? 0),
                similarity: edge.similarity,
                number: edge.number
            )
        }
        var forest = SpanningForest(nodeCount: places.count)
        return forest.choose(numbered)
            .map { edge in
                let pair = TextPair(
                    places[Int(edge.pair.first)],
                    places[Int(edge.pair.second)]
                )
                return MatchedPair(pair: pair, edge: edge.number < 0 ? nil : edge.number)
            }
    }

    /// Two documents of a list; without a list all are of one forest.
    private struct DocumentPair: Hashable {
        var lower = 0
        var higher = 0
    }

    private func documentPair(_ place: UInt32, _ other: UInt32) -> DocumentPair {
        guard case .listed = pairRule else { return DocumentPair() }
        let (a, b) = (document(of: place), document(of: other))
        return DocumentPair(lower: Swift.min(a, b), higher: Swift.max(a, b))
    }

    /// Each text with itself and with each of its verified copies.
    private func forEachTwoTexts(_ body: (UInt32, UInt32, Int?) -> Void) {
        for text in copyGroups.texts where comparison.texts.repeats[text] != nil {
            body(text, text, nil)
        }
        for (number, edge) in comparison.edges.enumerated() {
            body(edge.pair.first, edge.pair.second, number)
        }
    }

    /// The places of two texts, so that each of a list is compared with each of the list beside it.
    ///
    /// - Parameters:
    ///   - a: A text.
    ///   - b: Another text, or the same.
    /// - Returns: Rising lists; together all places that are compared.
    private func sides(_ a: UInt32, _ b: UInt32) -> [([UInt32], [UInt32])] {
        let (ofA, ofB) = (
            comparison.texts.occurrences(of: a), comparison.texts.occurrences(of: b)
        )
        switch pairRule {
        case .all:
            return [(ofA, ofB)]
        case .against(let isReference):
            let parts = [ofA, ofB]
                .map { places in
                    (
                        new: places.filter { !isReference[document(of: $0)] },
                        known: places.filter { isReference[document(of: $0)] }
                    )
                }
            let across = (parts[0].new, parts[1].known)
            return a == b ? [across] : [across, (parts[0].known, parts[1].new)]
        case .listed(let partners):
            let (byA, byB) = (byDocument(ofA), byDocument(ofB))
            return byA.flatMap { document, places in
                partners[document]
                    .compactMap { partner in
                        guard a != b || partner >= document, let others = byB[partner] else {
                            return nil
                        }
                        return (places, others)
                    }
            }
        }
    }

    private func byDocument(_ places: [UInt32]) -> [Int: [UInt32]] {
        Dictionary(grouping: places) { document(of: $0) }
    }

    private func document(of paragraph: UInt32) -> Int {
        Int(batch.paragraphs[Int(paragraph)].document)
    }
}

import LeitongCore
import LeitongDocuments

/// Finds the rows of paragraphs where only some documents are compared with one another.
struct PairedRows {
    private let collection: Collection
    private let comparison: ParagraphComparison
    private let copyGroups: CopyGroups
    private let pairRule: PairRule
    /// First paragraph of a text in each document that holds it.
    private var holders: [UInt32: [Int: UInt32]] = [:]
    /// First paragraph of a text on each side, where documents are compared across two sides.
    private var sides: [UInt32: [Bool: UInt32]] = [:]

    init(_ builder: ReportBuilder, _ copyGroups: CopyGroups) {
        collection = builder.collection
        comparison = builder.comparison
        pairRule = builder.pairRule
        self.copyGroups = copyGroups
    }

    /// The rows of a paragraph: the best copy in the documents it is compared with, or with a list
    /// of pairs the best in each of them.
    ///
    /// - Parameters:
    ///   - paragraph: A paragraph.
    ///   - text: Its text.
    /// - Returns: Rows, the best first.
    mutating func rows(of paragraph: UInt32, text: UInt32) -> [MatchedPair] {
        let document = document(of: paragraph)
        var rows: [MatchedPair] = []
        var told: Set<Int> = []
        let candidates = [(text, nil)] + copyGroups.edges(of: text).map { ($0.text, $0.edge) }
        for (other, edge) in candidates {
            for copy in places(of: other, comparedWith: document)
            where copy != paragraph && told.insert(self.document(of: copy)).inserted {
                rows.append(MatchedPair(pair: TextPair(paragraph, copy), edge: edge))
                if case .against = pairRule { return rows }
            }
        }
        return rows
    }

    /// The first places of a text in the documents that one is compared with.
    private mutating func places(of text: UInt32, comparedWith document: Int) -> [UInt32] {
        switch pairRule {
        case .all:
            return comparison.texts.occurrences(of: text)
        case .against(let isReference):
            if sides[text] == nil {
                var first: [Bool: UInt32] = [:]
                for place in comparison.texts.occurrences(of: text) {
                    let side = isReference[self.document(of: place)]
                    if first[side] == nil { first[side] = place }
                }
                sides[text] = first
            }
            return sides[text]?[!isReference[document]].map { [$0] } ?? []
        case .listed(let partners):
            if holders[text] == nil {
                var first: [Int: UInt32] = [:]
                for place in comparison.texts.occurrences(of: text)
                where first[self.document(of: place)] == nil {
                    first[self.document(of: place)] = place
                }
                holders[text] = first
            }
            return partners[document].compactMap { holders[text]?[$0] }
        }
    }

    private func document(of paragraph: UInt32) -> Int {
        Int(collection.batch.paragraphs[Int(paragraph)].document)
    }
}

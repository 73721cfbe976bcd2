import LeitongCore
import LeitongReport

/// Which units hold a copy of each paragraph.
struct ParagraphHolders {
    private let collection: Collection
    private let comparison: ParagraphComparison
    private let units: [Int]
    /// The selected units each text stands in, rising.
    private var holders: [UInt32: [Int]] = [:]
    /// The verified copies of each text, and how similar they are.
    private var copies: [UInt32: [(text: UInt32, jaccard: Double)]] = [:]

    init(_ collection: Collection, _ comparison: ParagraphComparison, units: [Int]) {
        self.collection = collection
        self.comparison = comparison
        self.units = units
        for unit in units {
            for paragraph in collection.units[unit].paragraphs {
                let text = comparison.texts.textOfParagraph[paragraph]
                guard text != DistinctTexts.noText, holders[text]?.last != unit else { continue }
                holders[text, default: []].append(unit)
            }
        }
        for edge in comparison.edges {
            let jaccard = edge.overlap.jaccard
            copies[edge.pair.first, default: []].append((edge.pair.second, jaccard))
            copies[edge.pair.second, default: []].append((edge.pair.first, jaccard))
        }
    }

    /// Calls `body` for every paragraph that has a copy in another unit.
    ///
    /// - Parameter body: Receives the paragraph, its unit, the other units, its text and the highest
    ///   similarity with a copy.
    func forEachCopied(_ body: (Int, Int, Set<Int>, UInt32, Double) -> Void) {
        for unit in units {
            for paragraph in collection.units[unit].paragraphs {
                let text = comparison.texts.textOfParagraph[paragraph]
                guard text != DistinctTexts.noText else { continue }
                var others = Set(holders[text] ?? [])
                others.remove(unit)
                var jaccard = others.isEmpty ? 0.0 : 1.0
                for copy in copies[text] ?? [] {
                    others.formUnion(holders[copy.text] ?? [])
                    jaccard = Swift.max(jaccard, copy.jaccard)
                }
                others.remove(unit)
                if !others.isEmpty { body(paragraph, unit, others, text, jaccard) }
            }
        }
    }
}

import LeitongCore
import LeitongReport

/// Which units hold a copy of each paragraph.
struct ParagraphHolders {
    private let comparison: ParagraphComparison
    /// The selected units each text stands in, rising.
    private var holders: [UInt32: [Int]] = [:]
    /// The verified copies of each text, and how similar they are.
    private var copies: [UInt32: [(text: UInt32, jaccard: Double)]] = [:]

    init(_ collection: Collection, _ comparison: ParagraphComparison, units: [Int]) {
        self.comparison = comparison
        for unit in units {
            for paragraph in collection.units.paragraphs(ofUnit: unit) {
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

    /// The other units that hold a copy of a paragraph.
    ///
    /// - Parameters:
    ///   - paragraph: A paragraph.
    ///   - unit: Its unit.
    /// - Returns: Its text, the other units, and the highest similarity with a copy in one of them;
    ///   `nil` where there is none.
    func copied(
        _ paragraph: Int,
        of unit: Int
    ) -> (text: UInt32, others: Set<Int>, jaccard: Double)? {
        let text = comparison.texts.textOfParagraph[paragraph]
        guard text != DistinctTexts.noText else { return nil }
        var others = Set(holders[text] ?? [])
        others.remove(unit)
        var jaccard = others.isEmpty ? 0.0 : 1.0
        for copy in copies[text] ?? [] {
            others.formUnion(holders[copy.text] ?? [])
            jaccard = Swift.max(jaccard, copy.jaccard)
        }
        others.remove(unit)
        return others.isEmpty ? nil : (text, others, jaccard)
    }
}

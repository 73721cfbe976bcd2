@_spi(Core) import LeitongCore
import LeitongReport

/// Which units hold a copy of each paragraph.
struct ParagraphHolders {
    private let comparison: ParagraphFindings
    /// The selected units each text stands in, rising.
    private var holders: [UInt32: [Int]] = [:]
    /// The verified copies of each text.
    private var copies: [UInt32: [UInt32]] = [:]

    init(_ corpus: Corpus, _ comparison: ParagraphFindings, units: [Int]) {
        self.comparison = comparison
        for unit in units {
            for paragraph in corpus.units.paragraphs(ofUnit: unit) {
                let text = comparison.texts.textOfParagraph[paragraph]
                guard text != DistinctTexts.noText, holders[text]?.last != unit else { continue }
                holders[text, default: []].append(unit)
            }
        }
        for edge in comparison.edges {
            copies[edge.pair.first, default: []].append(edge.pair.second)
            copies[edge.pair.second, default: []].append(edge.pair.first)
        }
    }

    /// The other units that hold a copy of a paragraph.
    ///
    /// - Parameters:
    ///   - paragraph: A paragraph.
    ///   - unit: Its unit.
    /// - Returns: The units; none where there is no copy.
    func others(holding paragraph: Int, of unit: Int) -> Set<Int> {
        let text = comparison.texts.textOfParagraph[paragraph]
        guard text != DistinctTexts.noText else { return [] }
        var others = Set(holders[text] ?? [])
        for copy in copies[text] ?? [] { others.formUnion(holders[copy] ?? []) }
        others.remove(unit)
        return others
    }
}

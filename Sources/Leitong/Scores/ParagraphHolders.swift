@_spi(Core) import LeitongCore
import LeitongReport

/// Which units hold a copy of each paragraph.
struct ParagraphHolders {
    private let comparison: ParagraphFindings
    /// The selected units each text stands in, rising.
    private let holders: [UInt32: [Int]]
    /// The verified copies of each text.
    private let copies: [UInt32: [UInt32]]

    /// Lists the holders.
    ///
    /// - Parameters:
    ///   - corpus: The documents.
    ///   - comparison: The texts of their paragraphs, and which are copies.
    ///   - units: The units that are asked for.
    /// - Returns: The holders of each text.
    /// - Complexity: Linear in the paragraphs of the units, and in the verified pairs.
    static func listing(
        _ corpus: Corpus,
        _ comparison: ParagraphFindings,
        units: [Int]
    ) -> ParagraphHolders {
        var holders: [UInt32: [Int]] = [:]
        for unit in units {
            for paragraph in corpus.units.paragraphs(ofUnit: unit) {
                let text = comparison.texts.textOfParagraph[paragraph]
                guard text != DistinctTexts.noText, holders[text]?.last != unit else { continue }
                holders[text, default: []].append(unit)
            }
        }
        var copies: [UInt32: [UInt32]] = [:]
        for edge in comparison.edges {
            copies[edge.pair.first, default: []].append(edge.pair.second)
            copies[edge.pair.second, default: []].append(edge.pair.first)
        }
        return ParagraphHolders(comparison: comparison, holders: holders, copies: copies)
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

import LeitongCore
import LeitongReport

extension ReportBuilder {
    /// What of each unit was copied.
    func totals(
        _ found: [FoundPassage],
        _ rows: [ParagraphRow],
        _ passages: PassageComparison
    ) -> [DocumentTotals] {
        let text = passages.text
        var stretches = stretches(found, passages)
        if options.scope != .passages {
            for row in rows {
                stretches.addParagraphs(
                    text.range(ofParagraph: Int(row.a)),
                    text.range(ofParagraph: Int(row.b)),
                    isCopy: row.match.matchClass == .copy
                )
            }
        }
        stretches.seal()
        let spread = spread(passages)
        return collection.units.indices.map { unit in
            DocumentTotals(unit: unit, stretches: stretches, spread: spread)
        }
    }

    var unitPairs: UnitPairs {
        UnitPairs(collection, rule: pairRule)
    }

    /// What passages share.
    func stretches(
        _ found: [FoundPassage],
        _ passages: PassageComparison
    ) -> SharedStretches {
        var stretches = SharedStretches(units: UnitRanges(collection, text: passages.text))
        for entry in found where entry.passage.matched >= options.minPassage {
            stretches.add(entry)
        }
        stretches.seal()
        return stretches
    }

    func spread(_ passages: PassageComparison) -> SpreadTexts {
        SpreadTexts(
            passages.spread.filter { $0.length >= options.minPassage },
            units: UnitRanges(collection, text: passages.text),
            pairs: unitPairs
        )
    }
}

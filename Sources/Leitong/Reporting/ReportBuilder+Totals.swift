import LeitongCore
import LeitongReport

extension ReportBuilder {
    /// What of each unit was copied.
    func totals(
        _ found: [FoundPassage],
        _ rows: [ParagraphRow],
        _ passages: PassageComparison
    ) -> [DocumentTotals] {
        var stretches = stretches(found, passages)
        var texts = passages.spread.filter { $0.length >= options.minPassage }
        if options.scope != .passages {
            texts += equalParagraphs(rows, passages.text)
            add(rows, to: &stretches, passages.text)
        }
        stretches.seal()
        let spread = SpreadTexts(texts, units: stretches.units, pairs: unitPairs)
        return collection.units.indices.map { unit in
            DocumentTotals(unit: unit, stretches: stretches, spread: spread)
        }
    }

    /// Paragraphs that are equal, with all their places: a row tells each against the first only.
    private func equalParagraphs(_ rows: [ParagraphRow], _ text: TextStream) -> [FoundPhrase] {
        var classes: [UInt32: MatchClass] = [:]
        for row in rows where textNumber(row.a) == textNumber(row.b) {
            classes[textNumber(row.a)] = row.match.matchClass
        }
        return classes.sorted { $0.key < $1.key }
            .map { number, matchClass in
                let places = comparison.texts.occurrences(of: number)
                    .map { text.range(ofParagraph: Int($0)) }
                return FoundPhrase(
                    starts: places.map(\.lowerBound),
                    length: places.first?.count ?? 0,
                    documents: places.count,
                    rawBits: 0,
                    matchClass: matchClass
                )
            }
    }

    /// Adds paragraphs that differ, at every place of a text that no other unit holds: what others
    /// hold too is told by that.
    private func add(
        _ rows: [ParagraphRow],
        to stretches: inout SharedStretches,
        _ text: TextStream
    ) {
        for row in rows where textNumber(row.a) != textNumber(row.b) {
            let isCopy = row.match.matchClass == .copy
            for a in places(like: row.a) {
                for b in places(like: row.b) {
                    stretches.addParagraphs(
                        text.range(ofParagraph: Int(a)),
                        text.range(ofParagraph: Int(b)),
                        isCopy: isCopy
                    )
                }
            }
        }
    }

    /// A paragraph, or all equal ones if they stand in one unit.
    private func places(like paragraph: UInt32) -> [UInt32] {
        let all = comparison.texts.occurrences(of: textNumber(paragraph))
        let unit = collection.unitOfParagraph[Int(paragraph)]
        let isOwn = all.allSatisfy { collection.unitOfParagraph[Int($0)] == unit }
        return isOwn ? Array(all) : [paragraph]
    }

    private func textNumber(_ paragraph: UInt32) -> UInt32 {
        comparison.texts.textOfParagraph[Int(paragraph)]
    }

    private var unitPairs: UnitPairs {
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

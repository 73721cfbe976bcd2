import LeitongCore
import LeitongReport

extension ReportBuilder {
    /// All that units share: what passages and rows of paragraphs have equal, and what stands in very
    /// many places.
    func sharedTexts(
        _ found: PassageList,
        _ rows: [ParagraphRow],
        _ passages: PassageComparison
    ) -> SharedTexts {
        var stretches = SharedStretches(units: passages.units)
        for entry in found.passages where entry.passage.matched >= options.minPassage {
            stretches.add(entry, of: found)
        }
        for pair in differingParagraphs(rows) {
            let a = passages.text.range(ofParagraph: Int(pair.a))
            let b = passages.text.range(ofParagraph: Int(pair.b))
            for stretch in passages.text.scalars.equalStretches(of: a, and: b) {
                stretches.add(stretch.aRange, stretch.b, pair.row.match.matchClass)
            }
        }
        let spread = SpreadTexts(
            spreadTexts(rows, passages),
            units: passages.units,
            pairs: unitPairs
        )
        return SharedTexts(stretches, spread, countsCommon: options.countsCommon)
    }

    /// What of each unit was copied.
    func totals(_ texts: SharedTexts) -> [DocumentTotals] {
        collection.units.indices.map { DocumentTotals(unit: $0, texts: texts) }
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

    /// Texts in many places, and equal paragraphs: told with all their places.
    func spreadTexts(_ rows: [ParagraphRow], _ passages: PassageComparison) -> [FoundPhrase] {
        let texts = passages.spread.filter { $0.length >= options.minPassage }
        return options.scope == .passages ? texts : texts + equalParagraphs(rows, passages.text)
    }

    /// Paragraphs that differ, at every place of a text that no other unit holds: what others
    /// hold too is told by that.
    func differingParagraphs(
        _ rows: [ParagraphRow]
    ) -> [(row: ParagraphRow, a: UInt32, b: UInt32)] {
        guard options.scope != .passages else { return [] }
        return rows.filter { textNumber($0.a) != textNumber($0.b) }
            .flatMap { row in
                places(like: row.a)
                    .flatMap { a in places(like: row.b).map { (row: row, a: a, b: $0) } }
            }
    }

    /// A paragraph, or all equal ones if they stand in one unit.
    private func places(like paragraph: UInt32) -> [UInt32] {
        let all = comparison.texts.occurrences(of: textNumber(paragraph))
        let unit = collection.units.unit(ofParagraph: Int(paragraph))
        let isOwn = all.allSatisfy { collection.units.unit(ofParagraph: Int($0)) == unit }
        return isOwn ? Array(all) : [paragraph]
    }

    private func textNumber(_ paragraph: UInt32) -> UInt32 {
        comparison.texts.textOfParagraph[Int(paragraph)]
    }

    var unitPairs: UnitPairs {
        UnitPairs(collection, rule: pairRule)
    }
}

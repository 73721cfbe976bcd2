@_spi(Core) import LeitongCore
import LeitongReport

extension ReportBuilder {
    /// Units that one task adds up at a time.
    private static let unitChunkSize = 16
    /// Passages between two looks whether the run was cancelled: some milliseconds.
    private static let passagesPerLook = 1 << 12

    /// All that units share: what passages and rows of paragraphs have equal, and what stands in very
    /// many places.
    ///
    /// - Throws: `CancellationError`.
    func sharedTexts(
        _ found: PassageList,
        _ rows: [ParagraphRow],
        near: [NearMatch],
        _ passages: PassageFindings
    ) throws -> SharedTexts {
        var stretches = SharedStretches(units: passages.units)
        for (number, entry) in found.passages.enumerated()
        where entry.passage.matched >= options.minPassage {
            if number % Self.passagesPerLook == 0 { try Task.checkCancellation() }
            stretches.add(entry, of: found)
        }
        try Task.checkCancellation()
        for match in near {
            let a = passages.text.range(ofParagraph: Int(match.a))
            let b = passages.text.range(ofParagraph: Int(match.b))
            for stretch in passages.text.scalars.equalStretches(of: a, and: b) {
                stretches.add(stretch.aRange, stretch.b, match.matchClass)
            }
        }
        let widespread = WidespreadTexts.parting(
            widespreadTexts(rows, passages),
            units: passages.units,
            pairs: unitPairs
        )
        try Task.checkCancellation()
        let texts = SharedTexts.settling(
            stretches,
            widespread,
            masks: passages.masks,
            countsCommon: options.countsCommon
        )
        try Task.checkCancellation()
        return texts
    }

    /// What of each unit was copied.
    ///
    /// - Throws: `CancellationError`.
    func totals(_ texts: SharedTexts) async throws -> [DocumentTotals] {
        let parts = try await context.map(
            count: corpus.units.count,
            chunkSize: Self.unitChunkSize
        ) { units in
            units.map { DocumentTotals.total(ofUnit: $0, in: texts) }
        }
        return Array(parts.joined())
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
    func widespreadTexts(_ rows: [ParagraphRow], _ passages: PassageFindings) -> [FoundPhrase] {
        let texts = passages.widespread.filter { $0.length >= options.minPassage }
        return options.scope == .passages ? texts : texts + equalParagraphs(rows, passages.text)
    }

    private func textNumber(_ paragraph: UInt32) -> UInt32 {
        comparison.texts.textOfParagraph[Int(paragraph)]
    }

    var unitPairs: UnitPairs {
        UnitPairs(corpus, rule: pairRule)
    }
}

extension Summary {
    /// Adds up what documents hold.
    mutating func add(_ documents: [ComparedDocument]) {
        countedCharacters = documents.reduce(0) { $0 + $1.characters }
        commonCharacters = documents.reduce(0) { $0 + $1.commonCharacters }
        templateCharacters = documents.reduce(0) { $0 + $1.templateCharacters }
    }
}

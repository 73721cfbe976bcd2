import LeitongCore
import LeitongModel
import LeitongReport

/// The entries of documents and sections.
extension ReportBuilder {
    /// Folded characters of each unit's paragraphs that have a verified copy in another unit.
    ///
    /// - Throws: `CancellationError`.
    func copiedCharacters(_ groups: ParagraphClusters) throws -> [Int] {
        var copied = [Int](repeating: 0, count: corpus.units.count)
        for text in groups.texts {
            try Task.checkCancellation()
            let places = comparison.texts.occurrences(of: text)
            var holders = Set(places.map { corpus.units.unit(ofParagraph: Int($0)) })
            for copy in groups.copies(of: text) {
                let others = comparison.texts.occurrences(of: copy)
                holders.formUnion(others.map { corpus.units.unit(ofParagraph: Int($0)) })
            }
            // The holders include the paragraph's own unit.
            guard holders.count > 1 else { continue }
            for place in places {
                let unit = corpus.units.unit(ofParagraph: Int(place))
                copied[unit] += Int(comparison.texts.lengths[Int(place)])
            }
        }
        return copied
    }

    func documents(copied: [Int]) throws -> [ComparedDocument] {
        try corpus.units.indices.map { index in
            try Task.checkCancellation()
            return document(
                index,
                characters: comparedCharacters(ofUnit: index),
                copied: copied[index]
            )
        }
    }

    func documents(totals: [DocumentTotals]) -> [ComparedDocument] {
        corpus.units.indices.map { index in
            let total = totals[index]
            var entry = document(index, characters: total.characters, copied: total.copied)
            entry.sharedCharacters = total.shared
            entry.commonCharacters = total.common
            entry.templateCharacters = total.template
            entry.sourceCount = total.sources.count
            if !total.knowsAllSources { entry.sourcesArePartial = true }
            entry.sources = total.sources.prefix(DocumentTotals.sourceLimit)
                .map { source in
                    DocumentSource(
                        name: corpus.units.name(ofUnit: source.unit),
                        characters: source.characters,
                        exclusiveCharacters: source.exclusive,
                        order: corpus.units.order(ofUnit: source.unit, beside: index)
                    )
                }
            return entry
        }
    }

    /// Folded characters of a unit's compared paragraphs.
    private func comparedCharacters(ofUnit index: Int) -> Int {
        corpus.units.paragraphs(ofUnit: index)
            .reduce(0) { sum, paragraph in
                comparison.texts.textOfParagraph[paragraph] == DistinctTexts.noText
                    ? sum : sum + Int(comparison.texts.lengths[paragraph])
            }
    }

    private func document(_ index: Int, characters: Int, copied: Int) -> ComparedDocument {
        let unit = corpus.units[index]
        let document = corpus.batch.documents[unit.document]
        let short = unit.paragraphs.count {
            comparison.texts.textOfParagraph[$0] == DistinctTexts.noText
        }
        var entry = ComparedDocument(
            name: unit.name,
            path: document.path,
            section: unit.section,
            title: unit.title,
            format: document.format.rawValue,
            encoding: document.encoding,
            paragraphs: unit.paragraphs.count,
            shortParagraphs: short,
            characters: characters,
            copiedCharacters: copied
        )
        entry.date = unit.date?.text
        entry.dateSource = unit.dateSource?.rawValue
        entry.fileDate = unit.fileDate?.text
        return entry
    }
}

@_spi(Core) import LeitongCore
import LeitongModel
import LeitongReport

extension ReportBuilder {
    /// Adds what the page of a `score` shows beside its pairs, as `find` has it.
    ///
    /// - Throws: `StorageError` where there is no room for a number for each passage.
    func addPage(
        to report: inout ReportSource,
        _ matches: MatchRows,
        _ rows: [ParagraphRow],
        near: [NearMatch],
        _ texts: SharedTexts,
        _ passages: PassageFindings
    ) async throws {
        report.clusters = try await matches.clusters(rows)
        EarliestHolders(corpus.units.dates).note(in: &report.clusters)
        report.paragraphs = ReportRows(rows.map(\.match))
        let told = try await tell(passages, texts, matches)
        note(told, in: &report)
        report.texts = try await pageTexts(told.found, rows, near: near, texts, passages)
    }

    /// The texts of all units, and what they share.
    func pageTexts(
        _ found: ClassifiedPassages,
        _ rows: [ParagraphRow],
        near: [NearMatch],
        _ shared: SharedTexts,
        _ passages: PassageFindings
    ) async throws -> ReportTexts {
        let builder = TextsBuilder(
            places: PassagePlaces(corpus: corpus, text: passages.text),
            folder: comparison.store.folder,
            units: passages.units,
            options: options,
            context: context
        )
        var texts = ReportTexts()
        texts.links = try await builder.links(found)
        texts.links += try nearLinks(near, rows, shared.wholes, builder)
        texts.widespread = builder.widespread(
            shared.widespread,
            of: widespreadTexts(rows, passages)
        )
        try Task.checkCancellation()
        texts.wholes = wholes(texts.widespread, shared)
        texts.documents = try corpus.units.map { unit in
            try Task.checkCancellation()
            return text(of: unit)
        }
        if !pairRule.isAll {
            let units = corpus.units.indices
            texts.compared = units.map { unit in units.filter { unitPairs.allows(unit, $0) } }
        }
        return texts
    }

    /// Links between paragraphs that are nearly alike, with the rows that name them.
    private func nearLinks(
        _ near: [NearMatch],
        _ rows: [ParagraphRow],
        _ wholes: WholeTexts,
        _ builder: TextsBuilder
    ) throws -> [SharedLink] {
        var rowOfPair: [TextPair: ParagraphMatch] = [:]
        for row in rows { rowOfPair[TextPair(row.a, row.b)] = row.match }
        var links: [SharedLink] = []
        for match in near {
            try Task.checkCancellation()
            let row = rowOfPair[TextPair(match.a, match.b)]
            guard var link = builder.link(match, row: row) else { continue }
            link.matchClass = wholes.resolved(link.matchClass, link.a.document, link.b.document)
            links.append(link)
        }
        return links
    }

    /// Pairs of units between which common text, or quotations, in very many places are copies.
    ///
    /// - Complexity: Quadratic in the units that hold such texts.
    private func wholes(_ spread: [WidespreadText], _ texts: SharedTexts) -> [WholePair] {
        [MatchClass.common, .quotation]
            .flatMap { matchClass in
                let links = spread.lazy.filter { $0.matchClass == matchClass }
                let holders = Set(links.flatMap { $0.places.map(\.document) }).sorted()
                return holders.indices.flatMap { position in
                    holders[(position + 1)...]
                        .filter {
                            texts.wholes.resolved(matchClass, holders[position], $0) == .copy
                        }
                        .map { WholePair(a: holders[position], b: $0, matchClass: matchClass) }
                }
            }
    }

    /// The text of a unit, from its first paragraph to the end of its last.
    private func text(of unit: ScoredDocument) -> DocumentText {
        let batch = corpus.batch
        let paragraphs = batch.paragraphs[unit.paragraphs]
        guard let first = paragraphs.first, let last = paragraphs.last else {
            return DocumentText(text: "", start: 0, paragraphs: [])
        }
        var scratch: [UInt8] = []
        let bytes = Int(first.byteStart)..<Int(last.byteEnd)
        let text = batch.withText(of: batch.documents[unit.document], scratch: &scratch) { text in
            String(decoding: bytes.map { text[$0] }, as: UTF8.self)
        }
        return DocumentText(
            text: text,
            start: Int(first.scalarStart),
            paragraphs: paragraphs.map { Int($0.scalarStart) },
            date: unit.date?.text
        )
    }
}

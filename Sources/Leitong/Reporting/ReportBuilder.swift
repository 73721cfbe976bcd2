import LeitongCore
import LeitongDocuments
import LeitongReport

/// Turns what a comparison found into a report.
struct ReportBuilder: Sendable {
    let collection: Collection
    let comparison: ParagraphComparison
    let options: ComparisonOptions
    let plan: BandPlan?

    /// The report of `find`.
    func findReport() async -> Report {
        let groups = CopyGroups(comparison)
        var report = frame(command: .find)
        let matches = MatchRows(self, groups)
        report.clusters = await matches.clusters()
        report.paragraphs = options.listsAllPairs ? matches.allPairs() : matches.nearestPairs()
        let copied = report.clusters.reduce(0) { $0 + $1.members.count }
        report.summary.copiedParagraphs = copied
        report.summary.clusters = report.clusters.count
        report.summary.matches = report.paragraphs.count
        if options.detail == .full {
            report.documents = documents(copied: copiedCharacters(groups))
        }
        return report
    }

    /// The report of `score`.
    func scoreReport(pairs: [PairScore], units: [Int]) -> Report {
        var report = frame(command: .score)
        report.pairs = pairs
        let groups = CopyGroups(comparison)
        let all = documents(copied: copiedCharacters(groups))
        report.documents = units.map { all[$0] }
        report.summary.clusters = groups.groups.count
        report.summary.copiedParagraphs = groups.groups.reduce(0) { sum, group in
            group.texts.reduce(sum) { $0 + comparison.texts.occurrenceCount(of: $1) }
        }
        report.summary.matches = pairs.count
        return report
    }

    /// A report with everything but results.
    private func frame(command: Report.Command) -> Report {
        var report = Report(
            tool: Report.Tool(
                version: LeitongVersion.current,
                unicode: FoldingTable.unicodeVersion,
                signature: MinHasher.name
            ),
            command: command,
            options: RunOptions(
                threshold: options.threshold,
                minParagraph: options.minParagraph,
                fold: options.folding.rawValue,
                shingle: options.shingleRule.description,
                allPairs: options.listsAllPairs,
                method: options.isExact ? "exact" : "minhash",
                seed: options.seed,
                representatives: options.representativeLimit
            ),
            guarantee: GuaranteeText.guarantee(options: options, plan: plan),
            summary: summary()
        )
        if !comparison.partlyCompared.isEmpty {
            report.guarantee.text +=
                " This does not hold for \(comparison.partlyCompared.count) paragraphs that stand "
                + "among very many somewhat like them; --all-pairs compares those too."
        }
        report.skipped = collection.batch.skipped.map {
            SkippedEntry(
                path: $0.path,
                reason: $0.reason.rawValue,
                message: $0.message,
                byteOffset: $0.byteOffset
            )
        }
        return report
    }

    private func summary() -> Summary {
        var summary = Summary()
        let texts = comparison.texts
        summary.documents = collection.batch.documents.count
        summary.sections = collection.batch.sections.count { $0.ordinal > 0 }
        summary.paragraphs = collection.batch.paragraphs.count
        summary.characters = texts.lengths.reduce(0) { $0 + Int($1) }
        summary.shortParagraphs = texts.textOfParagraph.count { $0 == DistinctTexts.noText }
        summary.comparedParagraphs = summary.paragraphs - summary.shortParagraphs
        summary.distinctParagraphs = texts.count
        summary.partlyComparedParagraphs = comparison.partlyCompared.count
        summary.skipped = collection.batch.skipped.count
        summary.ignored = collection.ignoredCount
        return summary
    }

    /// Folded characters of each unit's paragraphs that have a verified copy in another unit.
    private func copiedCharacters(_ groups: CopyGroups) -> [Int] {
        var copied = [Int](repeating: 0, count: collection.units.count)
        for text in groups.groups.flatMap(\.texts) {
            let places = comparison.texts.occurrences(of: text)
            var holders = Set(places.map { collection.unitOfParagraph[Int($0)] })
            for copy in groups.copies(of: text) {
                let others = comparison.texts.occurrences(of: copy)
                holders.formUnion(others.map { collection.unitOfParagraph[Int($0)] })
            }
            // The holders include the paragraph's own unit.
            guard holders.count > 1 else { continue }
            for place in places {
                let unit = Int(collection.unitOfParagraph[Int(place)])
                copied[unit] += Int(comparison.texts.lengths[Int(place)])
            }
        }
        return copied
    }

    private func documents(copied: [Int]) -> [ComparedDocument] {
        collection.units.enumerated()
            .map { index, unit in
                let document = collection.batch.documents[unit.document]
                let compared = unit.paragraphs.filter {
                    comparison.texts.textOfParagraph[$0] != DistinctTexts.noText
                }
                return ComparedDocument(
                    name: unit.name,
                    path: document.path,
                    section: unit.section,
                    title: unit.title,
                    format: document.format.rawValue,
                    encoding: document.encoding,
                    paragraphs: unit.paragraphs.count,
                    shortParagraphs: unit.paragraphs.count - compared.count,
                    characters: compared.reduce(0) { $0 + Int(comparison.texts.lengths[$1]) },
                    copiedCharacters: copied[index]
                )
            }
    }
}

@_spi(Core) import LeitongCore
import LeitongModel
import LeitongReport
import LeitongStorage

/// Turns what a comparison found into a report.
struct ReportBuilder: Sendable {
    let findings: Findings
    /// How much of the report is filled in.
    let content: ReportContent
    let context: RunContext

    var corpus: Corpus { findings.corpus }
    var comparison: ParagraphFindings { findings.paragraphs }
    var options: ComparisonOptions { findings.options }
    var pairRule: PairRule { findings.pairRule }

    /// The report of `find`.
    func findReport() async throws -> ReportSource {
        let groups = try copyGroups()
        var report = try await frame(command: .find)
        let matches = try await MatchRows.rows(
            of: findings,
            groups,
            content.detail,
            context: context
        )
        var rows = options.scope == .passages ? [] : try await matches.rows()
        let near =
            findings.passages == nil || options.scope == .passages
            ? [] : try await matches.nearMatches(unitPairs)
        let texts = try findings.passages.map { try sharedTexts($0.list, rows, near: near, $0) }
        if let texts { settle(&rows, texts) }
        if options.scope != .passages {
            report.clusters = try await matches.clusters(rows)
            EarliestHolders(corpus.units.dates).note(in: &report.clusters)
            report.paragraphs = ReportRows(rows.map(\.match))
        }
        report.summary.copiedParagraphs = report.clusters.reduce(0) { $0 + $1.members.count }
        report.summary.clusters = report.clusters.count
        report.summary.matches = report.paragraphs.count
        guard let passages = findings.passages, let texts else {
            if content.detail == .full {
                report.documents = try documents(copied: copiedCharacters(groups))
                report.summary.add(report.documents)
            }
            return report
        }
        let told = try await tell(passages, texts, matches)
        note(told, in: &report)
        if content.detail == .full {
            report.documents = documents(totals: try await totals(texts))
            report.summary.add(report.documents)
        }
        if content.keepsTexts {
            report.texts = try await pageTexts(told.found, rows, near: near, texts, passages)
        }
        return report
    }

    /// The report of `score`.
    func scoreReport(
        units: [Int],
        where isWanted: @escaping @Sendable (Int, Int) -> Bool
    ) async throws -> ReportSource {
        let groups = try copyGroups()
        var report = try await frame(command: .score)
        report.summary.clusters = groups.groups.count
        report.summary.copiedParagraphs = groups.texts.reduce(0) {
            $0 + comparison.texts.occurrenceCount(of: $1)
        }
        guard let passages = findings.passages else { return report }
        let matches = try await MatchRows.rows(
            of: findings,
            groups,
            content.detail,
            context: context
        )
        var rows = try await matches.rows()
        let near = try await matches.nearMatches(unitPairs)
        let texts = try sharedTexts(passages.list, rows, near: near, passages)
        settle(&rows, texts)
        if content.keepsTexts {
            try await addPage(to: &report, matches, rows, near: near, texts, passages)
        }
        try await addScores(to: &report, units, texts, passages, where: isWanted)
        let all = documents(totals: try await totals(texts))
        report.summary.add(all)
        // A page shows what stands in the other sections of a file too: totals are over them.
        report.documents = content.keepsTexts ? all : units.map { all[$0] }
        report.summary.matches = report.pairs.count
        return report
    }

    /// Adds the scores of the pairs of some units.
    private func addScores(
        to report: inout ReportSource,
        _ units: [Int],
        _ texts: SharedTexts,
        _ passages: PassageFindings,
        where isWanted: @escaping @Sendable (Int, Int) -> Bool
    ) async throws {
        let scores = PairScores(
            corpus: corpus,
            comparison: comparison,
            texts: texts,
            stream: passages.text.scalars,
            units: units,
            options: options,
            context: context
        )
        let scored = try await scores.all(where: isWanted)
        report.pairs = scored.scores
        report.summary.unlistedPairs = scored.unlisted
        EarliestHolders(corpus.units.dates).note(in: &report.pairs)
    }

    /// The groups of copies; they are whole, or the run was cancelled.
    private func copyGroups() throws -> ParagraphClusters {
        let groups = ParagraphClusters.grouping(comparison, pairRule: pairRule)
        try Task.checkCancellation()
        return groups
    }

    /// Puts what is told of passages into a report.
    func note(_ told: PassageRows.Result, in report: inout ReportSource) {
        report.passages = told.passages
        report.phrases = told.phrases
        report.passageClusters = told.clusters
        report.summary.copiedPassages = told.counts[.copy] ?? 0
        report.summary.setPhrasePassages = told.counts[.setPhrase] ?? 0
        report.summary.quotations = told.counts[.quotation] ?? 0
        report.summary.commonPassages = told.counts[.common] ?? 0
        report.summary.templatePassages = told.counts[.template] ?? 0
        report.summary.phrases = told.phrases.count
        report.summary.shortPassages = told.shortPassages
    }

    /// Gives rows of paragraphs the class that depends on both documents.
    private func settle(_ rows: inout [ParagraphRow], _ texts: SharedTexts) {
        for index in rows.indices {
            rows[index].match.matchClass = texts.wholes.resolved(
                rows[index].match.matchClass,
                corpus.units.unit(ofParagraph: Int(rows[index].a)),
                corpus.units.unit(ofParagraph: Int(rows[index].b))
            )
        }
    }

    func passageRows(_ passages: PassageFindings, _ texts: SharedTexts) -> PassageRows {
        PassageRows(
            places: PassagePlaces(corpus: corpus, text: passages.text),
            comparison: passages,
            texts: texts,
            earliest: EarliestHolders(corpus.units.dates),
            options: options,
            detail: content.detail,
            context: context
        )
    }

    /// Makes the rows of passages; what stands inside a cluster of paragraphs is told there.
    func tell(
        _ passages: PassageFindings,
        _ texts: SharedTexts,
        _ matches: MatchRows
    ) async throws -> PassageRows.Result {
        let tellsParagraphs = options.scope != .passages
        return try await passageRows(passages, texts)
            .rows { a, b in
                tellsParagraphs && matches.areVerified(UInt32(a), UInt32(b))
            }
    }

    /// A report with everything but results.
    private func frame(command: Report.Command) async throws -> ReportSource {
        var report = ReportSource(header: header(of: command), summary: summary())
        report.skipped = corpus.batch.skipped.map {
            SkippedEntry($0)
        }
        report.skipped += findings.missing.map { pair in
            SkippedEntry(
                path: pair.origin,
                reason: "no-such-document",
                message: "\(pair.first) and \(pair.second): one of them was not read"
            )
        }
        report.summary.skipped = report.skipped.count
        report.warnings = try await TextWarnings(corpus: corpus, hints: content.hints)
            .warnings(context: context)
        return report
    }

    /// What the report repeats of the run, and what is sure to be found by it.
    private func header(of command: Report.Command) -> ReportHeader {
        var header = ReportHeader(
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
                representatives: options.representativeLimit,
                passages: findings.passages == nil ? nil : PassageOptions(options),
                against: options.pairing.referencePaths,
                pairs: options.pairing.pairCount,
                templates: options.templates?.paths
            ),
            guarantee: GuaranteeText.guarantee(options: options, method: findings.method)
        )
        if findings.passages != nil, let rule = SeedRule(minRun: options.minRun) {
            let sentence = GuaranteeText.passages(options: options, rule: rule)
            let isFirst = header.guarantee.text.isEmpty
            header.guarantee.text += isFirst ? String(sentence.dropFirst()) : sentence
            header.guarantee.minNarrowRun = rule.minNarrowRun
        }
        if !comparison.partlyCompared.isEmpty {
            header.guarantee.text +=
                " This does not hold for \(comparison.partlyCompared.count) paragraphs that stand "
                + "among very many somewhat like them\(content.hints.behind(.notGuaranteed))."
        }
        return header
    }

    private func summary() -> Summary {
        var summary = Summary()
        let texts = comparison.texts
        summary.documents = corpus.batch.documents.count
        summary.sections = corpus.batch.sections.count { $0.ordinal > 0 }
        summary.paragraphs = corpus.batch.paragraphs.count
        summary.characters = texts.lengths.reduce(0) { $0 + Int($1) }
        summary.shortParagraphs = texts.textOfParagraph.count { $0 == DistinctTexts.noText }
        summary.comparedParagraphs = summary.paragraphs - summary.shortParagraphs
        summary.distinctParagraphs = texts.count
        summary.partlyComparedParagraphs = comparison.partlyCompared.count
        summary.skipped = corpus.batch.skipped.count
        summary.ignored = corpus.ignoredCount
        summary.furtherNames = corpus.furtherNames.count
        return summary
    }
}

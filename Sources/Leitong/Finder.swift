public import LeitongCore
public import LeitongReport

/// Finds the paragraphs of a corpus that were copied.
///
/// ```swift
/// let corpus = try await (try Loader()).load(paths: ["speeches"])
/// let report = try await Finder().find(in: corpus)
/// print(report.clusters.count, "texts stand in more than one place")
/// ```
public struct Finder: Sendable {
    /// What counts as a copy.
    public let options: ComparisonOptions
    /// Told which stage runs.
    public let progress: RunProgress

    /// Creates a finder.
    public init(options: ComparisonOptions = .init(), progress: RunProgress = .silent) {
        self.options = options
        self.progress = progress
    }

    /// Finds copied paragraphs.
    ///
    /// - Parameter corpus: The documents.
    /// - Returns: The report; equal for equal documents and options, whatever the threads.
    /// - Throws: ``LeitongError`` if an option cannot be honoured, or for want of scratch space.
    /// - Complexity: Linear in the text, plus the verified candidates.
    public func find(in corpus: Corpus) async throws -> Report {
        try await RunMemory.run(options.memory, progress: progress) {
            try await compare(corpus)
        }
    }

    private func compare(_ corpus: Corpus) async throws -> Report {
        let plan = try options.bandPlan()
        let comparison = try await ParagraphComparison(
            corpus.batch,
            options: options,
            plan: plan,
            // Where only some pairs count, the nearest copy may not be among them.
            expandsAll: options.listsAllPairs || options.pairing != .all,
            looksForCopies: options.scope != .passages,
            progress: progress
        )
        let (pairRule, missing) = corpus.pairRule(for: options.pairing)
        let passages =
            options.scope == .paragraphs
            ? nil
            : try await PassageComparison(
                corpus,
                options: options,
                rule: try options.seedRule(),
                pairRule: pairRule,
                progress: progress
            )
        progress.begin(.placing)
        let builder = ReportBuilder(
            corpus: corpus,
            comparison: comparison,
            passages: passages,
            options: options,
            plan: plan,
            pairRule: pairRule,
            missing: missing
        )
        let report = try await builder.findReport()
        progress.begin(.reporting)
        return report
    }
}

extension ComparisonOptions {
    /// The bands for the threshold, or `nil` with `isExact`.
    ///
    /// - Throws: ``LeitongError`` for a value out of range, or a threshold too low for MinHash.
    public func bandPlan() throws -> BandPlan? {
        try checkRanges()
        if isExact { return nil }
        guard let plan = BandPlan(threshold: threshold, recallTarget: recallTarget) else {
            throw LeitongError.unreachableRecall(
                threshold: threshold,
                recallTarget: recallTarget
            )
        }
        return plan
    }

    private func checkRanges() throws(LeitongError) {
        let values: [(setting: RangedSetting, value: Double)] = [
            (.threshold, threshold), (.recallTarget, recallTarget),
            (.minParagraph, Double(minParagraph)), (.representatives, Double(representativeLimit)),
            (.threads, Double(threads)), (.commonShare, commonShare),
        ]
        if let wrong = values.first(where: { !$0.setting.allows($0.value) }) {
            throw .outOfRange(wrong.setting)
        }
    }

    /// The rule that seeds are chosen by.
    ///
    /// - Throws: ``LeitongError`` for a shortest run that cannot be guaranteed.
    public func seedRule() throws -> SeedRule {
        guard let rule = SeedRule(minRun: minRun) else {
            throw LeitongError.noGuarantee(minRun: minRun, possible: SeedRule.minRuns)
        }
        return rule
    }
}

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
        Report(collecting: try await source(in: corpus))
    }

    /// Finds copied paragraphs, and makes the rows of the report one by one: millions of them need
    /// not be held.
    ///
    /// - Parameter corpus: The documents.
    /// - Returns: What ``find(in:)`` returns, for writers.
    /// - Throws: ``LeitongError`` if an option cannot be honoured, or for want of scratch space.
    /// - Complexity: Linear in the text, plus the verified candidates.
    public func source(in corpus: Corpus) async throws -> ReportSource {
        try await RunMemory.run(options.memory, progress: progress) {
            try await compare(corpus)
        }
    }

    private func compare(_ corpus: Corpus) async throws -> ReportSource {
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
        guard threshold > 0, threshold <= 1 else {
            throw LeitongError(.invalidOption, "the threshold must be over 0 and at most 1")
        }
        guard recallTarget > 0, recallTarget < 1 else {
            throw LeitongError(.invalidOption, "the recall target must lie between 0 and 1")
        }
        guard minParagraph >= 1 else {
            throw LeitongError(.invalidOption, "the shortest paragraph has at least 1 character")
        }
        guard representativeLimit >= 1 else {
            throw LeitongError(.invalidOption, "at least one representative is needed")
        }
        guard threads >= 1 else {
            throw LeitongError(.invalidOption, "at least one thread is needed")
        }
        guard commonShare >= 0, commonShare <= 1 else {
            throw LeitongError(.invalidOption, "the share of common text must be from 0 to 1")
        }
        if isExact { return nil }
        guard let plan = BandPlan(threshold: threshold, recallTarget: recallTarget) else {
            throw LeitongError(
                .invalidOption,
                "128 signature values cannot find pairs at \(threshold) with probability "
                    + "\(recallTarget): raise --threshold or give --exact"
            )
        }
        return plan
    }

    /// The rule that seeds are chosen by.
    ///
    /// - Throws: ``LeitongError`` for a shortest run that cannot be guaranteed.
    public func seedRule() throws -> SeedRule {
        guard let rule = SeedRule(minRun: minRun) else {
            throw LeitongError(
                .invalidOption,
                "runs of \(minRun) characters cannot be guaranteed: the shortest run must have "
                    + "\(SeedRule.minRuns.lowerBound) to \(SeedRule.minRuns.upperBound)"
            )
        }
        return rule
    }
}

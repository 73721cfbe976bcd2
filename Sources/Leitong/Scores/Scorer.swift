import LeitongCore
public import LeitongReport

/// Scores how much each two documents of a corpus share.
public struct Scorer: Sendable {
    /// More units than this would give more pairs than anybody reads; the error says what to do.
    public static let unitLimit = 5000

    /// What counts as a copy.
    public let options: ComparisonOptions
    /// Told which stage runs.
    public let progress: RunProgress

    /// Creates a scorer.
    public init(options: ComparisonOptions = .init(), progress: RunProgress = .silent) {
        self.options = options
        self.progress = progress
    }

    /// Scores all pairs of documents and sections.
    ///
    /// - Parameters:
    ///   - corpus: The documents.
    ///   - names: Names of the units to score; `nil` for all.
    /// - Returns: The report with one row a pair.
    /// - Throws: ``LeitongError`` for a name that is no unit, too many units, or want of scratch space.
    /// - Complexity: Quadratic in the number of units.
    public func score(_ corpus: Corpus, only names: [String]? = nil) async throws -> Report {
        Report(collecting: try await source(corpus, only: names))
    }

    /// Scores all pairs of documents and sections, for writers.
    ///
    /// - Parameters:
    ///   - corpus: The documents.
    ///   - names: Names of the units to score; `nil` for all.
    /// - Returns: What ``score(_:only:)`` returns, with the texts that a page shows.
    /// - Throws: ``LeitongError`` for a name that is no unit, too many units, or want of scratch space.
    /// - Complexity: Quadratic in the number of units.
    public func source(
        _ corpus: Corpus,
        only names: [String]? = nil
    ) async throws -> ReportSource {
        try await RunMemory.run(options.memory, progress: progress) {
            try await compare(corpus, only: names)
        }
    }

    private func compare(
        _ corpus: Corpus,
        only names: [String]?
    ) async throws -> ReportSource {
        let plan = try options.bandPlan()
        let selected = try selectedUnits(of: corpus, names: names)
        let comparison = try await ParagraphComparison(
            corpus.batch,
            options: options,
            plan: plan,
            // The same rows as in `find`, so that both tell the same of two documents.
            expandsAll: options.listsAllPairs || options.pairing != .all,
            progress: progress
        )
        let units = selected.filter { unit in
            // What stands before the first section is scored only if there is something to compare.
            corpus.units[unit].section != 0
                || comparison.hasComparedParagraphs(in: corpus.units[unit])
        }
        guard units.count >= 2 else {
            throw LeitongError(.tooFewDocuments, "score needs two documents to compare")
        }
        let (pairRule, missing) = corpus.pairRule(for: options.pairing)
        let passages = try await PassageComparison(
            corpus,
            options: options,
            rule: try options.seedRule(),
            pairRule: pairRule,
            progress: progress
        )
        progress.begin(.scoring)
        let builder = ReportBuilder(
            corpus: corpus,
            comparison: comparison,
            passages: passages,
            options: options,
            plan: plan,
            pairRule: pairRule,
            missing: missing
        )
        let documents = corpus.units.indices.map { corpus.units.document(ofUnit: $0) }
        let report = try await builder.scoreReport(units: units) { a, b in
            // Sections of one document are scored where all are.
            pairRule.isAll || pairRule.allows(documents[a], documents[b])
        }
        progress.begin(.reporting)
        return report
    }

    private func selectedUnits(of corpus: Corpus, names: [String]?) throws -> [Int] {
        var units = Array(corpus.units.indices)
        if let names {
            let wanted = Set(names)
            let known = Set(corpus.units.map(\.name))
            if let unknown = names.first(where: { !known.contains($0) }) {
                throw LeitongError(.noSuchSection, "\(unknown): no such section")
            }
            units = units.filter { wanted.contains(corpus.units[$0].name) }
        }
        guard units.count <= Self.unitLimit else {
            throw LeitongError(
                .tooManyPairs,
                "\(units.count) documents make \(units.count * (units.count - 1) / 2) pairs; "
                    + "score takes up to \(Self.unitLimit) documents, find takes any number"
            )
        }
        return units
    }
}

@_spi(Core) import LeitongCore
public import LeitongReport

/// Scores how much each two documents of a corpus share.
///
/// ```swift
/// let report = try await Scorer().score(corpus)
/// for pair in report.pairs where pair.aCovered > 0.2 {
///     print(pair.a, "has", pair.aMatchedCharacters, "characters that stand in", pair.b)
/// }
/// ```
public struct Scorer: Sendable {
    /// More units than this would give more pairs than anybody reads; the error says what to do.
    public static let unitLimit = 5000

    /// What counts as a copy.
    public let options: ComparisonOptions
    /// How much of the report is filled in.
    public let content: ReportContent

    /// Creates a scorer.
    ///
    /// - Parameters:
    ///   - options: What counts as a copy; checked when something is scored.
    ///   - content: How much of the report is filled in.
    public init(options: ComparisonOptions = .init(), content: ReportContent = .init()) {
        self.options = options
        self.content = content
    }

    /// Scores all pairs of documents and sections.
    ///
    /// - Parameters:
    ///   - corpus: The documents.
    ///   - names: Names of the documents and sections to score; `nil` for all.
    ///   - context: How it is run; the report does not depend on it.
    /// - Returns: The report with one row a pair.
    /// - Throws: ``LeitongError`` for a name that is none of theirs, too many documents, or want of
    ///   scratch space; `CancellationError` soon after the task was cancelled.
    /// - Complexity: Quadratic in the number of documents and sections.
    public func score(
        _ corpus: Corpus,
        only names: [String]? = nil,
        context: RunContext = .init()
    ) async throws -> Report {
        let source = try await source(corpus, only: names, context: context)
        return try Report(collecting: source, checking: Task.checkCancellation)
    }

    /// Scores all pairs of documents and sections, for writers.
    ///
    /// - Parameters:
    ///   - corpus: The documents.
    ///   - names: Names of the documents and sections to score; `nil` for all.
    ///   - context: How it is run; the report does not depend on it.
    /// - Returns: What ``score(_:only:context:)`` returns, with the texts that a page shows.
    /// - Throws: As that.
    /// - Complexity: Quadratic in the number of documents and sections.
    public func source(
        _ corpus: Corpus,
        only names: [String]? = nil,
        context: RunContext = .init()
    ) async throws -> ReportSource {
        try await context.run {
            let selected = try selectedUnits(of: corpus, names: names)
            let findings = try await FindingsSearch(options: options, scope: .all)
                .findings(in: corpus, context: context)
            let units = try scoredUnits(of: findings, among: selected)
            try context.begin(.scoring)
            let builder = ReportBuilder(findings: findings, content: content, context: context)
            let pairRule = findings.pairRule
            let documents = corpus.units.indices.map { corpus.units.document(ofUnit: $0) }
            let report = try await builder.scoreReport(units: units) { a, b in
                // Sections of one document are scored where all are.
                pairRule.isAll || pairRule.allows(documents[a], documents[b])
            }
            try context.begin(.reporting)
            return report
        }
    }

    /// Scores two texts.
    ///
    /// ```swift
    /// let pair = try await Scorer().score(speech, other)
    /// print(pair.aCovered, pair.bCovered, pair.resemblance, pair.longest)
    /// ```
    ///
    /// - Parameters:
    ///   - first: A text; `a` in the score.
    ///   - second: Another; `b` in the score.
    ///   - context: How it is run.
    /// - Returns: How much of either stands in the other.
    /// - Throws: ``LeitongError`` for a text of nothing but white space, `CancellationError` soon after
    ///   the task was cancelled.
    /// - Complexity: Linear in the texts but for sorting.
    public func score(
        _ first: String,
        _ second: String,
        context: RunContext = .init()
    ) async throws -> PairScore {
        var builder = CorpusBuilder()
        builder.addWhole(InputText(id: "a", text: first))
        builder.addWhole(InputText(id: "b", text: second))
        let report = try await score(builder.corpus(), context: context)
        guard let pair = report.pairs.first else {
            throw LeitongError.tooFewDocuments
        }
        return pair
    }

    /// The units to score: what stands before the first section only if there is something to compare.
    private func scoredUnits(of findings: Findings, among selected: [Int]) throws -> [Int] {
        let documents = findings.corpus.units
        let units = selected.filter { unit in
            documents[unit].section != 0
                || findings.paragraphs.hasComparedParagraphs(in: documents[unit])
        }
        guard units.count >= 2 else { throw LeitongError.tooFewDocuments }
        return units
    }

    private func selectedUnits(of corpus: Corpus, names: [String]?) throws -> [Int] {
        var units = Array(corpus.units.indices)
        if let names {
            let wanted = Set(names)
            let known = Set(corpus.units.map(\.name))
            if let unknown = names.first(where: { !known.contains($0) }) {
                throw LeitongError.noSuchSection(unknown)
            }
            units = units.filter { wanted.contains(corpus.units[$0].name) }
        }
        guard units.count <= Self.unitLimit else {
            throw LeitongError.tooManyDocuments(count: units.count, limit: Self.unitLimit)
        }
        return units
    }
}

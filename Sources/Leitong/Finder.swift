@_spi(Core) import LeitongCore
public import LeitongReport

/// Finds the paragraphs and passages of a corpus that were copied.
///
/// ```swift
/// let corpus = Corpus([InputText(id: "a", text: speech), InputText(id: "b", text: other)])
/// let report = try await Finder().find(in: corpus)
/// print(report.passages.count, "passages stand in both")
/// ```
public struct Finder: Sendable {
    /// What counts as a copy.
    public let options: ComparisonOptions
    /// How much of the report is filled in.
    public let content: ReportContent

    /// Creates a finder.
    ///
    /// - Parameters:
    ///   - options: What counts as a copy; checked when something is looked for.
    ///   - content: How much of the report is filled in.
    public init(options: ComparisonOptions = .init(), content: ReportContent = .init()) {
        self.options = options
        self.content = content
    }

    /// Finds what was copied.
    ///
    /// - Parameters:
    ///   - corpus: The documents.
    ///   - context: How it is run; the report does not depend on it.
    /// - Returns: The report; equal for equal documents and options.
    /// - Throws: ``LeitongError`` if an option cannot be honoured, or for want of scratch space;
    ///   `CancellationError` soon after the task was cancelled.
    /// - Complexity: Linear in the text, plus the verified candidates.
    public func find(in corpus: Corpus, context: RunContext = .init()) async throws -> Report {
        let source = try await source(in: corpus, context: context)
        return try Report(collecting: source, checking: Task.checkCancellation)
    }

    /// Finds what was copied, and makes the rows of the report one by one: millions of them need not be
    /// held.
    ///
    /// - Parameters:
    ///   - corpus: The documents.
    ///   - context: How it is run; the report does not depend on it.
    /// - Returns: What ``find(in:context:)`` returns, for writers.
    /// - Throws: As that.
    /// - Complexity: Linear in the text, plus the verified candidates.
    public func source(
        in corpus: Corpus,
        context: RunContext = .init()
    ) async throws -> ReportSource {
        try await context.run {
            let findings = try await FindingsSearch(options: options, scope: options.scope)
                .findings(in: corpus, context: context)
            try context.begin(.placing)
            let report = try await ReportBuilder(
                findings: findings,
                content: content,
                context: context
            )
            .findReport()
            try context.begin(.reporting)
            return report
        }
    }
}

/// A report on its way out: header, totals, and rows in order, which may be made one by one.
///
/// Every writer works from a source, so that a report of millions of rows need not be held.
/// ``Report/init(collecting:)`` makes a value of it, and ``init(_:)`` a source of a value.
///
/// ```swift
/// for row in source.rows {
///     if case .passage(let passage) = row { print(passage.a.document, passage.matched) }
/// }
/// ```
public struct ReportSource: Sendable {
    /// What made the report, and what was asked for.
    public var header: ReportHeader
    /// Totals, over all rows.
    public var summary: Summary
    /// The documents and sections compared, in input order.
    ///
    /// Empty where only matches were asked for.
    public var documents: [ComparedDocument] = []
    /// Groups of paragraphs that are copies of one another, largest first.
    ///
    /// Rows of ``paragraphs`` name them by number: they are held.
    public var clusters: [Cluster] = []
    /// Matching paragraphs, in document order.
    public var paragraphs: ReportRows<ParagraphMatch> = []
    /// Passages that stand in two places, in document order.
    public var passages: ReportRows<PassageMatch> = []
    /// Runs of text told once with all their places.
    public var phrases: ReportRows<Phrase> = []
    /// Groups of passages that are copies of one text in very many places.
    public var passageClusters: ReportRows<Cluster> = []
    /// How much two documents share; filled by `score`.
    public var pairs: [PairScore] = []
    /// Inputs that could not be used.
    public var skipped: [SkippedEntry] = []
    /// What in the documents may hide a copy, in input order.
    public var warnings: [TextWarning] = []
    /// The documents' texts for a page that shows them; no part of the report's value.
    public var texts: ReportTexts?

    /// Creates a source without rows.
    ///
    /// - Parameters:
    ///   - header: What made the report, and what was asked for.
    ///   - summary: Totals, over all rows.
    public init(header: ReportHeader, summary: Summary) {
        self.header = header
        self.summary = summary
    }

    /// Creates a source of the rows that a report holds.
    ///
    /// - Parameter report: The report; its rows are held.
    /// - Complexity: Constant.
    public init(_ report: Report) {
        header = ReportHeader(
            tool: report.tool,
            command: report.command,
            options: report.options,
            guarantee: report.guarantee
        )
        header.schema = report.schema
        summary = report.summary
        documents = report.documents
        clusters = report.clusters
        paragraphs = ReportRows(report.paragraphs)
        passages = ReportRows(report.passages)
        phrases = ReportRows(report.phrases)
        passageClusters = ReportRows(report.passageClusters)
        pairs = report.pairs
        skipped = report.skipped
        warnings = report.warnings ?? []
    }
}

extension Report {
    /// Makes every row of a source, and holds them all.
    ///
    /// - Parameter source: What to hold; its texts for a page are left out.
    /// - Complexity: Linear in the rows, in time and memory.
    public init(collecting source: ReportSource) {
        self.init(collecting: source, checking: {})
    }

    /// Makes every row of a source, and holds them all, unless a check says that nobody wants them.
    ///
    /// - Parameters:
    ///   - source: What to hold; its texts for a page are left out.
    ///   - check: Called before every thousand rows; what it throws ends the collecting.
    /// - Throws: What `check` throws.
    /// - Complexity: Linear in the rows, in time and memory.
    public init(collecting source: ReportSource, checking check: () throws -> Void) rethrows {
        self.init(
            tool: source.header.tool,
            command: source.header.command,
            options: source.header.options,
            guarantee: source.header.guarantee,
            summary: source.summary
        )
        schema = source.header.schema
        documents = source.documents
        clusters = source.clusters
        paragraphs = try Self.collected(source.paragraphs, check)
        passages = try Self.collected(source.passages, check)
        phrases = try Self.collected(source.phrases, check)
        passageClusters = try Self.collected(source.passageClusters, check)
        pairs = source.pairs
        skipped = source.skipped
        warnings = source.warnings.isEmpty ? nil : source.warnings
    }

    private static func collected<Rows: RandomAccessCollection>(
        _ rows: Rows,
        _ check: () throws -> Void
    ) rethrows -> [Rows.Element] {
        var collected: [Rows.Element] = []
        collected.reserveCapacity(rows.count)
        for row in rows {
            if collected.count % 1000 == 0 { try check() }
            collected.append(row)
        }
        return collected
    }
}

/// Writes the report for a reader, on a terminal or in a file.
///
/// ```swift
/// let text = TextWriter(width: 80, limit: 10).bytes(of: report)
/// print(String(decoding: text, as: UTF8.self))
/// ```
///
/// The summary comes first, then what was found, then the documents, then what could not be used.
/// Nothing is left out silently: shortened text shows a …, and a limit says how much it hides.
/// No control character of a document reaches the output.
public struct TextWriter: ReportWriter {
    /// Whether to use the colours of a terminal.
    ///
    /// Without them changes stand in brackets.
    public var color: Bool
    /// Columns of a line; a Chinese character takes two.
    ///
    /// Names are never shortened to fit.
    public var width: Int
    /// Most clusters, or pairs of documents, that are printed; `nil` prints all.
    public var limit: Int?
    /// What settles what the report tells of.
    public var hints: ReportHints

    /// Creates a writer.
    ///
    /// - Parameters:
    ///   - color: Whether to use the colours of a terminal.
    ///   - width: Columns of a line; a Chinese character takes two.
    ///   - limit: Most clusters, or pairs of documents, that are printed; `nil` prints all.
    ///   - hints: What settles what the report tells of.
    public init(
        color: Bool = false,
        width: Int = 100,
        limit: Int? = nil,
        hints: ReportHints = ReportHints()
    ) {
        self.color = color
        self.width = width
        self.limit = limit
        self.hints = hints
    }

    /// Writes a report as text.
    ///
    /// - Parameters:
    ///   - report: What to print.
    ///   - sink: Takes the next bytes of the output.
    /// - Throws: What `sink` throws.
    public func write<Failure: Error>(
        _ report: ReportSource,
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var page = TextPage(width: width, isColored: color, hints: hints)
        page.compared(report)
        switch report.header.command {
        case .find:
            let passages = PassageLayout(report)
            page.found(report, passages)
            try clusters(of: report, on: &page, to: sink)
            page.passages(report, passages, titles: ClusterLayout(report), limit: limit)
            page.phrases(report)
            page.documents(report)
        case .score:
            page.scores(report, limit: limit)
        }
        page.skipped(report)
        page.warnings(report)
        try page.out.flush(to: sink)
    }

    private func clusters<Failure: Error>(
        of report: ReportSource,
        on page: inout TextPage,
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        let layout = ClusterLayout(report)
        let copies = report.clusters.filter { $0.matchClass == .copy }
        let shown = copies.prefix(limit ?? .max)
        if layout.hasVariants { page.variantsLegend() }
        if layout.hasChanges { page.legend() }
        for (index, cluster) in shown.enumerated() {
            page.cluster(cluster, number: index + 1, layout: layout)
            try page.out.flushIfFull(to: sink)
        }
        let hidden = copies.count - shown.count
        if hidden > 0 {
            page.blank()
            page.paragraph("\(Wording.count(hidden, "more text")) not shown.")
        }
    }
}

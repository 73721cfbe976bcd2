/// Writes the report as JSON Lines: one object a line, each telling by `"type"` what it is.
///
/// First the run itself (`report`), then the rows of `find` (`cluster`, `paragraph`, `passage`,
/// `phrase`) and of `score` (`pair`), then the inputs that could not be used (`skipped`). Rows hold
/// the members that ``JSONWriter`` writes, but for the differences of paragraphs; `leitong find`
/// fills in no texts and variants for this form. A cluster has its number as `"cluster"`, as its
/// matches have. Among the rows of `find`, those with a key `"a"` are the matches.
public struct JSONLinesWriter: ReportWriter {
    private let renderer: RowRenderer

    /// Creates a writer.
    ///
    /// - Parameter threads: Threads that render rows; the bytes do not depend on it.
    public init(threads: Int = 1) {
        renderer = RowRenderer(threads: threads)
    }

    /// Writes `report` as JSON Lines.
    ///
    /// - Parameters:
    ///   - report: What to print.
    ///   - sink: Takes the next bytes of the output.
    /// - Throws: What `sink` throws.
    public func write<Failure: Error>(
        _ report: Report,
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var out = OutputBuffer()
        for rows in Self.rows(of: report) {
            try renderer.render(rows, into: &out, to: sink)
        }
        try out.flush(to: sink)
    }

    /// The rows of a report, kind by kind.
    private static func rows(of report: Report) -> [RowSource] {
        let head = rows([report], [.constant("type", "report")] + JSONField<Report>.report)
        let matches =
            switch report.command {
            case .find:
                [
                    rows(of: report.clusters),
                    rows(
                        report.paragraphs,
                        JSONField<ParagraphMatch>.paragraph.filter { $0.key != "differences" }
                    ),
                    rows(report.passageClusters, JSONField<Cluster>.cluster),
                    rows(report.passages, JSONField<PassageMatch>.passage),
                    rows(report.phrases, JSONField<Phrase>.phrase),
                ]
            case .score:
                [rows(report.pairs, [.constant("type", "pair")] + JSONField<PairScore>.pair)]
            }
        let skipped = [.constant("type", "skipped")] + JSONField<SkippedEntry>.skipped
        let warnings = [.constant("type", "warning")] + JSONField<TextWarning>.warning
        let last = [rows(report.skipped, skipped), rows(report.warnings ?? [], warnings)]
        return [head] + matches + last
    }

    /// Clusters with their numbers.
    private static func rows(of clusters: [Cluster]) -> RowSource {
        let fields = JSONField<Cluster>.cluster
        let number = JSONField<Int>.count("cluster") { $0 }
        return RowSource(count: clusters.count) { index, out in
            out.appendJSON(object: clusters.span[index], fields: fields, and: number, index + 1)
            out.append("\n")
        }
    }

    private static func rows<Row: Sendable>(
        _ rows: [Row],
        _ fields: [JSONField<Row>]
    ) -> RowSource {
        RowSource(count: rows.count) { index, out in
            out.appendJSON(object: rows.span[index], fields: fields)
            out.append("\n")
        }
    }

    private static func rows<Row: Sendable>(
        _ rows: ReportRows<Row>,
        _ fields: [JSONField<Row>]
    ) -> RowSource {
        RowSource(count: rows.count) { index, out in
            out.appendJSON(object: rows[index], fields: fields)
            out.append("\n")
        }
    }
}

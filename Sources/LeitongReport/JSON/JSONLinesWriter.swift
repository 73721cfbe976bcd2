public import LeitongRun

/// Writes the report as JSON Lines: one object a line, each telling by `"type"` what it is.
///
/// ```swift
/// let source = try await Finder().source(in: corpus)
/// try JSONLinesWriter(context: RunContext(threads: 4)).write(source) { bytes in try store.write(bytes) }
/// ```
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
    /// - Parameter context: Its threads render rows; the bytes do not depend on it.
    public init(context: RunContext = .oneThread) {
        renderer = RowRenderer(context: context)
    }

    /// Writes a report as JSON Lines.
    ///
    /// - Parameters:
    ///   - source: What to print.
    ///   - sink: Takes the next bytes of the output.
    /// - Throws: What `sink` throws.
    public func write<Failure: Error>(
        _ source: ReportSource,
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var out = OutputBuffer()
        for rows in Self.rows(of: source) {
            try renderer.render(rows, into: &out, to: sink)
        }
        try out.flush(to: sink)
    }

    /// The rows of a report, kind by kind.
    private static func rows(of source: ReportSource) -> [WrittenRows] {
        let head = rows([source], [.type(.report)] + JSONField<ReportSource>.report)
        let matches =
            switch source.header.command {
            case .find:
                [
                    rows(of: source.clusters),
                    rows(
                        source.paragraphs,
                        JSONField<ParagraphMatch>.paragraph
                            .filter {
                                $0.key != JSONRowKey.differences.rawValue
                            }
                    ),
                    rows(source.passageClusters, JSONField<Cluster>.cluster),
                    rows(source.passages, JSONField<PassageMatch>.passage),
                    rows(source.phrases, JSONField<Phrase>.phrase),
                ]
            case .score:
                [rows(source.pairs, [.type(.pair)] + JSONField<PairScore>.pair)]
            }
        let skipped = rows(source.skipped, [.type(.skipped)] + JSONField<SkippedEntry>.skipped)
        let warnings = rows(source.warnings, [.type(.warning)] + JSONField<TextWarning>.warning)
        return [head] + matches + [skipped, warnings]
    }

    /// Clusters with their numbers.
    private static func rows(of clusters: [Cluster]) -> WrittenRows {
        let fields = JSONField<Cluster>.cluster
        return WrittenRows(count: clusters.count) { index, out in
            out.appendJSON(
                object: clusters.span[index],
                fields: fields,
                and: .cluster,
                index + 1
            )
            out.append("\n")
        }
    }

    private static func rows<Row: Sendable>(
        _ rows: [Row],
        _ fields: [JSONField<Row>]
    ) -> WrittenRows {
        WrittenRows(count: rows.count) { index, out in
            out.appendJSON(object: rows.span[index], fields: fields)
            out.append("\n")
        }
    }

    private static func rows<Row: Sendable>(
        _ rows: ReportRows<Row>,
        _ fields: [JSONField<Row>]
    ) -> WrittenRows {
        WrittenRows(count: rows.count) { index, out in
            out.appendJSON(object: rows[index], fields: fields)
            out.append("\n")
        }
    }
}

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
        try rows([report], [.constant("type", "report")] + JSONField<Report>.report, &out, sink)
        switch report.command {
        case .find:
            let clusters = Array(report.clusters.enumerated())
            try rows(clusters, JSONField<EnumeratedSequence<[Cluster]>.Element>.row, &out, sink)
            let fields = JSONField<ParagraphMatch>.paragraph.filter { $0.key != "differences" }
            try rows(report.paragraphs, fields, &out, sink)
            try rows(report.passageClusters, JSONField<Cluster>.cluster, &out, sink)
            try rows(report.passages, JSONField<PassageMatch>.passage, &out, sink)
            try rows(report.phrases, JSONField<Phrase>.phrase, &out, sink)
        case .score:
            let fields = [.constant("type", "pair")] + JSONField<PairScore>.pair
            try rows(report.pairs, fields, &out, sink)
        }
        let skipped = [.constant("type", "skipped")] + JSONField<SkippedEntry>.skipped
        try rows(report.skipped, skipped, &out, sink)
        try out.flush(to: sink)
    }

    private func rows<Rows: RandomAccessCollection & Sendable, Failure: Error>(
        _ rows: Rows,
        _ fields: [JSONField<Rows.Element>],
        _ out: inout OutputBuffer,
        _ sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) where Rows.Index == Int {
        try renderer.render(rows, into: &out, to: sink) { _, row, out in
            out.appendJSON(object: row, fields: fields)
            out.append("\n")
        }
    }
}

extension JSONField where Row == EnumeratedSequence<[Cluster]>.Element {
    /// The members of a cluster and its number.
    fileprivate static let row: [Self] =
        JSONField<Cluster>.cluster
        .map { field in
            Self(
                field.key,
                when: { field.isPresent?($0.element) ?? true },
                write: { field.write($0.element, &$1) }
            )
        } + [.count("cluster") { $0.offset + 1 }]
}

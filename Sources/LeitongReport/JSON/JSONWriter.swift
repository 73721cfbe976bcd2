/// Writes the whole report as one JSON object.
///
/// Keys are sorted; every member of the report stands on a line of its own, and so does every
/// element of its lists, so that two reports can be compared line by line. A place is flattened:
/// `"a"`, `"a_start"`, `"a_end"`, `"a_line"` in a match, `["x.txt",0,212]` among the members of a
/// cluster, whose lines stand in `"lines"`. ``Report`` decodes from this output.
public struct JSONWriter: ReportWriter {
    private let renderer: RowRenderer

    /// Creates a writer.
    ///
    /// - Parameter threads: Threads that render rows; the bytes do not depend on it.
    public init(threads: Int = 1) {
        renderer = RowRenderer(threads: threads)
    }

    /// Writes `report` as JSON.
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
        // In the order of the sorted keys.
        out.append("{\n")
        try list("clusters", Self.rows(report.clusters, JSONField<Cluster>.cluster), &out, sink)
        member("command", report, &out)
        try list(
            "documents",
            Self.rows(report.documents, JSONField<ComparedDocument>.document),
            &out,
            sink
        )
        member("guarantee", report, &out)
        member("options", report, &out)
        try list("pairs", Self.rows(report.pairs, JSONField<PairScore>.pair), &out, sink)
        try list(
            "paragraphs",
            Self.rows(report.paragraphs, JSONField<ParagraphMatch>.paragraph),
            &out,
            sink
        )
        try list(
            "passage_clusters",
            Self.rows(report.passageClusters, JSONField<Cluster>.cluster),
            &out,
            sink
        )
        try list(
            "passages",
            Self.rows(report.passages, JSONField<PassageMatch>.passage),
            &out,
            sink
        )
        try list("phrases", Self.rows(report.phrases, JSONField<Phrase>.phrase), &out, sink)
        member("schema", report, &out)
        try list("skipped", Self.rows(report.skipped, JSONField<SkippedEntry>.skipped), &out, sink)
        member("summary", report, &out)
        let warnings = report.warnings ?? []
        member("tool", report, &out, isLast: warnings.isEmpty)
        if !warnings.isEmpty {
            let rows = Self.rows(warnings, JSONField<TextWarning>.warning)
            try list("warnings", rows, &out, sink, isLast: true)
        }
        out.append("}\n")
        try out.flush(to: sink)
    }

    /// Writes a member that is not a list, on a line of its own.
    private func member(
        _ key: String,
        _ report: Report,
        _ out: inout OutputBuffer,
        isLast: Bool = false
    ) {
        for field in JSONField<Report>.report where field.key == key {
            out.append(UInt8(ascii: " "))
            field.write(report, after: UInt8(ascii: " "), isSpaced: true, to: &out)
            out.append(isLast ? "\n" : ",\n")
        }
    }

    /// Writes a list, each element on a line of its own.
    private func list<Failure: Error>(
        _ key: String,
        _ rows: RowSource,
        _ out: inout OutputBuffer,
        _ sink: ([UInt8]) throws(Failure) -> Void,
        isLast: Bool = false
    ) throws(Failure) {
        out.append("  \"\(key)\": [")
        try renderer.render(rows, into: &out, to: sink)
        out.append(rows.count == 0 ? "]" : "\n  ]")
        out.append(isLast ? "\n" : ",\n")
    }

    /// The elements of a list, each with what stands between it and the one before.
    private static func rows<Row: Sendable>(
        _ rows: [Row],
        _ fields: [JSONField<Row>]
    ) -> RowSource {
        let fields = JSONField.sorted(fields)
        return RowSource(count: rows.count) { index, out in
            out.append(index == 0 ? "\n    " : ",\n    ")
            out.appendJSON(object: rows.span[index], fields: fields)
        }
    }

    /// The same of rows that are made when they are asked for.
    private static func rows<Row: Sendable>(
        _ rows: ReportRows<Row>,
        _ fields: [JSONField<Row>]
    ) -> RowSource {
        let fields = JSONField.sorted(fields)
        return RowSource(count: rows.count) { index, out in
            out.append(index == 0 ? "\n    " : ",\n    ")
            out.appendJSON(object: rows[index], fields: fields)
        }
    }
}

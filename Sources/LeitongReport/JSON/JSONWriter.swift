public import LeitongRun

/// Writes the whole report as one JSON object.
///
/// ```swift
/// import Foundation
///
/// let bytes = JSONWriter().bytes(of: report)
/// let again = try JSONDecoder().decode(Report.self, from: Data(bytes))
/// print(again == report)    // true
/// ```
///
/// Keys are sorted; every member of the report stands on a line of its own, and so does every
/// element of its lists, so that two reports can be compared line by line. A place is flattened:
/// `"a"`, `"a_start"`, `"a_end"`, `"a_line"` in a match, `["x.txt",0,212]` among the members of a
/// cluster, whose lines stand in `"lines"`. ``Report`` decodes from this output.
public struct JSONWriter: ReportWriter {
    private let renderer: RowRenderer

    /// Creates a writer.
    ///
    /// - Parameter context: Its threads render rows; the bytes do not depend on it.
    public init(context: RunContext = .oneThread) {
        renderer = RowRenderer(context: context)
    }

    /// Writes a report as JSON.
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
        out.append("{\n")
        let members = Self.members(of: source)
        for (index, member) in members.enumerated() {
            let end: StaticString = index == members.count - 1 ? "\n" : ",\n"
            switch member {
            case .value(let field):
                out.append(UInt8(ascii: " "))
                field.write(source, after: UInt8(ascii: " "), isSpaced: true, to: &out)
            case .list(let key, let rows):
                out.append("  \"\(key.rawValue)\": [")
                try renderer.render(rows, into: &out, to: sink)
                out.append(rows.count == 0 ? "]" : "\n  ]")
            }
            out.append(end)
        }
        out.append("}\n")
        try out.flush(to: sink)
    }

    /// A member of the report.
    private enum Member {
        /// On one line.
        case value(JSONField<ReportSource>)
        /// With a line for each element.
        case list(Report.CodingKeys, WrittenRows)

        var key: String {
            switch self {
            case .value(let field): field.key
            case .list(let key, _): key.rawValue
            }
        }
    }

    /// The members of a report in the order of their keys.
    private static func members(of source: ReportSource) -> [Member] {
        var members = JSONField<ReportSource>.report.map(Member.value)
        members += [
            .list(.documents, rows(source.documents, JSONField<ComparedDocument>.document)),
            .list(.clusters, rows(source.clusters, JSONField<Cluster>.cluster)),
            .list(.paragraphs, rows(source.paragraphs, JSONField<ParagraphMatch>.paragraph)),
            .list(.passages, rows(source.passages, JSONField<PassageMatch>.passage)),
            .list(.phrases, rows(source.phrases, JSONField<Phrase>.phrase)),
            .list(.passageClusters, rows(source.passageClusters, JSONField<Cluster>.cluster)),
            .list(.pairs, rows(source.pairs, JSONField<PairScore>.pair)),
            .list(.skipped, rows(source.skipped, JSONField<SkippedEntry>.skipped)),
        ]
        if !source.warnings.isEmpty {
            members.append(
                .list(.warnings, rows(source.warnings, JSONField<TextWarning>.warning))
            )
        }
        return members.sorted { $0.key < $1.key }
    }

    /// The elements of a list, each with what stands between it and the one before.
    private static func rows<Row: Sendable>(
        _ rows: [Row],
        _ fields: [JSONField<Row>]
    ) -> WrittenRows {
        let fields = JSONField.sorted(fields)
        return WrittenRows(count: rows.count) { index, out in
            out.append(index == 0 ? "\n    " : ",\n    ")
            out.appendJSON(object: rows.span[index], fields: fields)
        }
    }

    /// The same of rows that are made when they are asked for.
    private static func rows<Row: Sendable>(
        _ rows: ReportRows<Row>,
        _ fields: [JSONField<Row>]
    ) -> WrittenRows {
        let fields = JSONField.sorted(fields)
        return WrittenRows(count: rows.count) { index, out in
            out.append(index == 0 ? "\n    " : ",\n    ")
            out.appendJSON(object: rows[index], fields: fields)
        }
    }
}

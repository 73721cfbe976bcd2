/// Writes what was understood of documents: for a reader, or as JSON.
///
/// ```swift
/// let documents = Inspector().inspect(corpus)
/// try InspectionWriter(format: .jsonl)
///     .write(documents, skipped: Inspector.skipped(of: corpus)) { bytes in try store.write(bytes) }
/// ```
public struct InspectionWriter: Sendable {
    private let format: InspectionFormat
    /// Whether only the text of each document is printed, where it is printed for a reader.
    private let printsText: Bool

    /// Creates a writer.
    ///
    /// - Parameters:
    ///   - format: The form.
    ///   - printsText: For ``InspectionFormat/text``: the text of documents, and nothing else of them.
    public init(format: InspectionFormat, printsText: Bool = false) {
        self.format = format
        self.printsText = printsText
    }

    /// Writes documents and what could not be used.
    ///
    /// - Parameters:
    ///   - documents: What was understood.
    ///   - skipped: Inputs that could not be used; for a reader they stand on standard error instead.
    ///   - sink: Takes the next bytes of the output.
    /// - Throws: What `sink` throws.
    public func write<Failure: Error>(
        _ documents: [InspectedDocument],
        skipped: [SkippedEntry],
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var out = OutputBuffer()
        switch format {
        case .text:
            for (index, document) in documents.enumerated() {
                if index > 0 { out.append("\n") }
                append(document, to: &out)
                try out.flushIfFull(to: sink)
            }
        case .json:
            out.append("{\n  \"documents\": [")
            try list(documents, JSONField<InspectedDocument>.inspected, &out, sink)
            out.append("],\n  \"schema\": 1,\n  \"skipped\": [")
            try list(skipped, JSONField<SkippedEntry>.skipped, &out, sink)
            out.append("]\n}\n")
        case .jsonl:
            let document = [.type(.document)] + JSONField<InspectedDocument>.inspected
            try rows(documents, document, &out, sink)
            let entry = [.type(.skipped)] + JSONField<SkippedEntry>.skipped
            try rows(skipped, entry, &out, sink)
        }
        try out.flush(to: sink)
    }

    private func rows<Row, Failure: Error>(
        _ rows: [Row],
        _ fields: [JSONField<Row>],
        _ out: inout OutputBuffer,
        _ sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        for row in rows {
            out.appendJSON(object: row, fields: fields)
            out.append("\n")
            try out.flushIfFull(to: sink)
        }
    }

    private func list<Row, Failure: Error>(
        _ rows: [Row],
        _ fields: [JSONField<Row>],
        _ out: inout OutputBuffer,
        _ sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        for (index, row) in rows.enumerated() {
            out.append(index == 0 ? "\n    " : ",\n    ")
            out.appendJSON(object: row, fields: fields)
            try out.flushIfFull(to: sink)
        }
        if !rows.isEmpty { out.append("\n  ") }
    }
}

extension InspectionWriter {
    /// Prints a document for a reader.
    private func append(_ document: InspectedDocument, to out: inout OutputBuffer) {
        out.append(PrintableText.singleLine(document.name) + "\n")
        if printsText {
            for line in document.text ?? [] {
                let number = String(line.line)
                let indent = String(repeating: " ", count: Swift.max(0, 6 - number.count))
                out.append("\(indent)\(number)  \(PrintableText.singleLine(line.text))\n")
            }
            return
        }
        row("format", document.format, &out)
        row("encoding", "\(document.encoding), \(Self.words(of: document))", &out)
        row("title", document.title ?? "unknown", &out)
        let source = document.dateSource.map { " (in the \($0))" } ?? ""
        row("date", (document.date ?? "unknown") + source, &out)
        if let date = document.fileDate {
            row("file date", "\(date) (in the file's properties: no date of the text)", &out)
        }
        for section in document.sections { row("section", Self.words(of: section), &out) }
        row("paragraphs", Wording.number(document.paragraphs), &out)
        let compared = Wording.number(document.comparedCharacters)
        row("characters", "\(Wording.number(document.characters)), \(compared) compared", &out)
        for warning in document.warnings { row("warning", warning.message, &out) }
    }

    private func row(_ label: String, _ value: String, _ out: inout OutputBuffer) {
        let gap = String(repeating: " ", count: 12 - label.count)
        out.append("    \(label)\(gap)\(PrintableText.singleLine(value))\n")
    }

    private static func words(of document: InspectedDocument) -> String {
        switch document.encodingBasis {
        case "bom": "by its byte order mark"
        case "declared": "as declared"
        case "valid": "valid throughout"
        default: "detected, confidence \(document.encodingConfidence)"
        }
    }

    private static func words(of section: InspectedDocument.Section) -> String {
        let title = section.title ?? (section.number == 0 ? "what stands before" : "no title")
        let date = section.date.map { ", \($0)" } ?? ""
        return
            "#\(section.number) \(title)\(date), \(Wording.count(section.paragraphs, "paragraph"))"
    }
}

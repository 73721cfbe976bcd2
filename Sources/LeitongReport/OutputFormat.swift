public import LeitongRun

/// The forms a report can be printed in.
///
/// ```swift
/// let format = OutputFormat(rawValue: "csv") ?? .text
/// try format.writer().write(report) { bytes in try store.write(bytes) }
/// ```
///
/// Raw values are the names used on the command line.
public enum OutputFormat: String, CaseIterable, Sendable {
    /// For a reader, on a terminal or in a file.
    case text
    /// The whole report as one JSON object.
    case json
    /// One JSON object a line: a header, then one row a cluster, match, pair or skipped input.
    case jsonl
    /// A table for spreadsheets: one row a match.
    case csv
    /// One page for a browser, which needs nothing beside it.
    case html
    /// A summary to paste into a page of one's own.
    case markdown

    /// Returns the writer of this form.
    ///
    /// - Parameters:
    ///   - text: The writer to use for ``text``, the one form with settings of its own.
    ///   - language: Language of ``html`` and ``markdown``.
    ///   - context: Its threads render rows; the bytes do not depend on it.
    /// - Returns: A writer.
    public func writer(
        text: TextWriter = TextWriter(),
        language: ReportLanguage = .english,
        context: RunContext = .oneThread
    ) -> any ReportWriter {
        switch self {
        case .text: text
        case .json: JSONWriter(context: context)
        case .jsonl: JSONLinesWriter(context: context)
        case .csv: CSVWriter(context: context)
        case .html: HTMLWriter(language: language)
        case .markdown: MarkdownWriter(language: language)
        }
    }
}

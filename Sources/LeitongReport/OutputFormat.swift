/// The forms a report can be printed in.
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

    /// Returns the writer of this form.
    ///
    /// - Parameter text: The writer to use for ``text``, the one form with settings.
    /// - Returns: A writer.
    public func writer(text: TextWriter = TextWriter()) -> any ReportWriter {
        switch self {
        case .text: text
        case .json: JSONWriter()
        case .jsonl: JSONLinesWriter()
        case .csv: CSVWriter()
        }
    }
}

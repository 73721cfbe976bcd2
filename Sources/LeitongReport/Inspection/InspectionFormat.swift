/// The forms an inspection can be printed in.
///
/// ```swift
/// let format = InspectionFormat(rawValue: "json") ?? .text
/// let writer = InspectionWriter(format: format)
/// ```
///
/// Raw values are the names used on the command line.
public enum InspectionFormat: String, CaseIterable, Sendable {
    /// For a reader.
    case text
    /// One JSON object: `documents` and `skipped`.
    case json
    /// One JSON object a line.
    case jsonl
}

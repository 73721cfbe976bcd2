/// What a match is taken for.
///
/// ```swift
/// let copies = report.passages.filter { $0.matchClass == .copy }
/// ```
public enum MatchClass: String, Codable, Sendable, BitwiseCopyable, CaseIterable {
    /// Copied.
    case copy
    /// What many independent documents say, or what says too little to tell a copy by.
    case setPhrase = "set-phrase"
    /// Quoted from a source that several documents quote, or listed as a source.
    case quotation
    /// What more than half of the documents hold: a hand-out, or one source for all.
    case common
    /// What a template has that the user named: a form, a hand-out.
    case template
}

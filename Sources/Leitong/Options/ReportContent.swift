public import LeitongReport

/// What is shown: how much of a report is filled in.
///
/// ```swift
/// let finder = Finder(content: ReportContent(keepsTexts: true))
/// let page = HTMLWriter().bytes(of: try await finder.source(in: corpus))
/// ```
public struct ReportContent: Sendable {
    /// How much of a report is filled in.
    public var detail = ReportDetail.full
    /// Whether a source of a report holds the documents' texts, which a page shows; with passages only.
    ///
    /// A ``Report`` itself never holds them.
    public var keepsTexts = false

    /// What settles what a report tells of: its sentences end with that.
    public var hints = ReportHints()

    /// Creates what is shown by default: all but the texts.
    ///
    /// - Parameters:
    ///   - detail: How much of a report is filled in.
    ///   - keepsTexts: Whether a source of a report holds the documents' texts.
    ///   - hints: What settles what a report tells of.
    public init(
        detail: ReportDetail = .full,
        keepsTexts: Bool = false,
        hints: ReportHints = ReportHints()
    ) {
        self.detail = detail
        self.keepsTexts = keepsTexts
        self.hints = hints
    }
}

/// How much of a report is filled in.
///
/// ```swift
/// let finder = Finder(content: ReportContent(detail: .matches))
/// let lines = JSONLinesWriter().bytes(of: try await finder.source(in: corpus))
/// ```
public enum ReportDetail: Sendable {
    /// Matches and clusters only: for JSON Lines of very many records.
    case matches
    /// Documents, texts and differences too.
    case full
}

/// What a run that removed duplicates did, in numbers.
///
/// ```swift
/// import LeitongFiles
///
/// let result = try await Deduplicator().deduplicate(corpus)
/// for line in DeduplicatedDocuments(corpus, result).summary.lines() { print(line) }
/// ```
public struct DeduplicationSummary: Sendable, Equatable {
    /// `document` or `paragraph`: what the counts of removed things count.
    public var level = "document"
    /// Documents read.
    public var documents = 0
    /// Documents written, whole or without some paragraphs.
    public var documentsKept = 0
    /// Documents of which all paragraphs were removed.
    public var documentsEmptied = 0
    /// Paragraphs read.
    public var paragraphs = 0
    /// Paragraphs written.
    public var paragraphsKept = 0
    /// Removed because one that stays is equal.
    public var removedEqual = 0
    /// Removed because one that stays reaches the threshold.
    public var removedNear = 0
    /// Bytes of text read.
    public var bytesRead = 0
    /// Bytes written.
    public var bytesWritten = 0
    /// Documents or paragraphs too short to be compared, which stay.
    public var uncompared = 0
    /// Texts that stay, and were compared with the likeliest of their candidates only.
    public var partlyCompared = 0
    /// Documents without a date that can be read, where the earliest stays.
    public var undated = 0
    /// Inputs that could not be used.
    public var skipped = 0
    /// Other names of files that were read, under which nothing is written.
    public var furtherNames = 0

    /// Creates the summary of nothing.
    public init() {}

    /// One line for programs: a JSON object and a line end.
    public var json: [UInt8] {
        var out = OutputBuffer()
        out.appendJSON(object: self, fields: JSONField<Self>.summary)
        out.append("\n")
        return out.bytes
    }

    /// Some lines for people, without line ends.
    ///
    /// - Parameter hints: What settles what they tell of.
    /// - Returns: The lines.
    public func lines(hints: ReportHints = ReportHints()) -> [String] {
        let isParagraphs = level == "paragraph"
        let read = Wording.count(documents, "document")
        let kept = Wording.number(isParagraphs ? paragraphsKept : documentsKept)
        var lines = [
            (isParagraphs ? "\(read), \(Wording.count(paragraphs, "paragraph"))" : read)
                + " read; \(kept) kept; removed: \(Wording.number(removedEqual)) equal, "
                + "\(Wording.number(removedNear)) near"
        ]
        if documentsEmptied > 0 {
            lines.append("\(Wording.count(documentsEmptied, "document")) left empty, and dropped")
        }
        lines.append(
            "\(Wording.count(bytesRead, "byte")) read, \(Wording.number(bytesWritten)) written"
        )
        if uncompared > 0 {
            let units = Wording.count(uncompared, isParagraphs ? "paragraph" : "document")
            lines.append("\(units) too short to be compared, and kept")
        }
        if partlyCompared > 0 {
            let texts = Wording.count(partlyCompared, "text")
            let hint = hints.behind(.likeliestCandidates)
            lines.append("\(texts) kept after the likeliest candidates\(hint)")
        }
        if undated > 0 {
            lines.append(
                "\(Wording.count(undated, "document")) without a date, taken for the latest"
            )
        }
        if skipped > 0 { lines.append("\(Wording.count(skipped, "input")) skipped") }
        if furtherNames > 0 {
            let names = Wording.count(furtherNames, "further name", "further names")
            lines.append("\(names) of files that were read already, and are written once")
        }
        return lines
    }
}

extension DeduplicationSummary: JSONRow {
    enum CodingKeys: String, CodingKey {
        case level, documents, paragraphs, uncompared, undated, skipped
        case documentsKept = "documents_kept"
        case documentsEmptied = "documents_emptied"
        case paragraphsKept = "paragraphs_kept"
        case removedEqual = "removed_equal"
        case removedNear = "removed_near"
        case bytesRead = "bytes_read"
        case bytesWritten = "bytes_written"
        case partlyCompared = "partly_compared"
        case furtherNames = "further_names"
    }
}

extension JSONField where Row == DeduplicationSummary {
    /// The members of the summary.
    static let summary: [Self] = [
        .type(.summary), .text(.level, \.level), .count(.documents, \.documents),
        .count(.documentsKept, \.documentsKept), .count(.documentsEmptied, \.documentsEmptied),
        .count(.paragraphs, \.paragraphs), .count(.paragraphsKept, \.paragraphsKept),
        .count(.removedEqual, \.removedEqual), .count(.removedNear, \.removedNear),
        .count(.bytesRead, \.bytesRead), .count(.bytesWritten, \.bytesWritten),
        .count(.uncompared, \.uncompared), .count(.partlyCompared, \.partlyCompared),
        .count(.undated, \.undated), .count(.skipped, \.skipped),
        .count(.furtherNames, \.furtherNames),
    ]
}

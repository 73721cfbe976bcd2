/// What is removed as a duplicate, and which of several duplicates stays.
///
/// ```swift
/// var options = DeduplicationOptions()
/// options.level = .paragraph
/// options.keep = .longest
/// options.comparison.threshold = 0.9
/// let result = try await Deduplicator(options: options).deduplicate(corpus)
/// ```
public struct DeduplicationOptions: Sendable {
    /// What counts as a duplicate, and how it is searched for.
    ///
    /// Of it count the threshold, folding, shingles, recall, `isExact` and seed, and for
    /// paragraphs `minParagraph`. Unlike for ``Finder`` texts that differ by one edit are no
    /// duplicates unless they reach the threshold.
    public var comparison = ComparisonOptions()
    /// What is compared and removed.
    public var level = DeduplicationLevel.document
    /// Which of several duplicates stays.
    public var keep = KeepRule.first
    /// How many kept texts of a family (forms or near-copies of one text, more than 64) a text is
    /// compared with, the first to be kept first.
    ///
    /// 50,000 forms that all stay take as many nanoseconds squared, a minute; more are left open, and
    /// the result says how many.
    public var candidateLimit = 50_000

    /// Creates the standard options.
    public init() {}
}

/// What is compared and removed.
///
/// ```swift
/// var options = DeduplicationOptions()
/// options.level = .paragraph
/// ```
public enum DeduplicationLevel: String, Sendable, CaseIterable {
    /// Whole documents: files or records.
    case document
    /// Paragraphs, in all documents and within one.
    case paragraph
}

/// Which of several duplicates stays.
///
/// ```swift
/// var options = DeduplicationOptions()
/// options.keep = .earliest
/// let result = try await Deduplicator(options: options).deduplicate(corpus)
/// print(result.undatedCount, "documents bear no date")
/// ```
public enum KeepRule: String, Sendable, CaseIterable {
    /// The first in the order of the input.
    case first
    /// The one with most folded characters; of several the first.
    case longest
    /// The one with the earliest date, those without a date last; of several the first.
    case earliest
}

/// Everything a run found, as one value: equal to another that says the same, and read from the JSON
/// that it is written as.
///
/// ```swift
/// import Foundation
///
/// let data = try Data(contentsOf: URL(fileURLWithPath: "report.json"))
/// let report = try JSONDecoder().decode(Report.self, from: data)
/// for passage in report.passages where passage.matchClass == .copy {
///     print(passage.a.document, passage.b.document, passage.matched)
/// }
/// ```
///
/// Equal inputs and options give equal reports: no times, no machine names, no thread counts. Where
/// there may be millions of rows, a ``ReportSource`` makes them one by one.
public struct Report: Codable, Sendable, Equatable {
    /// The version of the structure that this library writes and reads.
    ///
    /// It rises whenever a member changes its meaning or goes away.
    public static let currentSchema = 1

    /// Version of this structure.
    public var schema = currentSchema
    /// What made the report.
    public var tool: Tool
    /// The job: `find` or `score`.
    public var command: Command
    /// The options in effect, including every default.
    public var options: RunOptions
    /// What is sure to be found.
    public var guarantee: Guarantee
    /// Totals.
    public var summary: Summary
    /// The documents and sections compared, in input order.
    ///
    /// Empty where only matches were asked for.
    public var documents: [ComparedDocument] = []
    /// Groups of paragraphs that are copies of one another, largest first.
    public var clusters: [Cluster] = []
    /// Matching paragraphs, in document order: each member against its nearest earlier copy, or
    /// every pair with `--all-pairs`.
    public var paragraphs: [ParagraphMatch] = []
    /// Passages that stand in two places, in document order.
    ///
    /// One that lies inside a reported pair of paragraphs is told there.
    public var passages: [PassageMatch] = []
    /// Runs of text told once with all their places: set phrases, and what stands in very many
    /// places.
    public var phrases: [Phrase] = []
    /// Groups of passages that are copies of one text in very many places.
    public var passageClusters: [Cluster] = []
    /// How much two documents share; filled by `score`.
    public var pairs: [PairScore] = []
    /// Inputs that could not be used.
    public var skipped: [SkippedEntry] = []
    /// What in the documents may hide a copy, in input order; `nil` for nothing.
    public var warnings: [TextWarning]?

    enum CodingKeys: String, CodingKey {
        case schema, tool, command, options, guarantee, summary, documents, clusters, paragraphs
        case passages, phrases, pairs, skipped, warnings
        case passageClusters = "passage_clusters"
    }

    /// Creates a report without results.
    public init(
        tool: Tool,
        command: Command,
        options: RunOptions,
        guarantee: Guarantee,
        summary: Summary
    ) {
        self.tool = tool
        self.command = command
        self.options = options
        self.guarantee = guarantee
        self.summary = summary
    }

    /// The job that was run.
    public enum Command: String, Codable, Sendable {
        /// Search for copies among all documents.
        case find
        /// Score pairs of documents.
        case score
    }

    /// What made the report.
    public struct Tool: Codable, Sendable, Equatable {
        /// Always `leitong`.
        public var name = "leitong"
        /// Version of the program.
        public var version: String
        /// Version of the Unicode data that folding uses.
        public var unicode: String
        /// Name and version of the signature scheme: other versions nominate other candidates.
        public var signature: String

        enum CodingKeys: String, CodingKey {
            case name, version, unicode, signature
        }

        /// Creates the description of a program.
        public init(version: String, unicode: String, signature: String) {
            self.version = version
            self.unicode = unicode
            self.signature = signature
        }
    }
}

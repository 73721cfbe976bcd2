/// Totals of a run.
///
/// ```swift
/// print(report.summary.copiedParagraphs, "of", report.summary.comparedParagraphs, "have a copy")
/// ```
public struct Summary: Codable, Sendable, Equatable {
    /// Files and records read.
    public var documents = 0
    /// Speeches found inside compiled files.
    public var sections = 0
    /// Paragraphs read.
    public var paragraphs = 0
    /// Folded characters of all paragraphs.
    public var characters = 0
    /// Paragraphs compared.
    public var comparedParagraphs = 0
    /// Paragraphs left out because they are shorter than `min_paragraph`.
    public var shortParagraphs = 0
    /// Texts that differ from one another after folding.
    public var distinctParagraphs = 0
    /// Paragraphs without a copy that were compared with some only of very many that are somewhat
    /// like them; 0 with `all_pairs`.
    public var partlyComparedParagraphs = 0
    /// Paragraphs that have at least one copy.
    public var copiedParagraphs = 0
    /// Groups of copies.
    public var clusters = 0
    /// Match rows in the report of `find`, pairs in that of `score`.
    public var matches = 0
    /// Passages reported, by class.
    public var copiedPassages = 0
    /// Set phrases reported as passages.
    public var setPhrasePassages = 0
    /// Quotations reported as passages.
    public var quotations = 0
    /// Passages of text that most documents hold.
    public var commonPassages = 0
    /// Passages of text of templates.
    public var templatePassages = 0
    /// Runs of text reported once with all their places.
    public var phrases = 0
    /// Characters of all documents that count: those of templates are left out.
    public var countedCharacters = 0
    /// Characters of text that most documents hold, and that no copy holds.
    public var commonCharacters = 0
    /// Characters of text of templates.
    public var templateCharacters = 0
    /// Pairs of documents that share no copy and are not listed, as there are very many.
    public var unlistedPairs = 0
    /// Passages left out because they have fewer matched characters than `min_passage`.
    public var shortPassages = 0
    /// Inputs that could not be used.
    public var skipped = 0
    /// Files below a folder that its `.leitongignore`, or patterns that were given, left out.
    public var ignored = 0
    /// Other names of files that were read: links and other paths to them.
    public var furtherNames = 0

    enum CodingKeys: String, CodingKey {
        case documents, sections, paragraphs, characters, clusters, matches, skipped, ignored
        case quotations, phrases
        case furtherNames = "further_names"
        case commonPassages = "common_passages"
        case templatePassages = "template_passages"
        case countedCharacters = "counted_characters"
        case commonCharacters = "common_characters"
        case templateCharacters = "template_characters"
        case unlistedPairs = "unlisted_pairs"
        case copiedPassages = "copied_passages"
        case setPhrasePassages = "set_phrase_passages"
        case shortPassages = "short_passages"
        case comparedParagraphs = "compared_paragraphs"
        case shortParagraphs = "short_paragraphs"
        case distinctParagraphs = "distinct_paragraphs"
        case partlyComparedParagraphs = "partly_compared_paragraphs"
        case copiedParagraphs = "copied_paragraphs"
    }

    /// Creates totals of zero.
    public init() {}
}

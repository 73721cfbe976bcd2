/// A document, or a section of one, as it was compared.
///
/// ```swift
/// for document in report.documents.sorted(by: { $0.copiedShare > $1.copiedShare }) {
///     print(document.name, document.copiedShare, document.sources.first?.name ?? "no source")
/// }
/// ```
public struct ComparedDocument: Codable, Sendable, Equatable {
    /// Name in match rows: path or record id, with `#N` for the Nth section.
    public var name: String
    /// Path of the file.
    public var path: String
    /// Ordinal of the section; absent for a document that is one text.
    public var section: Int?
    /// First line that reads like a title.
    public var title: String?
    /// The date it bears, in ISO 8601 as far as it is stated: `2023`, `2023-03`, `2023-03-05`.
    public var date: String?
    /// Where the date was found: `field` (of a record or of front matter), `name` or `text`.
    public var dateSource: String?
    /// Date in the properties of the file, which templates and exports set: a hint, and no date of the
    /// text.
    public var fileDate: String?
    /// `text`, `markdown` or `jsonl`.
    public var format: String
    /// Encoding the file was read in.
    public var encoding: String
    /// Paragraphs, including short ones.
    public var paragraphs: Int
    /// Paragraphs left out as too short.
    public var shortParagraphs: Int
    /// Folded characters, redaction marks left out; with `only` = `paragraphs` those of compared
    /// paragraphs.
    public var characters: Int
    /// Of these, characters that were copied: each once, in however many sources it stands.
    public var copiedCharacters: Int
    /// The same with set phrases, quotations and common text.
    public var sharedCharacters: Int
    /// Characters of text that most documents hold, and that no copy holds.
    public var commonCharacters = 0
    /// Characters of text of templates, which are in none of the other figures.
    public var templateCharacters = 0
    /// The documents that share most with it, the best first; at most five.
    public var sources: [DocumentSource]
    /// Documents that share some of it.
    public var sourceCount: Int
    /// Whether there are more: `true` for a document made of texts in so many places that only the
    /// documents it shares a passage of its own with are counted; absent otherwise.
    public var sourcesArePartial: Bool?

    enum CodingKeys: String, CodingKey {
        case name, path, section, title, date, format, encoding, paragraphs, characters, sources
        case dateSource = "date_source"
        case fileDate = "file_date"
        case shortParagraphs = "short_paragraphs"
        case copiedCharacters = "copied_characters"
        case sharedCharacters = "shared_characters"
        case commonCharacters = "common_characters"
        case templateCharacters = "template_characters"
        case sourceCount = "source_count"
        case sourcesArePartial = "sources_are_partial"
    }

    /// Creates an entry.
    public init(
        name: String,
        path: String,
        section: Int?,
        title: String?,
        format: String,
        encoding: String,
        paragraphs: Int,
        shortParagraphs: Int,
        characters: Int,
        copiedCharacters: Int,
        sharedCharacters: Int? = nil,
        sources: [DocumentSource] = [],
        sourceCount: Int? = nil
    ) {
        self.name = name
        self.path = path
        self.section = section
        self.title = title
        self.format = format
        self.encoding = encoding
        self.paragraphs = paragraphs
        self.shortParagraphs = shortParagraphs
        self.characters = characters
        self.copiedCharacters = copiedCharacters
        self.sharedCharacters = sharedCharacters ?? copiedCharacters
        self.sources = sources
        self.sourceCount = sourceCount ?? sources.count
    }

    /// Share of the characters that were copied, 0 to 1.
    public var copiedShare: Double {
        characters == 0 ? 0 : Double(copiedCharacters) / Double(characters)
    }
}

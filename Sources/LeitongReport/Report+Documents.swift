/// A document, or a section of one, as it was compared.
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

    private enum CodingKeys: String, CodingKey {
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

/// How much two documents share.
///
/// Shares are over folded characters, redaction marks left out.
public struct PairScore: Codable, Sendable, Equatable {
    /// Name of the document that comes first by name.
    public var a: String
    /// Name of the other.
    public var b: String
    /// Share of `a` that stands in copies shared with `b`, 0 to 1.
    public var aCovered: Double
    /// Share of `b` that stands in copies shared with `a`, 0 to 1.
    public var bCovered: Double
    /// Share of `a` that stands in `b`, set phrases and quotations included.
    public var aShared: Double
    /// Share of `b` that stands in `a`, set phrases and quotations included.
    public var bShared: Double
    /// Exact Jaccard similarity of the two documents' shingle sets.
    public var resemblance: Double
    /// Folded characters of the longest copy.
    public var longest: Int
    /// Folded characters of `a` in copies shared with `b`.
    public var aMatchedCharacters: Int
    /// Folded characters of `b` in copies shared with `a`.
    public var bMatchedCharacters: Int
    /// Folded characters of `a`.
    public var aCharacters: Int
    /// Folded characters of `b`.
    public var bCharacters: Int
    /// Paragraphs of `a` that match one of `b`.
    public var aMatchedParagraphs: Int
    /// Paragraphs of `b` that match one of `a`.
    public var bMatchedParagraphs: Int
    /// Which of the two bears the earlier date; absent where the dates do not tell.
    public var earlier: Side?

    /// One of the two documents.
    public enum Side: String, Codable, Sendable {
        /// The first.
        case a
        /// The second.
        case b
    }

    private enum CodingKeys: String, CodingKey {
        case a, b, resemblance, longest, earlier
        case aCovered = "a_covered"
        case bCovered = "b_covered"
        case aShared = "a_shared"
        case bShared = "b_shared"
        case aMatchedCharacters = "a_matched_characters"
        case bMatchedCharacters = "b_matched_characters"
        case aCharacters = "a_characters"
        case bCharacters = "b_characters"
        case aMatchedParagraphs = "a_matched_paragraphs"
        case bMatchedParagraphs = "b_matched_paragraphs"
    }

    /// Creates a score; shares and resemblance are rounded to 4 decimals.
    public init(
        a: String,
        b: String,
        aCovered: Double,
        bCovered: Double,
        aShared: Double? = nil,
        bShared: Double? = nil,
        resemblance: Double,
        longest: Int,
        aMatchedCharacters: Int,
        bMatchedCharacters: Int,
        aCharacters: Int,
        bCharacters: Int,
        aMatchedParagraphs: Int,
        bMatchedParagraphs: Int
    ) {
        self.a = a
        self.b = b
        self.aCovered = aCovered.roundedToFourDecimals
        self.bCovered = bCovered.roundedToFourDecimals
        self.aShared = (aShared ?? aCovered).roundedToFourDecimals
        self.bShared = (bShared ?? bCovered).roundedToFourDecimals
        self.resemblance = resemblance.roundedToFourDecimals
        self.longest = longest
        self.aMatchedCharacters = aMatchedCharacters
        self.bMatchedCharacters = bMatchedCharacters
        self.aCharacters = aCharacters
        self.bCharacters = bCharacters
        self.aMatchedParagraphs = aMatchedParagraphs
        self.bMatchedParagraphs = bMatchedParagraphs
    }
}

/// An input that could not be used.
public struct SkippedEntry: Codable, Sendable, Equatable {
    /// The path, with `:LINE` for a record.
    public var path: String
    /// Stable reason code.
    public var reason: String
    /// One sentence for people.
    public var message: String
    /// Where the trouble begins, in bytes.
    public var byteOffset: Int?
    /// How many bytes are no text in the encoding.
    public var badBytes: Int?
    /// Where the first of these stand.
    public var badByteOffsets: [Int]?

    private enum CodingKeys: String, CodingKey {
        case path, reason, message
        case badBytes = "bad_bytes"
        case badByteOffsets = "bad_byte_offsets"
        case byteOffset = "byte_offset"
    }

    /// Creates an entry.
    public init(path: String, reason: String, message: String, byteOffset: Int? = nil) {
        self.path = path
        self.reason = reason
        self.message = message
        self.byteOffset = byteOffset
    }
}

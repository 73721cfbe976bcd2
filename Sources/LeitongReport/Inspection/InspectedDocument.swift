/// What was understood of one file or record.
///
/// ```swift
/// for document in Inspector(keepsText: true).inspect(corpus) {
///     print(document.name, document.comparedCharacters, "of", document.characters, "characters")
///     for line in document.text ?? [] { print(line.line, line.text) }
/// }
/// ```
public struct InspectedDocument: Sendable, Equatable {
    /// Name in reports: the path, or the id of the record.
    public var name: String
    /// Path of the file.
    public var path: String
    /// Format: `text`, `markdown`, `jsonl` and others.
    public var format: String
    /// Encoding the file was read in.
    public var encoding: String
    /// How the encoding was told: `bom`, `declared`, `valid` or `detected`.
    public var encodingBasis: String
    /// How well the text fits the encoding, 0 to 1.
    public var encodingConfidence: Double
    /// Title, where one was found.
    public var title: String?
    /// Date in ISO 8601, where one was found.
    public var date: String?
    /// Where the date was found: `field`, `name` or `text`.
    public var dateSource: String?
    /// Date in the properties of the file: a hint, and no date of the text.
    public var fileDate: String?
    /// The texts that a compiled file holds.
    public var sections: [Section] = []
    /// Paragraphs.
    public var paragraphs = 0
    /// Characters of the text as it was read.
    public var characters = 0
    /// Characters that are compared: folded, redaction marks left out.
    public var comparedCharacters = 0
    /// What the reader should look at.
    public var warnings: [Warning] = []
    /// The paragraphs as they are compared, if asked for.
    public var text: [Line]?

    /// Creates an entry.
    public init(
        name: String,
        path: String,
        format: String,
        encoding: String,
        encodingBasis: String,
        encodingConfidence: Double
    ) {
        self.name = name
        self.path = path
        self.format = format
        self.encoding = encoding
        self.encodingBasis = encodingBasis
        self.encodingConfidence = encodingConfidence
    }

    /// One text of a compiled file.
    public struct Section: Sendable, Equatable {
        /// 1 for the first; 0 for what stands before it.
        public var number: Int
        /// Title, where one was found.
        public var title: String?
        /// Date in ISO 8601, where one was found.
        public var date: String?
        /// Paragraphs.
        public var paragraphs: Int

        /// Creates a section.
        public init(number: Int, title: String?, date: String?, paragraphs: Int) {
            self.number = number
            self.title = title
            self.date = date
            self.paragraphs = paragraphs
        }
    }

    /// A paragraph as it is compared.
    public struct Line: Sendable, Equatable {
        /// Line of the file on which it begins, from 1.
        public var line: Int
        /// The folded text; a redaction mark is a `*`.
        public var text: String

        /// Creates a line.
        public init(line: Int, text: String) {
            self.line = line
            self.text = text
        }
    }

    /// Something the reader should look at.
    public struct Warning: Sendable, Equatable {
        /// A stable code for programs.
        public var code: Code
        /// One sentence for people.
        public var message: String

        /// Creates a warning.
        public init(_ code: Code, _ message: String) {
            self.code = code
            self.message = message
        }
    }

    /// Kinds of warnings; the raw values are stable.
    public enum Code: String, Sendable, CaseIterable {
        /// Little speaks for the encoding.
        case uncertainEncoding = "uncertain-encoding"
        /// The text holds U+FFFD: it was damaged before it was written.
        case replacementCharacters = "replacement-characters"
        /// The text holds characters of private use, which mean something in one font only.
        case privateUse = "private-use"
        /// No paragraph is long enough to be compared.
        case nothingCompared = "nothing-compared"
    }
}

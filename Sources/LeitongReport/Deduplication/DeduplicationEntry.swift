/// One thing that was removed as a duplicate, or left empty by what was.
///
/// ```swift
/// let entry = DeduplicationEntry(
///     type: "document",
///     document: "copy.txt",
///     path: "speeches/copy.txt",
///     reason: "near",
///     similarity: 0.83,
///     kept: DeduplicationEntry.Kept(document: "first.txt", path: "speeches/first.txt")
/// )
/// var log = DeduplicationLog { bytes in try store.write(bytes) }
/// try log.add(entry)
/// try log.finish()
/// ```
public struct DeduplicationEntry: Sendable, Equatable {
    /// `document` or `paragraph`.
    public var type: String
    /// Name of the document, as reports show it: the path, or the id of the record.
    public var document: String
    /// Path of its file.
    public var path: String
    /// Number of the paragraph in its document, from 1.
    public var paragraph: Int?
    /// Of a paragraph its UTF-8 bytes in the document's text, of a record its line in the file.
    public var byteRange: Range<Int>?
    /// `equal`, `near`, or `empty` for a document whose paragraphs are all removed.
    public var reason: String
    /// Exact Jaccard similarity with the one that stays.
    public var similarity: Double?
    /// The one that stays.
    public var kept: Kept?

    /// What stays instead of something that is removed.
    public struct Kept: Sendable, Equatable {
        /// Name of the document.
        public var document: String
        /// Path of its file.
        public var path: String
        /// Number of the paragraph in its document, from 1.
        public var paragraph: Int?

        /// Creates one that stays.
        public init(document: String, path: String, paragraph: Int? = nil) {
            self.document = document
            self.path = path
            self.paragraph = paragraph
        }
    }

    /// Creates an entry.
    public init(
        type: String,
        document: String,
        path: String,
        paragraph: Int? = nil,
        byteRange: Range<Int>? = nil,
        reason: String,
        similarity: Double? = nil,
        kept: Kept? = nil
    ) {
        self.type = type
        self.document = document
        self.path = path
        self.paragraph = paragraph
        self.byteRange = byteRange
        self.reason = reason
        self.similarity = similarity
        self.kept = kept
    }
}

extension DeduplicationEntry: JSONRow {
    enum CodingKeys: String, CodingKey {
        case type, document, path, paragraph, reason, similarity
        case byteStart = "byte_start"
        case byteEnd = "byte_end"
        case keptDocument = "kept_document"
        case keptPath = "kept_path"
        case keptParagraph = "kept_paragraph"
    }
}

extension JSONField where Row == DeduplicationEntry {
    /// The members of a row of the log.
    static let entry: [Self] = [
        .text(.type, \.type), .text(.document, \.document), .text(.path, \.path),
        .optionalCount(.paragraph, \.paragraph),
        .optionalCount(.byteStart) { $0.byteRange?.lowerBound },
        .optionalCount(.byteEnd) { $0.byteRange?.upperBound },
        .text(.reason, \.reason),
        Self(
            .similarity,
            when: { $0.similarity != nil },
            write: { $1.append($0.similarity ?? 0) }
        ),
        .optionalText(.keptDocument) { $0.kept?.document },
        .optionalText(.keptPath) { $0.kept?.path },
        .optionalCount(.keptParagraph) { $0.kept?.paragraph },
    ]
}

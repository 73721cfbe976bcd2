/// What a file says of a document, beside its text.
///
/// ```swift
/// import LeitongFormats
///
/// let batch = DocumentReader().read(InputFile(path: "speech.docx"))
/// for entry in batch.metadata { print(entry.title ?? "no title", entry.warnings) }
/// ```
public struct DocumentMetadata: Sendable, Equatable {
    /// Position of the document in ``DocumentBatch/documents``.
    public var document: Int
    /// Title that the file's own fields give.
    public var title: String?
    /// Date that the text states in a field of its own, as it is written there.
    public var date: String?
    /// Date in the properties of the file, as it is written there: a hint, and no date of the text.
    public var fileDate: String?
    /// What was left out or could not be read, one sentence each.
    public var warnings: [String]

    /// Creates an entry.
    public init(
        document: Int,
        title: String? = nil,
        date: String? = nil,
        fileDate: String? = nil,
        warnings: [String] = []
    ) {
        self.document = document
        self.title = title
        self.date = date
        self.fileDate = fileDate
        self.warnings = warnings
    }
}

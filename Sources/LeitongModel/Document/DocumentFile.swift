/// One file as it was read: what all its documents have in common.
///
/// ```swift
/// let files = Set(corpus.documents.map(\.file.path))
/// print(corpus.documents.count, "documents of", files.count, "files")
/// ```
///
/// An object, so that each record of a million holds one reference and not four strings.
public final class DocumentFile: Sendable, Equatable {
    /// The path, as given on the command line joined with what was found below it.
    public let path: String
    /// What kind of file it is.
    public let format: DocumentFormat
    /// Name of the encoding the file was read in, as iconv spells it: `UTF-8`, `GB18030`.
    public let encoding: String
    /// How the encoding was told.
    public let encodingEvidence: EncodingEvidence

    /// Creates the description of a file.
    ///
    /// - Parameters:
    ///   - path: Path of the file.
    ///   - format: What kind of file it is.
    ///   - encoding: Name of the encoding.
    ///   - encodingEvidence: How the encoding was told.
    public init(
        path: String,
        format: DocumentFormat = .text,
        encoding: String = "UTF-8",
        encodingEvidence: EncodingEvidence = EncodingEvidence(.valid)
    ) {
        self.path = path
        self.format = format
        self.encoding = encoding
        self.encodingEvidence = encodingEvidence
    }

    /// Whether two files are described alike.
    public static func == (first: DocumentFile, second: DocumentFile) -> Bool {
        first === second
            || first.path == second.path && first.format == second.format
                && first.encoding == second.encoding
                && first.encodingEvidence == second.encodingEvidence
    }
}

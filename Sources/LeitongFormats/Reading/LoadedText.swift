public import LeitongModel

/// The text of a file, and how its encoding was told.
public struct LoadedText: Sendable {
    /// The text in UTF-8.
    public let source: SourceText
    /// Name of the encoding the file was in, as iconv spells it.
    public let encoding: String
    /// How that was told.
    public let evidence: EncodingEvidence

    /// Creates a text.
    ///
    /// - Parameters:
    ///   - source: UTF-8.
    ///   - encoding: Encoding the file was in.
    ///   - evidence: How that was told.
    public init(
        _ source: SourceText,
        encoding: String = "UTF-8",
        evidence: EncodingEvidence = EncodingEvidence(.valid)
    ) {
        self.source = source
        self.encoding = encoding
        self.evidence = evidence
    }
}

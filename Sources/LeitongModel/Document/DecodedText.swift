/// Text in UTF-8, without a byte order mark, and the encoding it was in.
package struct DecodedText {
    package var bytes: [UInt8]
    /// Name of the encoding, as reports show it.
    package var encoding: String
    /// How that was told.
    package var evidence = EncodingEvidence(.valid)
    /// Where the text begins in its file, behind a byte order mark; 0 where it is no bytes of the file.
    package var startInFile = 0

    /// Creates a text that was decoded.
    package init(
        bytes: [UInt8],
        encoding: String,
        evidence: EncodingEvidence = EncodingEvidence(.valid),
        startInFile: Int = 0
    ) {
        self.bytes = bytes
        self.encoding = encoding
        self.evidence = evidence
        self.startInFile = startInFile
    }
}

/// Text in UTF-8, without a byte order mark, and the encoding it was in.
struct DecodedText {
    var bytes: [UInt8]
    /// Name of the encoding, as reports show it.
    var encoding: String
    /// How that was told.
    var evidence = EncodingEvidence(.valid)
    /// Where the text begins in its file, behind a byte order mark; 0 where it is no bytes of the file.
    var startInFile = 0
}

/// Why bytes are no text.
struct DecodingFailure: Error, Equatable {
    var reason: SkippedInput.Reason
    /// One sentence for people.
    var message: String
    /// Where the trouble begins, in bytes of the file.
    var byteOffset: Int?
    /// The encoding the bytes should be in, as iconv names it, where that is known.
    var encoding: String?
    /// Where the text begins, behind a byte order mark.
    var textOffset = 0
}

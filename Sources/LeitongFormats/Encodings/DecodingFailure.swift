import LeitongModel

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

import LeitongModel

/// What a file says, without how it says it.
struct ExtractedText: Equatable {
    /// Text in UTF-8 without NUL, one paragraph a line.
    var bytes: [UInt8] = []
    /// Line ends inside a paragraph's element, rising: whether they end it, the lines have to show.
    var softBreaks: [Int] = []
    /// Name of the encoding the text was in.
    var encoding = "UTF-8"
    /// How that was told; formats that know but one need no evidence.
    var evidence = EncodingEvidence(.valid)
    /// What the file says of itself.
    var metadata = ExtractedMetadata()
}

/// What a file says of itself, as it is written there.
struct ExtractedMetadata: Equatable {
    /// Title, if it is not empty.
    var title: String?
    /// Date in its properties, in whichever way it is written.
    var fileDate: String?
    /// What was left out or could not be read, one sentence each.
    var warnings: [String] = []
}

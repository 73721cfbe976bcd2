import LeitongModel

/// Takes the text out of files of one format.
///
/// A format is one type in one file. What it makes is the document's text: reports count its Unicode
/// scalars, and its lines are the paragraphs.
protocol TextExtractor {
    /// Takes the text out of a file.
    ///
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - budget: What may still be unpacked; a file in an archive spends from the archive's.
    /// - Returns: Its text.
    /// - Throws: Why there is none; the file is then skipped with that reason.
    func extract(
        _ bytes: [UInt8],
        _ budget: inout ArchiveBudget
    ) throws(ExtractionFailure) -> ExtractedText
}

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

/// Why no text could be taken out of a file.
struct ExtractionFailure: Error, Equatable {
    var reason: SkippedInput.Reason
    /// One sentence for people, without the path.
    var message: String
    /// Where in the file the trouble begins, if it has a place.
    var byteOffset: Int?

    init(_ reason: SkippedInput.Reason, _ message: String, byteOffset: Int? = nil) {
        self.reason = reason
        self.message = message
        self.byteOffset = byteOffset
    }

    init(_ failure: DecodingFailure) {
        self.init(failure.reason, failure.message, byteOffset: failure.byteOffset)
    }
}

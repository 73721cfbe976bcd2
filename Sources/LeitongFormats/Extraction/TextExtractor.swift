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

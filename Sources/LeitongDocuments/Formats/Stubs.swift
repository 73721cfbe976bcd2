struct Stub: TextExtractor {
    init(limits: ReadingLimits) {}
    func extract(_ bytes: [UInt8]) throws(ExtractionFailure) -> ExtractedText {
        throw ExtractionFailure(
            .unsupported,
            "is of a format that cannot be read yet; save it as text"
        )
    }
}
typealias PDFExtractor = Stub
typealias LegacyWordExtractor = Stub

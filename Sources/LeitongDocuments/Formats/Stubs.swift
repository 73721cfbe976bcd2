struct Stub: TextExtractor {
    init(limits: ReadingLimits) {}
    init(encoding: String?) {}
    func extract(_ bytes: [UInt8]) throws(ExtractionFailure) -> ExtractedText {
        throw ExtractionFailure(
            .unsupported,
            "is of a format that cannot be read yet; save it as text"
        )
    }
}
typealias ODTExtractor = Stub
typealias EPUBExtractor = Stub
typealias RTFExtractor = Stub
typealias PDFExtractor = Stub
typealias LegacyWordExtractor = Stub
struct TableReader {
    let path: String
    init(path: String, _ f: DocumentFormat, options: ReadingOptions) { self.path = path }
    func read(_ text: DecodedText) -> DocumentBatch {
        TextReader(path: path, format: .text).read(text)
    }
}

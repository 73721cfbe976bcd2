import Testing

@testable import LeitongFormats
@testable import LeitongModel

/// What a document of a format comes to, for comparison in tests.
struct ExtractedParagraphs {
    let batch: DocumentBatch

    /// What a batch holds.
    init(batch: DocumentBatch) {
        self.batch = batch
    }

    /// Reads bytes as a file of some name.
    init(_ bytes: [UInt8], name: String, options: ReadingOptions = .init()) throws {
        batch = try DocumentReader(options: options).open(bytes, path: name).read()
    }

    /// Texts of the paragraphs of all documents.
    var texts: [String] { batch.documents.flatMap { texts(of: $0) } }

    /// Texts of the paragraphs of one document.
    func texts(of document: Document) -> [String] {
        var scratch: [UInt8] = []
        return document.paragraphs.map { index in
            batch.withText(ofParagraph: index, scratch: &scratch) { text in
                ByteSearch.string(text, 0..<text.count)
            }
        }
    }

    /// Codes of what was skipped.
    var reasons: [SkippedInput.Reason] { batch.skipped.map(\.reason) }
}

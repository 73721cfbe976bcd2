@testable internal import LeitongFormats
@testable internal import LeitongModel

/// A file of fuzzed bytes, read as one format.
struct FuzzedFile {
    private let bytes: [UInt8]
    private let options: ReadingOptions

    /// Creates a file in whichever encoding it seems to have.
    init(_ bytes: [UInt8], as format: DocumentFormat) {
        self.bytes = bytes
        // Low, so that a bomb costs the fuzzer little.
        options = ReadingOptions(
            inputFormat: format,
            limits: ReadingLimits(unpackedBytes: 4 << 20, helperSeconds: 1)
        )
    }

    /// Creates a file in UTF-8: bytes that are none are replaced, so that the parser sees the rest.
    init(utf8 bytes: [UInt8], as format: DocumentFormat) {
        self.bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
        options = ReadingOptions(encoding: "UTF-8", inputFormat: format)
    }

    /// Reads the file and checks what comes of it.
    func check() {
        guard let reader = try? DocumentReader(options: options) else {
            preconditionFailure("iconv knows UTF-8")
        }
        let batch = reader.open(bytes, path: "fuzzed").read()
        precondition(
            !batch.documents.isEmpty || !batch.skipped.isEmpty || batch.ignoredCount > 0,
            "a file came to nothing"
        )
        var next = 0
        for (number, document) in batch.documents.enumerated() {
            precondition(document.paragraphs.lowerBound == next, "paragraphs without a document")
            next = document.paragraphs.upperBound
            Self.check(document, number, of: batch)
        }
        precondition(next == batch.paragraphs.count, "paragraphs without a document")
    }

    /// Checks that paragraphs rise, hold something, and lie in their document's text.
    private static func check(_ document: Document, _ number: Int, of batch: DocumentBatch) {
        var scratch: [UInt8] = []
        let text = batch.withText(of: document, scratch: &scratch) { text in
            ByteSearch.string(text, 0..<text.count)
        }
        let scalars = text.unicodeScalars
        precondition(document.scalarCount == scalars.count, "scalars counted wrong")
        var end: (bytes: UInt32, scalars: UInt32) = (0, 0)
        for paragraph in batch.paragraphs[document.paragraphs] {
            precondition(paragraph.document == number, "a paragraph of another document")
            precondition(
                paragraph.byteStart >= end.bytes && paragraph.byteStart < paragraph.byteEnd
            )
            precondition(
                paragraph.scalarStart >= end.scalars && paragraph.scalarStart < paragraph.scalarEnd
            )
            end = (paragraph.byteEnd, paragraph.scalarEnd)
        }
        precondition(end.bytes <= text.utf8.count, "a paragraph behind the text")
        precondition(end.scalars <= document.scalarCount, "a paragraph behind the text")
    }
}

public import Leitong
import LeitongFormats
import LeitongModel

/// Writes the records that stay, byte for byte and in order, as one stream of lines.
///
/// ```swift
/// let corpus = try await Corpus.reading(paths: ["pages.jsonl"])
/// let result = try await Deduplicator().deduplicate(corpus)
/// var writer = RecordWriter(DeduplicatedDocuments(corpus, result), textField: "text")
/// for file in corpus.files {
///     try writer.write(file) { bytes in try store.write(bytes) }
/// }
/// ```
public struct RecordWriter {
    private let documents: DeduplicatedDocuments
    private let reader: RecordFieldReader
    private var buffer: [UInt8] = []
    private var isInLine = false
    /// Bytes handed on so far.
    public private(set) var byteCount = 0

    private static let chunkSize = 1 << 16

    /// Creates a writer.
    ///
    /// - Parameters:
    ///   - documents: What becomes of the records.
    ///   - textField: Field of a record that holds its text.
    public init(_ documents: DeduplicatedDocuments, textField: String) {
        self.documents = documents
        reader = RecordFieldReader(textField)
    }

    /// Writes what stays of a file of records.
    ///
    /// A line ends as it did; the last line of a file without an end gets one only if another follows.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - sink: Takes the next bytes.
    /// - Throws: What `sink` throws.
    /// - Complexity: Linear in the file.
    public mutating func write(
        _ file: CorpusFile,
        to sink: ([UInt8]) throws -> Void
    ) throws {
        let source = documents.corpus.batch.sources[file.source]
        for index in file.documents {
            let fate = documents.fate(of: index)
            guard fate != .removed else { continue }
            let line = documents.corpus.batch.documents[index].recordByteRange
            let start = source.startInFile
            let range = line.lowerBound - start..<line.upperBound - start
            if isInLine { buffer.append(0x0A) }
            if fate == .kept {
                source.append(range, to: &buffer)
            } else {
                source.withSpan { appendShortened(index, $0.extracting(range)) }
            }
            isInLine = range.upperBound == source.count
            if !isInLine { buffer.append(0x0A) }
            if buffer.count > Self.chunkSize { try flush(to: sink) }
        }
        try flush(to: sink)
    }

    private mutating func appendShortened(_ index: Int, _ record: Span<UInt8>) {
        let ranges = documents.removedLines(of: index)
        guard let shortened = reader.removing(ranges, from: record) else {
            preconditionFailure("a record that was read has its text in the field it was read from")
        }
        buffer.append(contentsOf: shortened)
    }

    private mutating func flush(to sink: ([UInt8]) throws -> Void) throws {
        guard !buffer.isEmpty else { return }
        try sink(buffer)
        byteCount += buffer.count
        buffer.removeAll(keepingCapacity: true)
    }
}

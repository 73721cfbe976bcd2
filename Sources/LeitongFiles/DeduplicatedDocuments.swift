public import Leitong
import LeitongAlgorithms
public import LeitongFormats
import LeitongModel
public import LeitongReport

/// A corpus without its duplicates: what becomes of each document, and its bytes.
///
/// ```swift
/// let corpus = try await Corpus.reading(paths: ["speeches"])
/// let result = try await Deduplicator().deduplicate(corpus)
/// let documents = DeduplicatedDocuments(corpus, result)
/// for file in corpus.files {
///     if let bytes = try documents.bytes(of: file) { try store.write(bytes) }
/// }
/// ```
public struct DeduplicatedDocuments: Sendable {
    /// The documents, all of them.
    public let corpus: Corpus
    /// What is removed.
    public let result: Deduplication

    /// What becomes of a document.
    public enum Fate: Sendable, Equatable {
        /// It is written as it is.
        case kept
        /// It is written without some paragraphs.
        case shortened
        /// It is left out: a duplicate, or nothing is left of it.
        case removed
    }

    /// Creates the view of a result.
    ///
    /// - Parameters:
    ///   - corpus: The documents.
    ///   - result: What `Deduplicator` made of them.
    public init(_ corpus: Corpus, _ result: Deduplication) {
        self.corpus = corpus
        self.result = result
    }

    /// What becomes of a document.
    ///
    /// - Parameter document: Position in the batch.
    /// - Returns: Whether it is written, and whether whole.
    /// - Complexity: Logarithmic in the removals.
    public func fate(of document: Int) -> Fate {
        let count = removals(of: document).count
        if count == 0 { return .kept }
        guard result.level == .paragraph else { return .removed }
        return count == corpus.batch.documents[document].paragraphs.count
            ? .removed : .shortened
    }

    /// The removals in a document, or of it.
    func removals(of document: Int) -> ArraySlice<Deduplication.Removal> {
        let units =
            result.level == .document
            ? document..<document + 1 : corpus.batch.documents[document].paragraphs
        let first = firstRemoval(notBefore: units.lowerBound)
        return result.removals[first..<firstRemoval(notBefore: units.upperBound)]
    }

    private func firstRemoval(notBefore unit: Int) -> Int {
        result.removals.indices.partitioningIndex { result.removals[$0].item >= unit }
    }

    /// The lines that are removed from a document, in UTF-8 bytes of its text.
    func removedLines(of document: Int) -> [Range<Int>] {
        let batch = corpus.batch
        var scratch: [UInt8] = []
        return batch.withText(of: batch.documents[document], scratch: &scratch) { text in
            batch.lines(ofParagraphs: removals(of: document).map(\.item), in: text)
        }
    }

    /// A document that was a file of its own, byte for byte or without the removed lines.
    ///
    /// - Parameter file: A file that is no file of records.
    /// - Returns: `nil` if the document is left out.
    /// - Throws: `OriginalFile.Failure` of LeitongFormats if the file cannot be read again, or not be cut.
    public func bytes(of file: CorpusFile) throws(OriginalFile.Failure) -> [UInt8]? {
        guard file.format.isPlain else { return try copy(of: file) }
        let index = file.documents.lowerBound
        let fate = fate(of: index)
        guard fate != .removed else { return nil }
        let original = try OriginalFile(
            file.input,
            text: corpus.batch.sources[file.source].bytes,
            encoding: corpus.batch.documents[index].encoding
        )
        return fate == .kept ? original.bytes : try original.removing(removedLines(of: index))
    }

    /// A file that is more than text, which stays whole or goes whole.
    private func copy(of file: CorpusFile) throws(OriginalFile.Failure) -> [UInt8]? {
        let fates = Set(file.documents.map(fate))
        if fates == [.removed] { return nil }
        guard fates == [.kept] else {
            throw OriginalFile.Failure(message: Self.whyWhole(file.format))
        }
        return try OriginalFile.bytes(of: file.input)
    }

    private static func whyWhole(_ format: DocumentFormat) -> String {
        if format == .archive {
            return "holds documents that go and others that stay; unpack it first"
        }
        return format.isOfRecords
            ? "records of a table cannot be taken out; convert it to JSON Lines"
            : "paragraphs cannot be removed from this format; save it as text first"
    }

    /// Bytes of text in a file; of a table those of its texts, as other columns are not compared.
    private func textByteCount(of file: CorpusFile) -> Int {
        guard file.format == .csv || file.format == .tsv else {
            return corpus.batch.sources[file.source].count
        }
        return file.documents.reduce(0) { $0 + corpus.batch.documents[$1].textByteRange.count }
    }

    /// Numbers for people and programs; the bytes written are not among them.
    public var summary: DeduplicationSummary {
        var summary = DeduplicationSummary()
        let batch = corpus.batch
        summary.level = result.level.rawValue
        summary.documents = batch.documents.count
        summary.paragraphs = batch.paragraphs.count
        for (index, document) in batch.documents.enumerated() {
            let count = removals(of: index).count
            switch fate(of: index) {
            case .removed:
                if result.level == .paragraph { summary.documentsEmptied += 1 }
            case .kept, .shortened:
                summary.documentsKept += 1
                summary.paragraphsKept += document.paragraphs.count - count
            }
        }
        summary.removedEqual = result.count(of: .equal)
        summary.removedNear = result.count(of: .near)
        summary.bytesRead = corpus.files.reduce(0) { $0 + textByteCount(of: $1) }
        summary.uncompared = result.uncomparedCount
        summary.partlyCompared = result.partlyComparedCount
        summary.undated = result.undatedCount
        summary.skipped = batch.skipped.count
        summary.furtherNames = corpus.furtherNames.count
        return summary
    }
}

import Leitong
import LeitongFormats
import LeitongModel

/// Where the records of a corpus stand in their files, to be asked document by document.
///
/// A record is kept by its bytes in UTF-8. In a file in another encoding they stand elsewhere; for
/// those the file is read again, once.
struct RecordPlaces {
    private let corpus: Corpus
    /// Position of the file that was looked at last.
    private var file = 0
    /// Where each record of that file begins and ends; `nil` if it was not read again yet.
    private var bounds: [Int]?

    /// Creates the view of a corpus.
    init(_ corpus: Corpus) {
        self.corpus = corpus
    }

    /// The line of a record in its file.
    ///
    /// - Parameter document: Position in the batch, not before the one that was asked for last.
    /// - Returns: Bytes of the file without the line end; `nil` for what is no record, and where the file
    ///   cannot be read again: standard input, or an entry of an archive.
    mutating func place(of document: Int) -> Range<Int>? {
        let record = corpus.batch.documents[document]
        let line = record.recordByteRange
        guard !line.isEmpty else { return nil }
        guard record.encoding != "UTF-8" else { return line }
        let files = corpus.files
        while file < files.count, files[file].documents.upperBound <= document {
            file += 1
            bounds = nil
        }
        guard file < files.count, files[file].format == .jsonLines else { return nil }
        let known = bounds ?? readAgain(files[file], encoding: record.encoding)
        bounds = known
        let position = 2 * (document - files[file].documents.lowerBound)
        guard known.indices.contains(position) else { return nil }
        return known[position]..<known[position + 1]
    }

    /// Where each record of a file begins and ends; none if that cannot be told.
    private func readAgain(_ file: CorpusFile, encoding: String) -> [Int] {
        guard !file.input.isStandardInput else { return [] }
        let original = try? OriginalFile(
            file.input,
            text: corpus.batch.sources[file.source].bytes,
            encoding: encoding
        )
        let lines = file.documents.map { corpus.batch.documents[$0].recordByteRange }
        return original?.places(of: lines.flatMap { [$0.lowerBound, $0.upperBound] }) ?? []
    }
}

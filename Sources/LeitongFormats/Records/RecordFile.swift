public import LeitongModel

/// A file of records that was opened: its text, and what reads it.
public struct RecordFile: Sendable {
    /// The text in UTF-8.
    public let text: SourceText
    /// The file as all its records have it in common.
    public let file: DocumentFile
    private let reader: any RecordReader

    /// Creates a file that was opened.
    ///
    /// - Parameters:
    ///   - text: The text in UTF-8.
    ///   - file: The file as all its records have it in common.
    ///   - reader: What reads its records.
    init(_ text: SourceText, _ file: DocumentFile, _ reader: any RecordReader) {
        self.text = text
        self.file = file
        self.reader = reader
    }

    /// Number of the line that the first record may stand on, from 1.
    public var firstLine: Int { reader.firstLine }

    /// Cuts the file into ranges of whole records, to be read side by side.
    ///
    /// - Parameter size: Bytes a range has at least, but for the last.
    /// - Returns: Ranges that cover all records; they depend on the file only.
    /// - Complexity: At most linear in the file.
    public func ranges(size: Int) -> [Range<Int>] {
        text.withSpan { reader.ranges(in: $0, size: size) }
    }

    /// Counts the lines that end in a range.
    public func lineCount(of range: Range<Int>) -> Int {
        text.withSpan { reader.lineCount(of: $0, in: range) }
    }

    /// Reads the records of a range.
    ///
    /// - Parameters:
    ///   - range: One of ``ranges(size:)``.
    ///   - firstLine: Number of its first line, from 1.
    ///   - lineCount: Number of its lines.
    /// - Returns: A batch that calls the file source 0 and its own sources 1, 2, …
    /// - Complexity: Linear in the range.
    public func read(_ range: Range<Int>, firstLine: Int, lineCount: Int) -> DocumentBatch {
        text.withSpan {
            reader.read($0, range: range, firstLine: firstLine, lineCount: lineCount)
        }
    }

    /// Reads all records as one range.
    ///
    /// - Returns: A batch that calls the file source 0 and its own sources 1, 2, …
    /// - Complexity: Linear in the file.
    public func readRange() -> DocumentBatch {
        // There is one range, or none where the file holds nothing.
        guard let range = ranges(size: .max).first else { return DocumentBatch() }
        return read(range, firstLine: firstLine, lineCount: 0)
    }

    /// Reads all records, as one batch with all its sources.
    func read() -> DocumentBatch {
        var batch = DocumentBatch()
        batch.sources = [text]
        batch.append(readRange(), ofFile: 0)
        // An offset in what was decoded is none in the file; the line is named.
        if file.encoding != "UTF-8" { batch.clearOffsetsOfSkipped() }
        batch.noteEmptyRecords(of: file.path)
        return batch
    }
}

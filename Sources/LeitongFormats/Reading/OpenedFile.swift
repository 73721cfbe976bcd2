public import LeitongModel

/// A file that was opened, in the format that was told once.
public enum OpenedFile: Sendable {
    /// Records, each a document, to be read range by range.
    case records(RecordFile)
    /// The documents of a file that is text, or more than text.
    case documents(DocumentBatch)
    /// Why it could not be used.
    case skipped(SkippedInput)

    /// Reads what is left to read.
    ///
    /// - Returns: Its documents, or the reason why there are none.
    /// - Complexity: Linear in the file.
    public func read() -> DocumentBatch {
        switch self {
        case .records(let file): return file.read()
        case .documents(let batch): return batch
        case .skipped(let entry):
            var batch = DocumentBatch()
            batch.skipped = [entry]
            return batch
        }
    }
}

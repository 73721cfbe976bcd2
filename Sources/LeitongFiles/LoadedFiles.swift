import Leitong
import LeitongFormats
import LeitongModel
import LeitongStorage

/// The files that were read so far, in their order.
struct LoadedFiles {
    /// Their documents, and what could not be read.
    private(set) var batch = DocumentBatch()
    /// Those that gave documents.
    private(set) var files: [CorpusFile] = []
    private var gatherer: SourceGatherer
    /// Paths of the files that were given to be compared with; `nil` where none were.
    private let known: Set<[UInt8]>?

    /// Where the documents of a file begin.
    struct Beginning {
        fileprivate var file: InputFile
        fileprivate var source: Int
        fileprivate var documents: Int
        fileprivate var skipped: Int
    }

    /// Begins without a file.
    ///
    /// - Parameters:
    ///   - skipped: What could not be read at all.
    ///   - share: Bytes of texts that may stand on the heap by themselves.
    ///   - memory: What texts are counted in beyond.
    ///   - known: Paths of the files that were given to be compared with; `nil` where none were.
    init(skipped: [SkippedInput], share: Int, memory: MemoryBudget, known: Set<[UInt8]>?) {
        batch.skipped = skipped
        self.known = known
        gatherer = SourceGatherer(share: share, memory: memory)
    }

    /// Adds something that could not be used.
    mutating func skip(_ entry: SkippedInput) {
        batch.skipped.append(entry)
    }

    /// Adds a file with all its documents.
    mutating func append(_ file: InputFile, _ documents: consuming DocumentBatch) {
        let beginning = beginning(of: file)
        batch.append(documents)
        note(beginning)
    }

    /// Adds a file of records, whose documents come part by part.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - text: Its text.
    ///   - lineCount: Number of its lines: room is made for as many records.
    /// - Returns: Where the file begins.
    mutating func begin(_ file: InputFile, text: SourceText, lineCount: Int) -> Beginning {
        let beginning = beginning(of: file)
        batch.sources.append(text)
        batch.reserveCapacity(recordsOn: lineCount, of: text.count)
        return beginning
    }

    /// Adds records of a file.
    ///
    /// - Parameters:
    ///   - part: A batch that calls the file source 0.
    ///   - beginning: Where the file begins.
    /// - Throws: ``StorageError`` where memory ends and no scratch space is to be had.
    mutating func append(
        _ part: consuming DocumentBatch,
        to beginning: Beginning
    ) throws(StorageError) {
        batch.append(part, ofFile: beginning.source)
        try gather()
    }

    /// Ends a file of records.
    mutating func end(_ beginning: Beginning, encoding: String) {
        if encoding != "UTF-8" { placeSkipped(since: beginning, encoding: encoding) }
        batch.noteEmptyRecords(
            of: beginning.file.path,
            since: beginning.documents,
            beginning.skipped
        )
        note(beginning)
    }

    /// Places what is skipped of a file of records in the file, where its text is not its bytes.
    private mutating func placeSkipped(since beginning: Beginning, encoding: String) {
        let entries = batch.skipped.indices[beginning.skipped...]
            .filter { batch.skipped[$0].byteOffset != nil }
        guard !entries.isEmpty else { return }
        // Standard input cannot be read again.
        let original =
            beginning.file.isStandardInput
            ? nil
            : try? OriginalFile(
                beginning.file,
                text: batch.sources[beginning.source].bytes,
                encoding: encoding
            )
        let places = original?.places(of: entries.compactMap { batch.skipped[$0].byteOffset })
        for (position, entry) in entries.enumerated() {
            batch.skipped[entry].byteOffset = places?[position]
        }
    }

    /// Moves texts out of the heap, if they are too many.
    mutating func gather() throws(StorageError) {
        try gatherer.gather(&batch.sources)
    }

    private func beginning(of file: InputFile) -> Beginning {
        Beginning(
            file: file,
            source: batch.sources.count,
            documents: batch.documents.count,
            skipped: batch.skipped.count
        )
    }

    /// Adds a file to those that gave documents, if it did.
    private mutating func note(_ beginning: Beginning) {
        guard batch.documents.count > beginning.documents else { return }
        // A document of an archive has a path of its own.
        let document = batch.documents[beginning.documents]
        files.append(
            CorpusFile(
                input: beginning.file,
                format: document.path == beginning.file.path ? document.format : .archive,
                source: beginning.source,
                documents: beginning.documents..<batch.documents.count,
                isKnown: known?.contains(beginning.file.systemPath)
            )
        )
    }
}

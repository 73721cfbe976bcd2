public import Leitong
public import LeitongFormats
import LeitongModel
public import LeitongStorage

/// Reads files and folders into a corpus.
public struct Loader: Sendable {
    private let reader: DocumentReader
    private let include: [String]
    private let exclude: [String]
    private let threads: Int
    private let progress: RunProgress
    private let memory: MemoryBudget?

    /// Files of records are read in ranges of this many bytes, side by side.
    private static let recordRangeSize = 1 << 22

    /// Creates a loader.
    ///
    /// - Parameters:
    ///   - reading: How input is read.
    ///   - include: Below folders, only files that fit one of these patterns; all if empty.
    ///   - exclude: Below folders, what fits one of these is left out.
    ///   - threads: Tasks that read side by side; the result does not depend on it.
    ///   - memory: Memory that the run may take, and where texts go beyond; the standard one if `nil`.
    ///   - progress: Told that reading begins.
    /// - Throws: ``LeitongError`` for an unknown encoding.
    public init(
        reading: ReadingOptions = .init(),
        include: [String] = [],
        exclude: [String] = [],
        threads: Int = 1,
        memory: MemoryBudget? = nil,
        progress: RunProgress = .silent
    ) throws {
        do {
            reader = try DocumentReader(options: reading)
        } catch {
            throw LeitongError.unknownEncoding(error.name)
        }
        self.include = include
        self.exclude = exclude
        self.threads = threads
        self.memory = memory
        self.progress = progress
    }

    /// Reads all that the paths lead to.
    ///
    /// A file is one document, however many links and paths lead to it: it is told by the first of its
    /// names in the order of bytes.
    ///
    /// - Parameters:
    ///   - paths: Files, folders, or `-` for standard input, in any order.
    ///   - known: The same of what those are to be compared with (``Pairing/against(_:)``). A file that
    ///     is given in both ways is new only.
    ///   - templates: Files that are no documents, wherever they stand.
    /// - Returns: The documents in the order of their paths; what could not be read is in the batch.
    /// - Throws: ``LeitongError`` where memory ends and no scratch space is to be had.
    /// - Complexity: Linear in the bytes read.
    public func load(
        paths: [String],
        against known: [String] = [],
        besides templates: Templates? = nil
    ) async throws -> Corpus {
        let corpus = try await RunMemory.run(memory, progress: progress) {
            try await read(paths, known, templates)
        }
        progress.count(.bytes, corpus.batch.byteCount)
        progress.count(.documents, corpus.batch.documents.count)
        progress.count(.paragraphs, corpus.batch.paragraphs.count)
        return corpus
    }

    private func read(
        _ paths: [String],
        _ known: [String],
        _ templates: Templates?
    ) async throws -> Corpus {
        progress.begin(.reading)
        var found = InputWalker(include: include, exclude: exclude).walk(paths, known: known)
        templates?.leaveOut(of: &found)
        let isKnown = zip(found.files, found.isKnown).lazy.filter(\.1)
        var loaded = LoadedFiles(
            skipped: found.skipped,
            share: heapShare,
            memory: RunMemory.current,
            known: known.isEmpty ? nil : Set(isKnown.map(\.0.systemPath))
        )
        // Runs of ordinary files are read side by side, a long file of records in ranges of its own.
        var run: [InputFile] = []
        for file in found.files {
            if isReadInRanges(file) {
                try await append(run, to: &loaded)
                run.removeAll()
                try await appendRecords(file, to: &loaded)
            } else {
                run.append(file)
            }
        }
        try await append(run, to: &loaded)
        let batch = loaded.batch
        let ignoredCount = found.ignoredCount + batch.ignoredCount
        return Corpus(
            batch,
            ignoredCount: ignoredCount,
            files: loaded.files,
            furtherNames: found.furtherNames
        )
    }

    /// Whether a file is one of records that is cut into several ranges, or may be.
    private func isReadInRanges(_ file: InputFile) -> Bool {
        guard reader.options.format(ofPath: file.path).isOfRecords else { return false }
        return file.byteCount ?? .max > Swift.min(Self.recordRangeSize, heapShare)
    }

    /// Bytes of texts that may stand on the heap by themselves before they are gathered.
    private var heapShare: Int { RunMemory.current.limit / 8 }

    /// Adds files turn by turn, so that no more stand on the heap than may.
    private func append(_ files: [InputFile], to loaded: inout LoadedFiles) async throws {
        var first = 0
        var byteCount = 0
        for index in files.indices {
            byteCount += files[index].byteCount ?? 0
            guard byteCount > heapShare || index + 1 == files.count else { continue }
            try await append(files, first..<index + 1, to: &loaded)
            try loaded.gather()
            RunMemory.current.relieve()
            (first, byteCount) = (index + 1, 0)
        }
    }

    private func append(
        _ files: [InputFile],
        _ turn: Range<Int>,
        to loaded: inout LoadedFiles
    ) async throws {
        let reader = reader
        let parts = await ParallelRanges.map(
            turn,
            of: files.count,
            chunkSize: 1,
            threads: threads
        ) { range in
            LoadedFile(reader.open(files[range.lowerBound]))
        }
        for (file, part) in zip(files[turn], parts) {
            switch part {
            case .documents(let documents): loaded.append(file, documents)
            case .records(let records, let documents):
                let beginning = loaded.begin(file, text: records.text, lineCount: 0)
                try loaded.append(documents, to: beginning)
                loaded.end(beginning, encoding: records.file.encoding)
            }
        }
    }

    /// A file of which all documents are read.
    private enum LoadedFile: Sendable {
        case documents(DocumentBatch)
        /// A batch that calls the file source 0.
        case records(RecordFile, DocumentBatch)

        init(_ file: OpenedFile) {
            guard case .records(let records) = file else {
                self = .documents(file.read())
                return
            }
            self = .records(records, records.readRange())
        }
    }

    private func appendRecords(_ file: InputFile, to loaded: inout LoadedFiles) async throws {
        let share = HeapShare(byteCount: heapShare, memory: RunMemory.current)
        let opened = try reader.open(file, share: share, threads: threads)
        if case .records(let records) = opened {
            try await append(records, file, to: &loaded)
        } else {
            // Another format than its name says.
            loaded.append(file, opened.read())
        }
        try loaded.gather()
    }

    /// Reads the records of a file in ranges, side by side.
    private func append(
        _ records: RecordFile,
        _ file: InputFile,
        to loaded: inout LoadedFiles
    ) async throws {
        let ranges = records.ranges(size: Self.recordRangeSize)
        let lines = await lineNumbers(of: ranges, in: records)
        let lineCount = lines.reduce(0) { $0 + $1.count }
        let beginning = loaded.begin(file, text: records.text, lineCount: lineCount)
        try await OrderedWork.forEach(
            ranges.indices.map { $0..<$0 + 1 },
            threads: threads
        ) { part in
            let index = part.lowerBound
            return records.read(
                ranges[index],
                firstLine: lines[index].lowerBound,
                lineCount: lines[index].count
            )
        } consume: { part in
            try loaded.append(part, to: beginning)
        }
        loaded.end(beginning, encoding: records.file.encoding)
    }

    /// Numbers of the lines of each range.
    private func lineNumbers(
        of ranges: [Range<Int>],
        in records: RecordFile
    ) async -> [Range<Int>] {
        let counts = await ParallelRanges.map(
            count: ranges.count,
            chunkSize: 1,
            threads: threads
        ) { part in
            records.lineCount(of: ranges[part.lowerBound])
        }
        var next = records.firstLine
        return counts.map { count in
            defer { next += count }
            return next..<next + count
        }
    }
}

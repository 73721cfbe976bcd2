public import Leitong
public import LeitongFormats
import LeitongModel
import LeitongStorage

/// Reads files and folders into a corpus.
///
/// ```swift
/// let corpus = try await Loader().load(paths: ["speeches"])
/// let report = try await Finder().find(in: corpus)
/// ```
public struct Loader: Sendable {
    private let reader: DocumentReader
    private let include: [String]
    private let exclude: [String]
    /// How the load under way is run.
    private var context = RunContext()

    /// Files of records are read in ranges of this many bytes, side by side.
    private static let recordRangeSize = 1 << 22

    /// Creates a loader.
    ///
    /// - Parameters:
    ///   - reading: How input is read.
    ///   - include: Below folders, only files that fit one of these patterns; all if empty.
    ///   - exclude: Below folders, what fits one of these is left out.
    /// - Throws: `LeitongError` for an unknown encoding.
    public init(
        reading: ReadingOptions,
        include: [String] = [],
        exclude: [String] = []
    ) throws {
        do {
            reader = try DocumentReader(options: reading)
        } catch {
            throw LeitongError.unknownEncoding(error.name)
        }
        self.include = include
        self.exclude = exclude
    }

    /// Creates a loader that tells encodings and formats from what the files hold.
    public init() {
        reader = DocumentReader()
        include = []
        exclude = []
    }

    /// Reads all that the paths lead to.
    ///
    /// A file is one document, however many links and paths lead to it: it is told by the first of its
    /// names in the order of bytes.
    ///
    /// - Parameters:
    ///   - paths: Files, folders, or `-` for standard input, in any order.
    ///   - known: The same of what those are to be compared with (`Pairing.against(_:)`). A file that
    ///     is given in both ways is new only.
    ///   - templates: Files that are no documents, wherever they stand.
    ///   - context: How it is run; the corpus does not depend on it.
    /// - Returns: The documents in the order of their paths; the report names what could not be read.
    /// - Throws: `LeitongError` where memory ends and no scratch space is to be had.
    /// - Complexity: Linear in the bytes read.
    public func load(
        paths: [String],
        against known: [String] = [],
        besides templates: Templates? = nil,
        context: RunContext = .init()
    ) async throws -> Corpus {
        var loader = self
        loader.context = context
        let corpus = try await context.run { [loader] in
            try await loader.read(paths, known, templates)
        }
        context.progress.count(.bytes, corpus.batch.byteCount)
        context.progress.count(.documents, corpus.batch.documents.count)
        context.progress.count(.paragraphs, corpus.batch.paragraphs.count)
        return corpus
    }

    private func read(
        _ paths: [String],
        _ known: [String],
        _ templates: Templates?
    ) async throws -> Corpus {
        try context.begin(.reading)
        var found = InputWalker(include: include, exclude: exclude).walk(paths, known: known)
        templates?.leaveOut(of: &found)
        let isKnown = zip(found.files, found.isKnown).lazy.filter(\.1)
        var loaded = LoadedFiles(
            skipped: found.skipped,
            share: heapShare,
            memory: context.memory,
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
    private var heapShare: Int { context.memory.limit / 8 }

    /// Adds files turn by turn, so that no more stand on the heap than may.
    private func append(_ files: [InputFile], to loaded: inout LoadedFiles) async throws {
        var first = 0
        var byteCount = 0
        for index in files.indices {
            byteCount += files[index].byteCount ?? 0
            guard byteCount > heapShare || index + 1 == files.count else { continue }
            try await append(files, first..<index + 1, to: &loaded)
            try loaded.gather()
            context.memory.relieve()
            (first, byteCount) = (index + 1, 0)
        }
    }

    private func append(
        _ files: [InputFile],
        _ turn: Range<Int>,
        to loaded: inout LoadedFiles
    ) async throws {
        let reader = reader
        let parts = try await context.map(
            turn,
            of: files.count,
            chunkSize: 1
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
        let share = HeapShare(byteCount: heapShare, memory: context.memory)
        let opened = try reader.open(file, share: share, context: context)
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
        let lines = try await lineNumbers(of: ranges, in: records)
        let lineCount = lines.reduce(0) { $0 + $1.count }
        let beginning = loaded.begin(file, text: records.text, lineCount: lineCount)
        try await context.forEach(
            ranges.indices.map { $0..<$0 + 1 }
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
    ) async throws -> [Range<Int>] {
        let counts = try await context.map(
            count: ranges.count,
            chunkSize: 1
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

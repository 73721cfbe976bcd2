public import LeitongDocuments

/// Reads files and folders into a collection.
public struct Loader: Sendable {
    private let reader: DocumentReader
    private let include: [String]
    private let exclude: [String]
    private let threads: Int
    private let progress: RunProgress

    /// Files of records are read in ranges of this many bytes, side by side.
    private static let recordRangeSize = 1 << 22

    /// Creates a loader.
    ///
    /// - Parameters:
    ///   - reading: How input is read.
    ///   - include: Below folders, only files that fit one of these patterns; all if empty.
    ///   - exclude: Below folders, what fits one of these is left out.
    ///   - threads: Tasks that read side by side; the result does not depend on it.
    ///   - progress: Told that reading begins.
    /// - Throws: ``LeitongError`` for an unknown encoding.
    public init(
        reading: ReadingOptions = .init(),
        include: [String] = [],
        exclude: [String] = [],
        threads: Int = 1,
        progress: RunProgress = .silent
    ) throws {
        do {
            reader = try DocumentReader(options: reading)
        } catch {
            throw LeitongError(.invalidOption, "unknown encoding \(error.name)")
        }
        self.include = include
        self.exclude = exclude
        self.threads = threads
        self.progress = progress
    }

    /// Reads all that the paths lead to.
    ///
    /// - Parameter paths: Files, folders, or `-` for standard input, in any order.
    /// - Returns: The documents in the order of their paths; what could not be read is in the batch.
    /// - Complexity: Linear in the bytes read.
    public func load(paths: [String]) async -> Collection {
        let collection = await RunProgress.$current.withValue(progress) {
            await read(paths)
        }
        progress.count(.bytes, collection.batch.byteCount)
        progress.count(.documents, collection.batch.documents.count)
        progress.count(.paragraphs, collection.batch.paragraphs.count)
        return collection
    }

    private func read(_ paths: [String]) async -> Collection {
        progress.begin(.reading)
        let found = InputWalker(include: include, exclude: exclude).walk(paths)
        var batch = DocumentBatch()
        batch.skipped = found.skipped
        var read: [CollectionFile] = []
        // Runs of ordinary files are read side by side, a file of records in ranges of its own.
        var run: [InputFile] = []
        for file in found.files {
            if reader.options.format(ofPath: file.path) == .jsonLines {
                await append(run, to: &batch, &read)
                run.removeAll()
                await appendRecords(file, to: &batch, &read)
            } else {
                run.append(file)
            }
        }
        await append(run, to: &batch, &read)
        let ignoredCount = found.ignoredCount + batch.ignoredCount
        return Collection(batch, ignoredCount: ignoredCount, files: read)
    }

    private func append(
        _ files: [InputFile],
        to batch: inout DocumentBatch,
        _ read: inout [CollectionFile]
    ) async {
        let reader = reader
        let parts = await ParallelRanges.map(
            count: files.count,
            chunkSize: 1,
            threads: threads
        ) { range in
            reader.read(files[range.lowerBound])
        }
        for (file, part) in zip(files, parts) {
            let before = (documents: batch.documents.count, source: batch.sources.count)
            batch.append(part)
            note(file, from: before.documents, source: before.source, in: batch, &read)
        }
    }

    /// Adds a file to those that gave documents, if it did.
    private func note(
        _ file: InputFile,
        from first: Int,
        source: Int,
        in batch: DocumentBatch,
        _ read: inout [CollectionFile]
    ) {
        guard batch.documents.count > first else { return }
        // A document of an archive has a path of its own.
        let document = batch.documents[first]
        read.append(
            CollectionFile(
                input: file,
                format: document.path == file.path ? document.format : .archive,
                source: source,
                documents: first..<batch.documents.count
            )
        )
    }

    private func appendRecords(
        _ file: InputFile,
        to batch: inout DocumentBatch,
        _ read: inout [CollectionFile]
    ) async {
        switch reader.load(file) {
        case .skipped(let entry):
            batch.skipped.append(entry)
        case .documents(let part):
            // Another format than its name says.
            let before = (documents: batch.documents.count, source: batch.sources.count)
            batch.append(part)
            note(file, from: before.documents, source: before.source, in: batch, &read)
        case .text(let bytes, let encoding, let evidence):
            let ranges = JSONLinesReader.lineRanges(in: bytes.span, size: Self.recordRangeSize)
            let firstLines = await firstLines(of: ranges, in: bytes)
            let lines = JSONLinesReader(path: file.path, options: reader.options)
            var parts = await ParallelRanges.map(
                count: ranges.count,
                chunkSize: 1,
                threads: threads
            ) { part in
                let index = part.lowerBound
                return lines.read(
                    bytes.span,
                    range: ranges[index],
                    firstLine: firstLines[index],
                    encoding: encoding,
                    evidence: evidence
                )
            }
            let source = batch.sources.count
            let before = (documents: batch.documents.count, skipped: batch.skipped.count)
            batch.sources.append(bytes)
            batch.reserveCapacity(for: parts)
            for index in parts.indices {
                batch.append(parts[index], ofFile: source)
                // Given back at once: the records would stand in memory twice.
                parts[index] = DocumentBatch()
            }
            batch.noteEmptyRecords(of: file.path, since: before.documents, before.skipped)
            note(file, from: before.documents, source: source, in: batch, &read)
        }
    }

    /// Number of the first line of each range.
    private func firstLines(of ranges: [Range<Int>], in bytes: [UInt8]) async -> [Int] {
        let counts = await ParallelRanges.map(
            count: ranges.count,
            chunkSize: 1,
            threads: threads
        ) { part in
            JSONLinesReader.lineCount(of: bytes.span, in: ranges[part.lowerBound])
        }
        var next = 1
        return counts.map { count in
            defer { next += count }
            return next
        }
    }
}

public import LeitongModel
public import LeitongStorage

/// Reads files into documents.
///
/// Troubles are entries of the batch, never errors.
public struct DocumentReader: Sendable {
    /// How input is read.
    public let options: ReadingOptions

    /// Why a reader cannot be made.
    public struct UnknownEncoding: Error, Sendable, Equatable {
        /// The name that iconv does not know.
        public var name: String
    }

    /// Creates a reader.
    ///
    /// - Parameter options: How input is read.
    /// - Throws: ``UnknownEncoding`` for an encoding that iconv does not know.
    public init(options: ReadingOptions) throws(UnknownEncoding) {
        if let encoding = options.encoding, !IconvDecoder.knows(encoding) {
            throw UnknownEncoding(name: encoding)
        }
        self.options = options
    }

    /// A file that was read: as text, as documents, or the reason why not.
    public enum Loaded: Sendable {
        /// Its text.
        case text(LoadedText)
        /// The documents of a file that is more than text.
        case documents(DocumentBatch)
        /// Why it could not be used.
        case skipped(SkippedInput)
    }

    /// Reads and decodes a file.
    ///
    /// - Parameters:
    ///   - file: The file, or standard input.
    ///   - threads: Threads that read and check a large file side by side.
    /// - Returns: Its text or documents, or the reason why there are none.
    /// - Complexity: Linear in the file.
    public func load(_ file: InputFile, threads: Int = 1) -> Loaded {
        let bytes: [UInt8]
        do throws(FileSystem.Failure) {
            bytes = try FileSystem.contents(of: file, limit: ReadingLimits.longestDocument, threads: threads)
        } catch {
            return skipped(file.path, error.reason, error.words)
        }
        var budget = ArchiveBudget(options.limits, size: bytes.count)
        return load(bytes, path: file.path, budget: &budget, threads: threads)
    }

    /// Reads and decodes a file of records: one that is too large for the heap into a flat array.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - heapShare: Bytes that may stand on the heap by themselves.
    ///   - memory: What the array is counted in.
    ///   - threads: Threads that read and check a large file side by side.
    /// - Returns: Its text or documents, or the reason why there are none.
    /// - Throws: ``StorageError`` where memory ends and no scratch space is to be had.
    /// - Complexity: Linear in the file.
    public func loadRecords(
        _ file: InputFile,
        heapShare: Int,
        memory: MemoryBudget,
        threads: Int
    ) throws(StorageError) -> Loaded {
        if file.byteCount ?? 0 > Swift.min(heapShare, ReadingLimits.longestDocument),
            let text = try spillingText(of: file, memory: memory)
        {
            return .text(text)
        }
        return load(file, threads: threads)
    }

    /// The text of a file of records in a flat array, which goes on in a scratch file where memory ends.
    ///
    /// - Returns: `nil` if it cannot be read or is no UTF-8, which reading it as any other file tells
    ///   apart.
    private func spillingText(
        of file: InputFile,
        memory: MemoryBudget
    ) throws(StorageError) -> LoadedText? {
        guard options.encoding == nil,
            let array = try FileSystem.array(of: file, memory: memory), !array.isEmpty,
            UTF8Validation.isValid(array),
            ByteSearch.first(0, in: array.span, 0..<array.count) == array.count
        else { return nil }
        let mark = ByteOrderMark(Array(array.prefix(4)))
        guard mark == nil || mark?.encoding == "UTF-8" else { return nil }
        let start = mark?.length ?? 0
        return LoadedText(
            SourceText(array, start..<array.count, startInFile: start),
            evidence: EncodingEvidence(mark == nil ? .valid : .mark)
        )
    }

    /// Reads the bytes of a file, or of an entry of an archive.
    func load(
        _ bytes: [UInt8],
        path: String,
        budget: inout ArchiveBudget,
        threads: Int = 1
    ) -> Loaded {
        guard bytes.count <= ReadingLimits.longestDocument else {
            return skipped(path, .tooLarge, "is longer than 4 GiB")
        }
        guard !bytes.isEmpty else { return skipped(path, .empty, "is empty") }
        let format = options.format(of: bytes, path: path)
        if format == .archive {
            return .documents(
                ArchiveReader(reader: self, path: path).read(bytes, budget: &budget)
            )
        }
        if let extractor = extractor(of: format) {
            return extracted(bytes, path: path, format, extractor, &budget)
        }
        do throws(DecodingFailure) {
            let text = try TextDecoder(encoding: options.encoding, threads: threads).decode(bytes)
            guard text.bytes.count <= ReadingLimits.longestDocument else {
                return skipped(path, .tooLarge, "is longer than 4 GiB in UTF-8")
            }
            if format == .csv || format == .tsv {
                return .documents(CSVReader(path: path, format, options: options).read(text))
            }
            return .text(
                LoadedText(
                    SourceText(text.bytes, startInFile: text.startInFile),
                    encoding: text.encoding,
                    evidence: text.evidence
                )
            )
        } catch {
            let damage = error.encoding.map {
                DamagedBytes(in: bytes, encoding: $0, from: error.textOffset)
            }
            return skipped(path, error.reason, error.message, error.byteOffset, damage)
        }
    }

    /// What takes the text out of files of a format; `nil` for plain text and records.
    func extractor(of format: DocumentFormat) -> (any TextExtractor)? {
        switch format {
        case .html: HTMLExtractor(encoding: options.encoding)
        case .docx: DOCXExtractor()
        case .odt: ODTExtractor()
        case .epub: EPUBExtractor()
        case .rtf: RTFExtractor(encoding: options.encoding)
        case .pdf: PDFExtractor(limits: options.limits)
        case .doc: LegacyWordExtractor(limits: options.limits)
        case .text, .markdown, .jsonLines, .csv, .tsv, .archive: nil
        }
    }

    private func extracted(
        _ bytes: [UInt8],
        path: String,
        _ format: DocumentFormat,
        _ extractor: any TextExtractor,
        _ budget: inout ArchiveBudget
    ) -> Loaded {
        do throws(ExtractionFailure) {
            let text = try extractor.extract(bytes, &budget)
            guard text.bytes.count <= ReadingLimits.longestDocument else {
                return skipped(path, .tooLarge, "holds more than 4 GiB of text")
            }
            return .documents(TextReader(path: path, format: format).read(text))
        } catch {
            return skipped(path, error.reason, error.message, error.byteOffset)
        }
    }

    /// Reads a file whole.
    ///
    /// - Parameter file: The file, or standard input.
    /// - Returns: Its documents, or the reason why there are none.
    public func read(_ file: InputFile) -> DocumentBatch {
        documents(of: load(file), path: file.path)
    }

    /// Makes documents of a file that was loaded.
    func documents(of loaded: consuming Loaded, path: String) -> DocumentBatch {
        switch loaded {
        case .skipped(let entry):
            var batch = DocumentBatch()
            batch.skipped = [entry]
            return batch
        case .documents(var batch):
            DateFinder.setDates(in: &batch)
            return batch
        case .text(let text):
            return documents(
                of: DecodedText(
                    bytes: text.source.bytes,
                    encoding: text.encoding,
                    evidence: text.evidence,
                    startInFile: text.source.startInFile
                ),
                path: path
            )
        }
    }

    private func documents(of text: DecodedText, path: String) -> DocumentBatch {
        let named = options.format(ofPath: path)
        guard named == .jsonLines else {
            var batch = TextReader(path: path, format: named == .markdown ? .markdown : .text)
                .read(text)
            DateFinder.setDates(in: &batch)
            return batch
        }
        var records = JSONLinesReader(path: path, options: options)
            .read(
                text.bytes.span,
                range: text.bytes.indices,
                firstLine: 1,
                encoding: text.encoding,
                evidence: text.evidence,
                startInFile: text.startInFile
            )
        // An offset in what was decoded is none in the file; the line is named.
        if text.encoding != "UTF-8" { records.clearOffsetsOfSkipped() }
        var batch = DocumentBatch()
        batch.sources = [SourceText(text.bytes, startInFile: text.startInFile)]
        batch.append(records, ofFile: 0)
        batch.noteEmptyRecords(of: path)
        return batch
    }

    private func skipped(
        _ path: String,
        _ reason: SkippedInput.Reason,
        _ message: String,
        _ byteOffset: Int? = nil,
        _ damage: DamagedBytes? = nil
    ) -> Loaded {
        .skipped(
            SkippedInput(
                path: path,
                reason: reason,
                message: message,
                byteOffset: byteOffset,
                damage: damage
            )
        )
    }
}

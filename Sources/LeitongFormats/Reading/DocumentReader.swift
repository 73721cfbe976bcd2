public import LeitongModel
public import LeitongRun
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

    /// Creates a reader that tells encodings and formats from what the files hold.
    public init() {
        options = ReadingOptions()
    }

    /// Opens a file: reads its bytes, tells its format, and reads what is in it, but for records.
    ///
    /// - Parameters:
    ///   - file: The file, or standard input.
    ///   - share: What a file of records may take of the heap.
    ///   - context: Its threads read and check a large file side by side.
    /// - Returns: Its records or documents, or the reason why there are none.
    /// - Throws: ``StorageError`` where memory ends and no scratch space is to be had.
    /// - Complexity: Linear in the file.
    public func open(
        _ file: InputFile,
        share: HeapShare,
        context: RunContext
    ) throws(StorageError) -> OpenedFile {
        // What is converted, or taken out of a format, has to stand on the heap.
        guard options.encoding == nil, options.format(ofPath: file.path).isOfRecords else {
            return open(file, context: context)
        }
        do throws(FileSystem.ReadFailure) {
            let limit = ReadingLimits.longestDocument
            switch try FileSystem.bytes(of: file, limit: limit, share: share, context: context) {
            case .heap(let bytes): return open(bytes, path: file.path, context: context)
            case .scratch(let array): return open(array, path: file.path, context: context)
            }
        } catch {
            switch error {
            case .system(let failure): return skipped(file.path, failure.reason, failure.words)
            case .storage(let failure): throw failure
            }
        }
    }

    /// Opens a file on the heap.
    ///
    /// - Parameters:
    ///   - file: The file, or standard input.
    ///   - context: Its threads read and check a large file side by side.
    /// - Returns: Its records or documents, or the reason why there are none.
    /// - Complexity: Linear in the file.
    public func open(_ file: InputFile, context: RunContext = .oneThread) -> OpenedFile {
        do throws(FileSystem.Failure) {
            let limit = ReadingLimits.longestDocument
            let bytes = try FileSystem.contents(of: file, limit: limit, context: context)
            return open(bytes, path: file.path, context: context)
        } catch {
            return skipped(file.path, error.reason, error.words)
        }
    }

    /// Reads a file whole.
    ///
    /// - Parameter file: The file, or standard input.
    /// - Returns: Its documents, or the reason why there are none.
    public func read(_ file: InputFile) -> DocumentBatch {
        open(file).read()
    }

    /// Opens the bytes of a file in a flat array, which only records in UTF-8 are read from.
    private func open(_ array: FlatArray<UInt8>, path: String, context: RunContext) -> OpenedFile {
        let format = options.format(
            of: Array(array.prefix(FormatDetector.lookedAtCount)),
            path: path
        )
        if format.isOfRecords, let start = TextDecoder.startOfPlainUTF8(in: array) {
            return records(
                SourceText(array, start..<array.count, startInFile: start),
                DocumentFile(
                    path: path,
                    format: format,
                    encodingEvidence: EncodingEvidence(start == 0 ? .valid : .mark)
                )
            )
        }
        guard array.count <= ReadingLimits.longestDocument else {
            return skipped(path, .tooLarge, "is longer than 4 GiB")
        }
        return open(Array(array[...]), path: path, context: context)
    }

    /// Opens the bytes of a file.
    func open(_ bytes: [UInt8], path: String, context: RunContext = .oneThread) -> OpenedFile {
        var budget = ArchiveBudget(
            options.limits,
            hints: options.hints,
            size: bytes.count
        )
        return open(bytes, path: path, budget: &budget, context: context)
    }

    /// Opens the bytes of a file, or of an entry of an archive.
    func open(
        _ bytes: [UInt8],
        path: String,
        budget: inout ArchiveBudget,
        context: RunContext = .oneThread
    ) -> OpenedFile {
        guard bytes.count <= ReadingLimits.longestDocument else {
            return skipped(path, .tooLarge, "is longer than 4 GiB")
        }
        guard !bytes.isEmpty else { return skipped(path, .empty, "is empty") }
        let format = options.format(of: bytes, path: path)
        if format == .archive {
            return .documents(
                dated(ArchiveReader(reader: self, path: path).read(bytes, budget: &budget))
            )
        }
        if let extractor = extractor(of: format) {
            return extracted(bytes, path: path, format, extractor, &budget)
        }
        return decoded(bytes, path: path, format, context: context)
    }

    /// Reads plain text, and opens records.
    private func decoded(
        _ bytes: [UInt8],
        path: String,
        _ format: DocumentFormat,
        context: RunContext
    ) -> OpenedFile {
        do throws(DecodingFailure) {
            let text = try TextDecoder(
                encoding: options.encoding,
                context: context,
                hints: options.hints
            )
            .decode(bytes)
            guard text.bytes.count <= ReadingLimits.longestDocument else {
                return skipped(path, .tooLarge, "is longer than 4 GiB in UTF-8")
            }
            guard format.isOfRecords else {
                return .documents(dated(TextReader(path: path, format: format).read(text)))
            }
            return records(
                SourceText(text.bytes, startInFile: text.startInFile),
                DocumentFile(
                    path: path,
                    format: format,
                    encoding: text.encoding,
                    encodingEvidence: text.evidence
                )
            )
        } catch {
            let damage = error.encoding.map {
                DamagedBytes(in: bytes, encoding: $0, from: error.textOffset)
            }
            return skipped(path, error.reason, error.message, error.byteOffset, damage)
        }
    }

    private func records(_ text: SourceText, _ file: DocumentFile) -> OpenedFile {
        if file.format == .jsonLines {
            let reader = JSONLinesReader(file, options: options, startInFile: text.startInFile)
            return .records(RecordFile(text, file, reader))
        }
        let reader = text.withSpan { CSVReader(file, options: options, $0) }
        if let reader { return .records(RecordFile(text, file, reader)) }
        let message = "has no column \"\(options.textField)\"" + options.hints.behind(.noTextField)
        return skipped(file.path, .badRecord, message)
    }

    /// What takes the text out of files of a format; `nil` for plain text and records.
    func extractor(of format: DocumentFormat) -> (any TextExtractor)? {
        switch format {
        case .html: HTMLExtractor(encoding: options.encoding, hints: options.hints)
        case .docx: DOCXExtractor()
        case .odt: ODTExtractor()
        case .epub: EPUBExtractor(hints: options.hints)
        case .rtf: RTFExtractor(encoding: options.encoding)
        case .pdf: PDFExtractor(limits: options.limits, hints: options.hints)
        case .doc: LegacyWordExtractor(limits: options.limits, hints: options.hints)
        case .text, .markdown, .jsonLines, .csv, .tsv, .archive: nil
        }
    }

    private func extracted(
        _ bytes: [UInt8],
        path: String,
        _ format: DocumentFormat,
        _ extractor: any TextExtractor,
        _ budget: inout ArchiveBudget
    ) -> OpenedFile {
        do throws(ExtractionFailure) {
            let text = try extractor.extract(bytes, &budget)
            guard text.bytes.count <= ReadingLimits.longestDocument else {
                return skipped(path, .tooLarge, "holds more than 4 GiB of text")
            }
            return .documents(dated(TextReader(path: path, format: format).read(text)))
        } catch {
            return skipped(path, error.reason, error.message, error.byteOffset)
        }
    }

    private func dated(_ batch: consuming DocumentBatch) -> DocumentBatch {
        DateFinder.setDates(in: &batch)
        return batch
    }

    private func skipped(
        _ path: String,
        _ reason: SkippedInput.Reason,
        _ message: String,
        _ byteOffset: Int? = nil,
        _ damage: DamagedBytes? = nil
    ) -> OpenedFile {
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

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

    /// Longest file that can be read: offsets in a document have 32 bits.
    static let byteLimit = Int(UInt32.max)

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

    /// A file that was read and decoded, or the reason why not.
    public enum Loaded: Sendable {
        /// Text in UTF-8, the encoding it was in, and how that was told.
        case text([UInt8], encoding: String, evidence: EncodingEvidence)
        /// Why it could not be used.
        case skipped(SkippedInput)
    }

    /// Reads and decodes a file.
    ///
    /// - Parameter file: The file, or standard input.
    /// - Returns: Its text, or the reason why there is none.
    /// - Complexity: Linear in the file.
    public func load(_ file: InputFile) -> Loaded {
        let bytes: [UInt8]
        do throws(FileSystem.Failure) {
            bytes = try FileSystem.contents(of: file, limit: Self.byteLimit)
        } catch {
            return skipped(file, error.reason, error.words)
        }
        guard bytes.count <= Self.byteLimit else {
            return skipped(file, .tooLarge, "is longer than 4 GiB")
        }
        guard !bytes.isEmpty else { return skipped(file, .empty, "is empty") }
        do throws(DecodingFailure) {
            let text = try TextDecoder(encoding: options.encoding).decode(bytes)
            guard text.bytes.count <= Self.byteLimit else {
                return skipped(file, .tooLarge, "is longer than 4 GiB in UTF-8")
            }
            return .text(text.bytes, encoding: text.encoding, evidence: text.evidence)
        } catch {
            let damage = error.encoding.map {
                DamagedBytes(in: bytes, encoding: $0, from: error.textOffset)
            }
            return skipped(file, error.reason, error.message, error.byteOffset, damage)
        }
    }

    /// Reads a file whole.
    ///
    /// - Parameter file: The file, or standard input.
    /// - Returns: Its documents, or the reason why there are none.
    public func read(_ file: InputFile) -> DocumentBatch {
        switch load(file) {
        case .skipped(let entry):
            var batch = DocumentBatch()
            batch.skipped = [entry]
            return batch
        case .text(let bytes, let encoding, let evidence):
            var batch = documents(of: file, text: bytes, encoding: encoding)
            batch.setEvidence(evidence, of: batch.documents.indices)
            return batch
        }
    }

    /// Makes the documents of a file that was loaded.
    public func documents(of file: InputFile, text: [UInt8], encoding: String) -> DocumentBatch {
        let format = options.format(ofPath: file.path)
        guard format == .jsonLines else {
            var batch = TextReader(path: file.path, format: format)
                .read(DecodedText(bytes: text, encoding: encoding))
            DateFinder.setDates(in: &batch)
            return batch
        }
        let records = JSONLinesReader(path: file.path, options: options)
            .read(text.span, range: 0..<text.count, firstLine: 1, encoding: encoding)
        var batch = DocumentBatch()
        batch.sources = [text]
        batch.append(records, ofFile: 0)
        batch.noteEmptyRecords(of: file)
        return batch
    }

    private func skipped(
        _ file: InputFile,
        _ reason: SkippedInput.Reason,
        _ message: String,
        _ byteOffset: Int? = nil,
        _ damage: DamagedBytes? = nil
    ) -> Loaded {
        .skipped(
            SkippedInput(
                path: file.path,
                reason: reason,
                message: message,
                byteOffset: byteOffset,
                damage: damage
            )
        )
    }
}

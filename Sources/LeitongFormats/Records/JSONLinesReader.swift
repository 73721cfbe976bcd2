public import LeitongModel

/// Reads records: one JSON object a line, each a document.
///
/// The text of a record stays where it is in the file. A record without an id is named by its line,
/// `FILE:LINE`, and so is one whose id is empty. A line that is no record is skipped with its reason; empty lines are nothing.
public struct JSONLinesReader: RecordReader {
    /// Number of the line that the first record may stand on.
    public let firstLine = 1

    private let file: DocumentFile
    /// Where the text begins in its file: the records and what is skipped are placed in the file.
    private let startInFile: Int
    private let names: JSONRecord.FieldNames

    /// Creates a reader for one file.
    ///
    /// - Parameters:
    ///   - file: The file, as all its records have it in common.
    ///   - options: Names of the fields.
    ///   - startInFile: Where the text begins in its file: behind a byte order mark.
    public init(_ file: DocumentFile, options: ReadingOptions, startInFile: Int = 0) {
        self.file = file
        self.startInFile = startInFile
        names = JSONRecord.FieldNames(
            id: Array(options.idField.utf8),
            text: Array(options.textField.utf8),
            title: Array(options.titleField.utf8),
            date: Array(options.dateField.utf8)
        )
    }

    /// Creates a reader for a file in UTF-8.
    ///
    /// - Parameters:
    ///   - path: Path of the file, as it is named in reports.
    ///   - options: Names of the fields.
    public init(path: String, options: ReadingOptions) {
        self.init(DocumentFile(path: path, format: .jsonLines), options: options)
    }

    /// Cuts a file into ranges of whole lines.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - size: Bytes a range has at least, but for the last.
    /// - Returns: Ranges that cover the file; they depend on the file only.
    public func ranges(in bytes: Span<UInt8>, size: Int) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        while start < bytes.count {
            let last = start + Swift.min(Swift.max(size, 1), bytes.count - start) - 1
            let lineEnd = ByteSearch.first(0x0A, in: bytes, last..<bytes.count)
            let end = Swift.min(lineEnd + 1, bytes.count)
            ranges.append(start..<end)
            start = end
        }
        return ranges
    }

    /// Counts the lines that end in a range.
    public func lineCount(of bytes: Span<UInt8>, in range: Range<Int>) -> Int {
        ByteSearch.count(0x0A, in: bytes, range)
    }

    /// Reads the records of a range of lines.
    ///
    /// - Parameters:
    ///   - bytes: The file in UTF-8.
    ///   - range: Range of whole lines.
    ///   - firstLine: Number of the first line of the range, from 1.
    ///   - lineCount: Number of its lines, where it is known: room is made for as many records.
    /// - Returns: A batch whose documents call the file source 0. Its own sources, counted from 1, hold
    ///   the texts that have escapes and are long or of several paragraphs: resolved once, not for each.
    public func read(
        _ bytes: Span<UInt8>,
        range: Range<Int>,
        firstLine: Int,
        lineCount: Int = 0
    ) -> DocumentBatch {
        var records = RecordBatch(file: file, startInFile: startInFile)
        records.batch.reserveCapacity(recordsOn: lineCount, of: range.count)
        var line = firstLine
        var start = range.lowerBound
        while start < range.upperBound {
            let end = ByteSearch.first(0x0A, in: bytes, start..<range.upperBound)
            records.readLine(bytes, start..<end, number: line, names)
            start = end + 1
            line += 1
        }
        return records.finish()
    }
}

/// The documents of one range, growing line by line.
private struct RecordBatch {
    let file: DocumentFile
    /// Where the text begins in its file.
    let startInFile: Int
    var batch = DocumentBatch()
    private var splitter = ParagraphSplitter()
    private var scratch: [UInt8] = []
    private var resolved: [UInt8] = []

    init(file: DocumentFile, startInFile: Int) {
        self.file = file
        self.startInFile = startInFile
    }

    mutating func readLine(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>,
        number: Int,
        _ names: borrowing JSONRecord.FieldNames
    ) {
        guard !JSONBytes.areSpaces(bytes, range) else { return }
        if let trouble = RecordTrouble.ofSize(line: number, byteCount: range.count) {
            skip(number, trouble, range.lowerBound)
            return
        }
        do throws(JSONScanner.Failure) {
            let record = try JSONRecord(bytes, line: range, names: names)
            guard let text = record.text else {
                skip(number, RecordTrouble.noText, range.lowerBound)
                return
            }
            add(text, record, bytes, range, line: number)
        } catch {
            skip(number, "is not a JSON record: \(error.message)", error.offset)
        }
    }

    private mutating func add(
        _ text: JSONRecord.Field,
        _ record: JSONRecord,
        _ bytes: Span<UInt8>,
        _ range: Range<Int>,
        line: Int
    ) {
        let number = UInt32(batch.documents.count)
        let first = batch.paragraphs.count
        let scalarCount = split(text, bytes, number)
        var document = Document(
            file: file,
            line: line,
            source: 0,
            textByteRange: text.bytes,
            isEscaped: text.isEscaped,
            title: record.title.map { string($0, bytes) },
            scalarCount: scalarCount,
            paragraphs: first..<batch.paragraphs.count,
            recordByteRange: range.lowerBound + startInFile..<range.upperBound + startInFile
        )
        if let date = record.date.flatMap({ DateFinder.date(ofField: string($0, bytes)) }) {
            document.setDate(date, from: .field)
        }
        let isReadOften =
            document.paragraphs.count > 1 || scratch.count > Self.longestResolvedEachTime
        if text.isEscaped, isReadOften {
            document.source = 1
            document.isEscaped = false
            document.textByteRange = resolved.count..<resolved.count + scratch.count
            resolved.append(contentsOf: scratch)
        }
        if let id = record.id, id.isEscaped {
            document.id = string(id, bytes)
            batch.documents.append(document)
        } else {
            // No string for each of a million records.
            batch.documents.append(document, id: bytes.extracting(record.id?.bytes ?? 0..<0))
        }
    }

    /// Longer texts are kept as resolved: each passage in them would resolve them anew.
    private static let longestResolvedEachTime = 1 << 12

    /// Ends the range.
    consuming func finish() -> DocumentBatch {
        if !resolved.isEmpty { batch.sources = [SourceText(resolved)] }
        return batch
    }

    /// Cuts a text into paragraphs and returns its number of scalars.
    private mutating func split(
        _ text: JSONRecord.Field,
        _ bytes: Span<UInt8>,
        _ document: UInt32
    ) -> Int {
        guard text.isEscaped else {
            // The inside of a JSON string holds no line end but in an escape.
            return ParagraphSplitter.splitLine(
                bytes.extracting(text.bytes),
                document: document,
                into: &batch.paragraphs
            )
        }
        scratch.removeAll(keepingCapacity: true)
        JSONStringDecoder.unescape(bytes.extracting(text.bytes), into: &scratch)
        // A second reference for the time of the call: the span may not borrow from what changes.
        let unescaped = scratch
        return splitter.split(unescaped.span, document: document, into: &batch.paragraphs)
    }

    private mutating func skip(_ line: Int, _ message: String, _ offset: Int) {
        batch.skipped.append(
            SkippedInput(
                path: "\(file.path):\(line)",
                reason: .badRecord,
                message: message,
                byteOffset: offset + startInFile
            )
        )
    }

    private func string(_ field: JSONRecord.Field, _ bytes: Span<UInt8>) -> String {
        guard field.isEscaped else { return ByteSearch.string(bytes, field.bytes) }
        var value: [UInt8] = []
        JSONStringDecoder.unescape(bytes.extracting(field.bytes), into: &value)
        return String(decoding: value, as: UTF8.self)
    }
}

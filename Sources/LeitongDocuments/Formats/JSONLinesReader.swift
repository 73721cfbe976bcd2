/// Reads records: one JSON object a line, each a document.
///
/// The text of a record stays where it is in the file. A record without an id is named by its line,
/// `FILE:LINE`. A line that is no record is skipped with its reason; empty lines are nothing.
public struct JSONLinesReader: Sendable {
    private let path: String
    private let names: JSONRecord.FieldNames

    /// Creates a reader for one file.
    ///
    /// - Parameters:
    ///   - path: Path of the file, as it is named in reports.
    ///   - options: Names of the fields.
    public init(path: String, options: ReadingOptions) {
        self.path = path
        names = JSONRecord.FieldNames(
            id: Array(options.idField.utf8),
            text: Array(options.textField.utf8),
            title: Array(options.titleField.utf8)
        )
    }

    /// Cuts a file into ranges of whole lines, to be read side by side.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - size: Bytes a range has at least, but for the last.
    /// - Returns: Ranges that cover the file; they depend on the file only.
    public static func lineRanges(in bytes: Span<UInt8>, size: Int) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        while start < bytes.count {
            var end = Swift.min(start + size, bytes.count)
            while end < bytes.count, bytes[end - 1] != 0x0A { end += 1 }
            ranges.append(start..<end)
            start = end
        }
        return ranges
    }

    /// Counts the lines that end in a range.
    public static func lineCount(of bytes: Span<UInt8>, in range: Range<Int>) -> Int {
        let part = bytes.extracting(range)
        var count = 0
        for index in 0..<part.count { count += part[index] == 0x0A ? 1 : 0 }
        return count
    }

    /// Reads the records of a range of lines.
    ///
    /// - Parameters:
    ///   - bytes: The file in UTF-8.
    ///   - range: Range of whole lines.
    ///   - firstLine: Number of the first line of the range, from 1.
    ///   - encoding: Encoding the file was in.
    /// - Returns: A batch without sources, whose documents refer to source 0.
    public func read(
        _ bytes: Span<UInt8>,
        range: Range<Int>,
        firstLine: Int,
        encoding: String
    ) -> DocumentBatch {
        var batch = DocumentBatch()
        var splitter = ParagraphSplitter()
        var scratch: [UInt8] = []
        var line = firstLine
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start
            while end < range.upperBound, bytes[end] != 0x0A { end += 1 }
            readLine(bytes, start..<end, line, encoding, &batch, &splitter, &scratch)
            start = end + 1
            line += 1
        }
        return batch
    }

    private func readLine(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>,
        _ line: Int,
        _ encoding: String,
        _ batch: inout DocumentBatch,
        _ splitter: inout ParagraphSplitter,
        _ scratch: inout [UInt8]
    ) {
        guard (range.contains { !JSONBytes.isSpace(bytes[$0]) }) else { return }
        do throws(JSONScanner.Failure) {
            let record = try JSONRecord(bytes, line: range, names: names)
            guard let text = record.text else {
                skip(line, "no text field", range.lowerBound, &batch)
                return
            }
            add(text, record, bytes, line, encoding, &batch, &splitter, &scratch)
        } catch {
            skip(line, "no record: \(error.message)", error.offset, &batch)
        }
    }

    private func add(
        _ text: JSONRecord.Field,
        _ record: JSONRecord,
        _ bytes: Span<UInt8>,
        _ line: Int,
        _ encoding: String,
        _ batch: inout DocumentBatch,
        _ splitter: inout ParagraphSplitter,
        _ scratch: inout [UInt8]
    ) {
        var document = Document(
            name: record.id.map { string($0, bytes) } ?? "\(path):\(line)",
            path: path,
            source: 0,
            textByteRange: text.bytes,
            isEscaped: text.isEscaped,
            format: .jsonLines,
            encoding: encoding,
            title: record.title.map { string($0, bytes) }
        )
        let first = batch.paragraphs.count
        let number = UInt32(batch.documents.count)
        if text.isEscaped {
            scratch.removeAll(keepingCapacity: true)
            JSONStringDecoder.unescape(bytes.extracting(text.bytes), into: &scratch)
            document.scalarCount = splitter.split(
                scratch.span,
                document: number,
                into: &batch.paragraphs
            )
        } else {
            document.scalarCount = splitter.split(
                bytes.extracting(text.bytes),
                document: number,
                into: &batch.paragraphs
            )
        }
        document.paragraphs = first..<batch.paragraphs.count
        batch.documents.append(document)
    }

    private func skip(_ line: Int, _ message: String, _ offset: Int, _ batch: inout DocumentBatch) {
        batch.skipped.append(
            SkippedInput(
                path: "\(path):\(line)",
                reason: .badRecord,
                message: message,
                byteOffset: offset
            )
        )
    }

    private func string(_ field: JSONRecord.Field, _ bytes: Span<UInt8>) -> String {
        var value: [UInt8] = []
        JSONStringDecoder.unescape(bytes.extracting(field.bytes), into: &value)
        return String(decoding: value, as: UTF8.self)
    }
}

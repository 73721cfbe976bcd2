import LeitongModel

/// Reads tables of records (RFC 4180): the first row names the fields, each other row is a document.
///
/// The text of a row stays where it is in the file, unless quotation marks or text behind them part it.
struct CSVReader: RecordReader {
    /// Number of the line behind the row of names.
    let firstLine: Int

    private let file: DocumentFile
    private let separator: UInt8
    private let columns: Columns
    /// Where the rows of records begin.
    private let start: Int

    /// Creates a reader for one file; `nil` if the first row names no field of texts.
    ///
    /// - Parameters:
    ///   - file: The file, as all its records have it in common.
    ///   - options: Names of the fields.
    ///   - bytes: The file in UTF-8.
    init?(_ file: DocumentFile, options: ReadingOptions, _ bytes: Span<UInt8>) {
        separator = UInt8(ascii: file.format == .tsv ? "\t" : ",")
        var names = CSVScanner.Row()
        var scanner = CSVScanner(0..<bytes.count, firstLine: 1, separator: separator)
        guard scanner.next(bytes, into: &names), let columns = Columns(names, bytes, options) else {
            return nil
        }
        self.file = file
        self.columns = columns
        start = scanner.position
        firstLine = scanner.line
    }

    /// Which columns are read, by the names in the first row.
    private struct Columns {
        let text: Int
        let id: Int?
        let title: Int?
        let date: Int?

        /// Finds the columns; without one of texts there is nothing to read.
        init?(_ row: CSVScanner.Row, _ bytes: Span<UInt8>, _ options: ReadingOptions) {
            let names = row.cells.indices.map { row.text($0, bytes) }
            guard let text = names.firstIndex(of: options.textField) else { return nil }
            self.text = text
            id = names.firstIndex(of: options.idField)
            title = names.firstIndex(of: options.titleField)
            date = names.firstIndex(of: options.dateField)
        }
    }

    func ranges(in bytes: Span<UInt8>, size: Int) -> [Range<Int>] {
        CSVQuotes(separator: separator).ranges(in: bytes, of: start..<bytes.count, size: size)
    }

    func lineCount(of bytes: Span<UInt8>, in range: Range<Int>) -> Int {
        CSVQuotes(separator: separator).lineCount(of: bytes, in: range)
    }

    func read(
        _ bytes: Span<UInt8>,
        range: Range<Int>,
        firstLine: Int,
        lineCount: Int
    ) -> DocumentBatch {
        var records = RowBatch(file: file)
        records.batch.reserveCapacity(recordsOn: lineCount, of: range.count)
        var scanner = CSVScanner(range, firstLine: firstLine, separator: separator)
        var row = CSVScanner.Row()
        while scanner.next(bytes, into: &row) {
            if row.isBlank { continue }
            if let trouble = trouble(with: row) {
                records.skip(row, trouble)
            } else {
                add(row, bytes, to: &records)
            }
        }
        return records.finish()
    }

    private func trouble(with row: CSVScanner.Row) -> String? {
        if row.isOpen { return "has a quotation mark that never closes" }
        guard row.cells.indices.contains(columns.text) else { return RecordTrouble.noText }
        return RecordTrouble.ofSize(line: row.line, byteCount: row.range.count)
    }

    private func add(_ row: CSVScanner.Row, _ bytes: Span<UInt8>, to records: inout RowBatch) {
        var document = records.document(row, row.cells[columns.text], bytes)
        document.id = row.text(columns.id, bytes) ?? ""
        document.details.title = row.text(columns.title, bytes)
        if let date = row.text(columns.date, bytes).flatMap({ DateFinder.date(ofField: $0) }) {
            document.setDate(date, from: .field)
        }
        records.batch.documents.append(document)
    }
}

/// The documents of one range, growing row by row.
private struct RowBatch {
    let file: DocumentFile
    var batch = DocumentBatch()
    private var splitter = ParagraphSplitter()
    private var resolved: [UInt8] = []

    init(file: DocumentFile) {
        self.file = file
    }

    /// Cuts the text of a row into paragraphs, and makes a document of it.
    mutating func document(
        _ row: CSVScanner.Row,
        _ cell: CSVScanner.Cell,
        _ bytes: Span<UInt8>
    ) -> Document {
        let first = batch.paragraphs.count
        var place = cell.bytes
        let scalarCount: Int
        if cell.isResolved {
            scalarCount = split(row.resolved.span.extracting(cell.bytes))
            place = resolved.count..<resolved.count + cell.bytes.count
            resolved.append(contentsOf: row.resolved[cell.bytes])
        } else {
            scalarCount = split(bytes.extracting(cell.bytes))
        }
        return Document(
            file: file,
            line: row.line,
            source: cell.isResolved ? 1 : 0,
            textByteRange: place,
            scalarCount: scalarCount,
            paragraphs: first..<batch.paragraphs.count
        )
    }

    private mutating func split(_ text: Span<UInt8>) -> Int {
        let number = UInt32(batch.documents.count)
        return splitter.split(text, document: number, into: &batch.paragraphs)
    }

    mutating func skip(_ row: CSVScanner.Row, _ message: String) {
        batch.skip("\(file.path):\(row.line)", ExtractionFailure(.badRecord, message))
    }

    /// Ends the range.
    consuming func finish() -> DocumentBatch {
        if !resolved.isEmpty { batch.sources = [SourceText(resolved)] }
        return batch
    }
}

import LeitongModel

/// Reads tables of records (RFC 4180): the first row names the fields, each other row is a document.
struct CSVReader {
    private let path: String
    private let format: DocumentFormat
    private let options: ReadingOptions

    init(path: String, _ format: DocumentFormat, options: ReadingOptions) {
        self.path = path
        self.format = format
        self.options = options
    }

    /// Which columns are read, by the names in the first row.
    private struct Columns {
        let text: Int
        let id: Int?
        let title: Int?
        let date: Int?

        /// Finds the columns; without one of texts there is nothing to read.
        init?(_ head: CSVRows.Row, _ options: ReadingOptions) {
            let names = head.cells.map { String(decoding: $0, as: UTF8.self) }
            guard let text = names.firstIndex(of: options.textField) else { return nil }
            self.text = text
            id = names.firstIndex(of: options.idField)
            title = names.firstIndex(of: options.titleField)
            date = names.firstIndex(of: options.dateField)
        }
    }

    /// Makes a document of each row that has a text.
    func read(_ text: DecodedText) -> DocumentBatch {
        var batch = DocumentBatch()
        var rows = CSVRows(text.bytes, separator: format == .tsv ? 0x09 : 0x2C)
        guard let columns = rows.next().flatMap({ Columns($0, options) }) else {
            let message = "has no column \"\(options.textField)\" (--text-field names one)"
            batch.skip(path, ExtractionFailure(.badRecord, message))
            return batch
        }
        let file = DocumentFile(
            path: path,
            format: format,
            encoding: text.encoding,
            encodingEvidence: text.evidence
        )
        var source: [UInt8] = []
        var splitter = ParagraphSplitter()
        while let row = rows.next() {
            guard !row.isBlank else { continue }
            guard row.cells.indices.contains(columns.text), !row.isOpen else {
                let message =
                    row.isOpen ? "has a quotation mark that never closes" : "has no text field"
                batch.skip("\(path):\(row.line)", ExtractionFailure(.badRecord, message))
                continue
            }
            let cell = row.cells[columns.text]
            let first = batch.paragraphs.count
            let number = UInt32(batch.documents.count)
            let count = splitter.split(cell.span, document: number, into: &batch.paragraphs)
            var document = Document(
                file: file,
                id: row.text(columns.id) ?? "",
                line: row.line,
                source: 0,
                textByteRange: source.count..<source.count + cell.count,
                title: row.text(columns.title),
                scalarCount: count,
                paragraphs: first..<batch.paragraphs.count
            )
            if let date = row.text(columns.date).flatMap({ DateFinder.date(ofField: $0) }) {
                document.setDate(date, from: .field)
            }
            batch.documents.append(document)
            source += cell
        }
        if batch.documents.isEmpty {
            batch.noteEmptyRecords(of: path)
        } else {
            batch.sources = [SourceText(source)]
        }
        return batch
    }
}

/// The rows of a table, with their quotation marks resolved.
struct CSVRows {
    /// One row.
    struct Row {
        var cells: [[UInt8]] = [[]]
        /// Line it begins on, from 1.
        var line: Int
        /// Whether a quotation mark never closes.
        var isOpen = false

        var isBlank: Bool { cells.count == 1 && cells[0].isEmpty }

        func text(_ column: Int?) -> String? {
            guard let column, cells.indices.contains(column) else { return nil }
            return String(decoding: cells[column], as: UTF8.self)
        }
    }

    private let bytes: [UInt8]
    private let separator: UInt8
    private var position = 0
    private var line = 1

    init(_ bytes: [UInt8], separator: UInt8) {
        self.bytes = bytes
        self.separator = separator
    }

    mutating func next() -> Row? {
        guard position < bytes.count else { return nil }
        var row = Row(line: line)
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0x22, row.cells[row.cells.count - 1].isEmpty {
                readQuoted(&row)
                continue
            }
            position += 1
            if byte == separator {
                row.cells.append([])
            } else if byte == 0x0A || byte == 0x0D {
                if byte == 0x0D, position < bytes.count, bytes[position] == 0x0A { position += 1 }
                line += 1
                return row
            } else {
                row.cells[row.cells.count - 1].append(byte)
            }
        }
        return row
    }

    /// Reads up to the mark that closes; two marks are one in the text.
    private mutating func readQuoted(_ row: inout Row) {
        position += 1
        let cell = row.cells.count - 1
        while position < bytes.count {
            let end = ByteSearch.first(0x22, in: bytes.span, position..<bytes.count)
            row.cells[cell] += bytes[position..<end]
            line += ByteSearch.count(0x0A, in: bytes.span, position..<end)
            position = min(end + 1, bytes.count)
            guard end < bytes.count else { break }
            guard position < bytes.count, bytes[position] == 0x22 else { return }
            row.cells[cell].append(0x22)
            position += 1
        }
        row.isOpen = true
    }
}

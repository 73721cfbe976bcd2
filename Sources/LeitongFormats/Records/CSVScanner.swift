import LeitongModel

/// Walks over the rows of a table (RFC 4180) without building what stands in the file as it is meant.
///
/// More is accepted than the standard writes: a mark counts only where a cell begins, text may follow
/// the mark that closes, and rows end in LF, CR LF or CR.
struct CSVScanner {
    /// One cell: a stretch of the file, or of what was resolved for its row.
    struct Cell: Equatable {
        var bytes: Range<Int>
        /// Whether the stretch is one of ``Row/resolved``.
        var isResolved = false
    }

    /// One row.
    struct Row {
        var cells: [Cell] = []
        /// Cells that do not stand in the file in one piece, one behind the other.
        var resolved: [UInt8] = []
        /// Where the row stands, its line end included.
        var range = 0..<0
        /// Line it begins on, from 1.
        var line = 1
        /// Whether a quotation mark never closes.
        var isOpen = false

        var isBlank: Bool { cells.count == 1 && cells[0].bytes.isEmpty }

        /// The text of a cell; `nil` if the row has none there.
        func text(_ column: Int?, _ bytes: Span<UInt8>) -> String? {
            guard let column, cells.indices.contains(column) else { return nil }
            let cell = cells[column]
            return cell.isResolved
                ? String(decoding: resolved[cell.bytes], as: UTF8.self)
                : ByteSearch.string(bytes, cell.bytes)
        }
    }

    /// Where the walk stands.
    private(set) var position: Int
    /// Line it stands on, from 1.
    private(set) var line: Int
    private let end: Int
    private let separator: UInt8

    /// Creates a walk over rows.
    ///
    /// - Parameters:
    ///   - range: Where the rows stand; it begins with one.
    ///   - firstLine: Number of the first line, from 1.
    ///   - separator: What stands between cells.
    init(_ range: Range<Int>, firstLine: Int, separator: UInt8) {
        position = range.lowerBound
        end = range.upperBound
        line = firstLine
        self.separator = separator
    }

    /// Reads the next row.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - row: Receives the row; what it held is forgotten.
    /// - Returns: `false` at the end.
    mutating func next(_ bytes: Span<UInt8>, into row: inout Row) -> Bool {
        guard position < end else { return false }
        let start = position
        row.cells.removeAll(keepingCapacity: true)
        row.resolved.removeAll(keepingCapacity: true)
        row.line = line
        row.isOpen = false
        while readCell(bytes, &row) {}
        row.range = start..<position
        return true
    }

    /// Reads up to a separator, the end of the row, or of the file.
    ///
    /// - Returns: Whether another cell follows.
    private mutating func readCell(_ bytes: Span<UInt8>, _ row: inout Row) -> Bool {
        var cell = Cell(bytes: position..<position)
        defer { row.cells.append(cell) }
        while position < end {
            let byte = bytes[position]
            if byte == CSVQuotes.mark, cell.bytes.isEmpty {
                readQuoted(bytes, &cell, &row)
                continue
            }
            if byte == separator {
                position += 1
                return true
            }
            if byte == 0x0A || byte == 0x0D {
                position += 1
                if byte == 0x0D, position < end, bytes[position] == 0x0A { position += 1 }
                line += 1
                return false
            }
            var stop = position + 1
            while stop < end, !isEnd(bytes[stop]) { stop += 1 }
            Self.add(position..<stop, of: bytes, to: &cell, &row)
            position = stop
        }
        return false
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == separator || byte == 0x0A || byte == 0x0D
    }

    /// Reads up to the mark that closes; two marks are one in the text.
    private mutating func readQuoted(_ bytes: Span<UInt8>, _ cell: inout Cell, _ row: inout Row) {
        position += 1
        while position < end {
            let stop = ByteSearch.first(CSVQuotes.mark, in: bytes, position..<end)
            Self.add(position..<stop, of: bytes, to: &cell, &row)
            line += ByteSearch.count(0x0A, in: bytes, position..<stop)
            position = Swift.min(stop + 1, end)
            guard stop < end else { break }
            guard position < end, bytes[position] == CSVQuotes.mark else { return }
            Self.add(position..<position + 1, of: bytes, to: &cell, &row)
            position += 1
        }
        row.isOpen = true
    }

    /// Adds a stretch of the file to a cell, which is resolved once it holds two that lie apart.
    private static func add(
        _ part: Range<Int>,
        of bytes: Span<UInt8>,
        to cell: inout Cell,
        _ row: inout Row
    ) {
        if part.isEmpty { return }
        if cell.bytes.isEmpty {
            cell = Cell(bytes: part)
            return
        }
        if !cell.isResolved {
            if cell.bytes.upperBound == part.lowerBound {
                cell.bytes = cell.bytes.lowerBound..<part.upperBound
                return
            }
            let start = row.resolved.count
            ByteSearch.append(bytes, cell.bytes, to: &row.resolved)
            cell = Cell(bytes: start..<row.resolved.count, isResolved: true)
        }
        ByteSearch.append(bytes, part, to: &row.resolved)
        cell.bytes = cell.bytes.lowerBound..<row.resolved.count
    }
}

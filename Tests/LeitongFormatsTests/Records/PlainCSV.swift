/// Rows of a table read byte by byte, as plainly as can be: the reference for the scanner.
struct PlainCSV {
    struct Row: Equatable {
        var cells: [[UInt8]] = [[]]
        var line: Int
        var isOpen = false
    }

    private let bytes: [UInt8]
    private let separator: UInt8
    private var position = 0
    private var line = 1

    /// All rows of a table.
    static func rows(_ bytes: [UInt8], separator: UInt8) -> [Row] {
        var table = PlainCSV(bytes: bytes, separator: separator)
        var rows: [Row] = []
        while let row = table.next() { rows.append(row) }
        return rows
    }

    private init(bytes: [UInt8], separator: UInt8) {
        self.bytes = bytes
        self.separator = separator
    }

    private mutating func next() -> Row? {
        guard position < bytes.count else { return nil }
        var row = Row(line: line)
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == 0x22, row.cells[row.cells.count - 1].isEmpty {
                readQuoted(&row)
            } else if byte == separator {
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

    private mutating func readQuoted(_ row: inout Row) {
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == 0x22 {
                guard position < bytes.count, bytes[position] == 0x22 else { return }
                position += 1
            }
            if byte == 0x0A { line += 1 }
            row.cells[row.cells.count - 1].append(byte)
        }
        row.isOpen = true
    }
}

import TestSupport
import Testing

@testable import LeitongFormats
@testable import LeitongModel

@Suite struct CSVScannerTests {
    /// The rows of a range as the reference tells them.
    static func rows(
        _ bytes: [UInt8],
        _ range: Range<Int>,
        firstLine: Int = 1,
        separator: UInt8
    ) -> [PlainCSV.Row] {
        var scanner = CSVScanner(range, firstLine: firstLine, separator: separator)
        var row = CSVScanner.Row()
        var rows: [PlainCSV.Row] = []
        while scanner.next(bytes.span, into: &row) {
            let cells = row.cells.map { cell in
                Array(cell.isResolved ? row.resolved[cell.bytes] : bytes[cell.bytes])
            }
            rows.append(PlainCSV.Row(cells: cells, line: row.line, isOpen: row.isOpen))
        }
        return rows
    }

    @Test(arguments: [UInt8(ascii: ","), UInt8(ascii: "\t")])
    func rowsAreThoseOfTheReference(separator: UInt8) {
        var random = SplitMix64(seed: UInt64(separator))
        for _ in 0..<2_000 {
            let bytes = CSVSamples.table(&random)
            #expect(
                Self.rows(bytes, bytes.indices, separator: separator)
                    == PlainCSV.rows(bytes, separator: separator),
                "\(String(decoding: bytes, as: UTF8.self).debugDescription)"
            )
        }
    }

    @Test(arguments: [
        ("a,b", [false, false]), ("\"a,b\",c", [false, false]), ("\"a\"\"b\",c", [true, false]),
        ("\"a\"b", [true]), ("a\"b\"", [false]), ("\"\"", [false]), ("\"\"\"\"", [false]),
    ])
    func onlyCellsInPiecesAreResolved(row: String, resolved: [Bool]) {
        let bytes = Array(row.utf8)
        var scanner = CSVScanner(bytes.indices, firstLine: 1, separator: UInt8(ascii: ","))
        var found = CSVScanner.Row()
        let isRow = scanner.next(bytes.span, into: &found)
        #expect(isRow)
        #expect(found.cells.map(\.isResolved) == resolved)
        #expect(found.range == bytes.indices)
    }
}

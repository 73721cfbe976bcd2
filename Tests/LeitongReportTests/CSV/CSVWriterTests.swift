import LeitongReport
import Testing

@Suite struct CSVWriterTests {
    /// A plain reader of RFC 4180.
    private func table(_ csv: String) -> [[String]] {
        var rows: [[String]] = []
        var cells = [""]
        var isQuoted = false
        var scalars = Array(csv.unicodeScalars.dropFirst())[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\"" where isQuoted && scalars.first == "\"":
                scalars.removeFirst()
                cells[cells.count - 1].unicodeScalars.append(scalar)
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            case "\n" where !isQuoted:
                rows.append(cells)
                cells = [""]
            case "\r" where !isQuoted: break
            default: cells[cells.count - 1].unicodeScalars.append(scalar)
            }
        }
        return rows
    }

    @Test(arguments: hostileTexts)
    func tableKeepsItsShapeAndHoldsNoFormula(text: String) {
        let csv = Report.holding(text).printed(by: CSVWriter())
        #expect(csv.unicodeScalars.first == "\u{FEFF}" && csv.hasSuffix("\r\n"))
        let rows = table(csv)
        #expect(rows.map(\.count) == [17, 17])
        #expect(!csv.unicodeScalars.contains("\u{1B}"))
        for cell in rows.joined() {
            let first = cell.unicodeScalars.first.map { String(Character($0)) } ?? ""
            #expect(!"=+-@＝\t\r\n".unicodeScalars.contains { String(Character($0)) == first })
        }
    }

    @Test func rowsNameTheEarliestHolderOfTheirCluster() {
        var report = Report.found
        report.clusters[0].earliest = EarliestHolder(
            name: "a.txt",
            date: "2023-03",
            ties: ["b.txt"],
            unknown: 1
        )
        let rows = table(report.printed(by: CSVWriter()))
        let words = "a.txt (2023-03); perhaps as early: b.txt; of 1 document no date is known"
        #expect(rows[0].last == "Earliest")
        for row in rows.dropFirst() { #expect((row.last == words) == (row[1] == "1")) }
    }

    @Test func differencesGiveTextsAndWords() {
        let row = table(Report.found.printed(by: CSVWriter()))[3]
        #expect(row[11].contains("青屿县的面貌发生") && row[12].contains("白鹭县的面貌正在发生"))
        #expect(row[13] == "“青屿” → “白鹭”; added “正在”; removed “切实”")
    }
}

/// All documents against all: the share of the row's document that stands in the column's.
struct ScoreMatrix {
    /// More documents than this do not make a table anybody reads.
    private static let mostDocuments = 30

    private struct Cell: Hashable {
        var row: Int
        var column: Int
    }

    private let names: [String]
    private var shares: [Cell: Double] = [:]

    /// Prepares the cells; documents stand in the order of the report.
    init(_ report: ReportSource) {
        let scored = Set(report.pairs.flatMap { [$0.a, $0.b] })
        var names = report.documents.map(\.name).filter(scored.contains)
        var known = Set(names)
        for name in report.pairs.flatMap({ [$0.a, $0.b] }) where known.insert(name).inserted {
            names.append(name)
        }
        self.names = names
        var numbers: [String: Int] = [:]
        for (number, name) in names.enumerated() where numbers[name] == nil {
            numbers[name] = number
        }
        for pair in report.pairs {
            guard let a = numbers[pair.a], let b = numbers[pair.b] else { continue }
            shares[Cell(row: a, column: b)] = pair.aCovered
            shares[Cell(row: b, column: a)] = pair.bCovered
        }
    }

    /// Prints the matrix, or why it is left out.
    func write(on page: inout TextPage) {
        if !shares.values.contains(where: { $0 > 0 }) { return }
        page.blank()
        let rows = tableRows()
        if names.count > Self.mostDocuments || rows.contains(where: { $0.width > page.width }) {
            let documents = Wording.count(names.count, "document")
            page.paragraph(
                "The table of all pairs is left out: \(documents) do not fit on this page. "
                    + "The formats json and csv hold every pair."
            )
            return
        }
        page.paragraph(
            "Share of the document at the left that stands in the one above, in per cent; "
                + "· for nothing, blank where not compared:"
        )
        page.blank()
        for row in rows { page.line(row) }
        page.blank()
        for (index, name) in names.enumerated() {
            let number = StyledText(String(index + 1)).padded(to: numberWidth, onLeft: true)
            var line = number
            line.append("  \(name)")
            page.line(line)
        }
    }

    private var numberWidth: Int {
        String(names.count).count
    }

    private func tableRows() -> [StyledText] {
        if names.count > Self.mostDocuments { return [] }
        var table = TextTable(Array(repeating: .right, count: names.count + 1))
        let cellWidth = shares.values.map { Wording.wholePercent($0).count }.max() ?? 0
        let numbers = names.indices.map {
            StyledText(String($0 + 1), .strong)
        }
        table.add([StyledText()] + numbers.map { $0.padded(to: cellWidth, onLeft: true) })
        for row in names.indices {
            let cells = names.indices.map { column in
                guard let share = shares[Cell(row: row, column: column)] else {
                    return StyledText()
                }
                if share == 0 { return StyledText("·", .faint) }
                return StyledText(Wording.wholePercent(share))
            }
            table.add([numbers[row]] + cells)
        }
        return table.lines(width: .max, gap: 1)
    }
}

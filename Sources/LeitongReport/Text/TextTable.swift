/// Cells in aligned columns.
struct TextTable {
    /// How the cells of a column are set.
    enum Column {
        /// Words.
        case left
        /// Numbers.
        case right
        /// Words that may be cut off at the end of the line; as the last column only.
        case flexible
    }

    private let columns: [Column]
    private var rows: [[StyledText]] = []

    /// Creates an empty table.
    init(_ columns: [Column]) {
        self.columns = columns
    }

    /// Adds a row with a cell for each column.
    mutating func add(_ cells: [StyledText]) {
        rows.append(cells)
    }

    /// Returns one line a row, its columns `gap` spaces apart.
    ///
    /// Words that would take more than half of `width` stand out of their column, whole, so that
    /// one long name does not push all others apart.
    func lines(width: Int, gap: Int = 2) -> [StyledText] {
        let widths = columns.indices.map { column in
            let cells = rows.lazy.map { $0[column].width }
            switch columns[column] {
            case .right: return cells.max() ?? 0
            case .left, .flexible: return cells.filter { $0 <= width / 2 }.max() ?? 0
            }
        }
        let gap = String(repeating: " ", count: gap)
        return rows.map { line($0, widths: widths, width: width, gap: gap).trimmed() }
    }

    private func line(
        _ cells: [StyledText],
        widths: [Int],
        width: Int,
        gap: String
    ) -> StyledText {
        var line = StyledText()
        let last = cells.lastIndex { $0.width > 0 } ?? 0
        let first = widths.firstIndex { $0 > 0 } ?? 0
        for (column, cell) in cells.enumerated() where column <= last {
            if widths[column] + cell.width == 0 { continue }
            if column > first || line.width > 0 { line.append(gap) }
            switch columns[column] {
            case .right: line.append(cell.padded(to: widths[column], onLeft: true))
            case .left where column == last: line.append(cell)
            case .left: line.append(cell.padded(to: widths[column]))
            case .flexible where width - line.width >= 8:
                line.append(cell.cut(to: width - line.width))
            case .flexible: break
            }
        }
        return line
    }
}

/// Breaks styled text into lines, taking it character by character.
struct LineWrapper {
    private struct Cell {
        var scalar: Unicode.Scalar
        var width: Int
        var style: TextStyle
    }

    private let columns: Int
    private var lines: [StyledText] = []
    private var cells: [Cell] = []
    private var width = 0
    /// Where the current line may be broken: an index into `cells`.
    private var lastBreak: Int?

    private static let closing = Set("，。；：、！？）》〉”’」』】］〕％…·,.;:!?)]}-+%".unicodeScalars)
    private static let opening = Set("（《〈“‘「『【［〔([{+-".unicodeScalars)

    /// Creates a wrapper for lines of at most `columns`.
    init(columns: Int) {
        self.columns = max(columns, 2)
    }

    /// Takes the next character.
    mutating func add(_ scalar: Unicode.Scalar, _ style: TextStyle) {
        let cell = Cell(scalar: scalar, width: DisplayWidth.of(scalar), style: style)
        if scalar == " " && cells.isEmpty && !lines.isEmpty { return }
        if mayBreak(before: cell) { lastBreak = cells.count }
        if width + cell.width > columns && scalar != " " {
            breakLine()
        }
        cells.append(cell)
        width += cell.width
    }

    /// Returns the lines.
    mutating func finish() -> [StyledText] {
        endLine(at: cells.count)
        return lines
    }

    private func mayBreak(before cell: Cell) -> Bool {
        guard let previous = cells.last, cell.scalar != " ", cell.width > 0 else { return false }
        if previous.scalar == " " { return true }
        return (previous.width == 2 || cell.width == 2)
            && !Self.closing.contains(cell.scalar)
            && !Self.opening.contains(previous.scalar)
    }

    private mutating func breakLine() {
        endLine(at: lastBreak ?? cells.count)
    }

    private mutating func endLine(at end: Int) {
        var line = StyledText()
        var run = String.UnicodeScalarView()
        for index in 0..<end {
            run.append(cells[index].scalar)
            if index + 1 == end || cells[index + 1].style != cells[index].style {
                line.append(String(run), cells[index].style)
                run.removeAll()
            }
        }
        lines.append(line.trimmed())
        cells.removeFirst(end)
        width = cells.reduce(0) { $0 + $1.width }
        lastBreak = nil
    }
}

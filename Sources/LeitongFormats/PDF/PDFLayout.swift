import LeitongModel

/// Puts the lines of pages together to paragraphs.
///
/// A line goes on in the next if the next one's first word had no room on it, and the next begins at
/// the margin. Where it is indented, a paragraph begins, unless a sentence is left open.
struct PDFLayout {
    private var lines: [Line] = []

    /// A line with the column it stands in.
    private struct Line {
        var line: PDFLine
        var margin: Margin
        /// Page and column.
        var place: (page: Int, column: Int)
    }

    /// Edges of a column.
    private struct Margin {
        var left: Double
        var right: Double
    }

    init(_ pages: [PDFPage]) {
        for (number, page) in RunningLines.removed(from: pages).enumerated() {
            let gutter = Self.gutter(of: page)
            let columns = page.lines.map { Self.column(of: $0, gutter: gutter) }
            let margins = (0...2)
                .map { column in
                    Self.margin(
                        of: page.lines.indices.filter { columns[$0] == column }
                            .map { page.lines[$0] }
                    )
                }
            for index in Self.order(page.lines, columns) {
                let column = columns[index]
                lines.append(
                    Line(
                        line: page.lines[index],
                        margin: margins[column],
                        place: (number, column)
                    )
                )
            }
        }
        shareMargins()
    }

    /// The paragraphs.
    var text: ExtractedText {
        var builder = ParagraphBuilder()
        for index in lines.indices {
            if index > 0 {
                if joins(lines[index - 1], lines[index]) {
                    if lines[index - 1].line.isHyphenated(before: lines[index].line) {
                        builder.removeHyphen()
                    } else {
                        builder.append("\n")
                    }
                } else {
                    builder.endParagraph()
                }
            }
            builder.append(lines[index].line.text)
        }
        return ExtractedText(bytes: builder.bytes, softBreaks: builder.softBreaks)
    }

    private func joins(_ line: Line, _ next: Line) -> Bool {
        let size = max(line.line.height, 1)
        guard abs(next.line.height - line.line.height) < size * 0.25 else { return false }
        let isNear = line.place == next.place
        // From one column to the next, but not to or from a line across both.
        let columns = [line.place.column, next.place.column]
        if !isNear, line.place.page == next.place.page, columns.contains(2) { return false }
        if isNear, next.line.top - line.line.bottom > size * 1.5 { return false }
        if next.line.beginsItem { return false }
        // Glyphs of one size differ a little in width, so a word that just fits may be measured not to.
        let isFull = line.line.right + next.line.firstWidth * 0.97 > line.margin.right + 0.5
        guard isFull else {
            return isCentred(line) && isCentred(next) && isNear && size > bodySize * 1.2
        }
        let indent = next.line.left - next.margin.left
        return indent < size * 0.8 || !line.line.isFinal
    }

    private func isCentred(_ line: Line) -> Bool {
        let before = line.line.left - line.margin.left
        let behind = line.margin.right - line.line.right
        return before > line.line.height && abs(before - behind) < line.line.height
    }

    /// Height of most lines.
    private var bodySize: Double {
        let heights = lines.map(\.line.height).sorted()
        return heights.isEmpty ? 0 : heights[heights.count / 2]
    }

    /// The gap between two columns, where the page has them.
    ///
    /// Hardly a line crosses it, and there are lines of text on both sides.
    private static func gutter(of page: PDFPage) -> Double? {
        guard page.lines.count >= 6, page.width > 0 else { return nil }
        var best: (crossing: Int, place: Double) = (Int.max, 0)
        for step in 0...40 {
            let place = page.width * (0.3 + 0.01 * Double(step))
            let crossing = page.lines.count { $0.left < place && $0.right > place }
            let isNearer = abs(place - page.width / 2) < abs(best.place - page.width / 2)
            if crossing < best.crossing || crossing == best.crossing && isNearer {
                best = (crossing, place)
            }
        }
        let leftCount = page.lines.count { $0.right <= best.place }
        let rightCount = page.lines.count { $0.left >= best.place }
        let few = max(page.lines.count / 5, 3)
        return best.crossing * 5 <= page.lines.count && min(leftCount, rightCount) >= few
            ? best.place : nil
    }

    /// 0 and 1 for the columns, 2 for lines across them; 0 on a page without columns.
    private static func column(of line: PDFLine, gutter: Double?) -> Int {
        guard let gutter else { return 0 }
        return line.right <= gutter ? 0 : line.left >= gutter ? 1 : 2
    }

    /// Reading order: between lines across the page first the left column, then the right.
    private static func order(_ lines: [PDFLine], _ columns: [Int]) -> [Int] {
        guard columns.contains(1) else { return Array(lines.indices) }
        let across = lines.indices.filter { columns[$0] == 2 }
            .sorted { lines[$0].top < lines[$1].top }
        let key = { (index: Int) -> (Int, Int, Double) in
            let above = across.count { lines[$0].top < lines[index].top }
            return (above * 2 - (columns[index] == 2 ? 0 : 1), columns[index], lines[index].top)
        }
        let keys = lines.indices.map(key)
        return lines.indices.sorted { keys[$0] < keys[$1] }
    }

    /// The edges that lines of a column keep to: the outermost that two lines have in common.
    private static func margin(of lines: [PDFLine]) -> Margin {
        let size = lines.map(\.height).max() ?? 0
        let lefts = lines.map(\.left).sorted()
        let rights = lines.map(\.innerRight).sorted(by: >)
        let left = zip(lefts, lefts.dropFirst()).first { $1 - $0 < size / 2 }?.0
        let outer = zip(rights, rights.dropFirst()).first { $0 - $1 < size / 2 }?.0
        let right = outer ?? rights.first ?? 0
        return Margin(left: left ?? lefts.first ?? 0, right: edge(rights, near: right, size))
    }

    /// The edge that every eighth line keeps to, if there is one less than a character inside the
    /// outermost: lines that mix scripts are stretched a little over it.
    private static func edge(_ rights: [Double], near outer: Double, _ size: Double) -> Double {
        let needed = max(2, rights.count / 8)
        let found = rights.indices.first { index in
            index + needed <= rights.count
                && rights[index] - rights[index + needed - 1] < size / 4
        }
        guard let found, rights[found] < outer, outer - rights[found] < size else { return outer }
        return rights[found]
    }

    /// Gives columns of few lines the edges that the same column has on other pages.
    private mutating func shareMargins() {
        for column in 0...2 {
            let own = lines.filter { $0.place.column == column }
            guard let left = own.map(\.margin.left).min(), !own.isEmpty else { continue }
            // The edge that most lines keep to.
            let rights = own.map(\.margin.right).sorted()
            let right = rights[rights.count / 2]
            for index in lines.indices where lines[index].place.column == column {
                if lines[index].margin.right < right { lines[index].margin.right = right }
                if abs(lines[index].margin.right - right) < 2 { lines[index].margin.left = left }
            }
        }
    }
}

extension PDFLine {
    /// Whether the line ends a sentence.
    fileprivate var isFinal: Bool { LineEnd.isFinal(Array(text.utf8).span) }

    /// Whether it begins as an item of a list does.
    ///
    /// An asterisk without a space behind it hides a name.
    fileprivate var beginsItem: Bool {
        LineStart.isItem(Array(text.utf8).span) && (!text.hasPrefix("*") || text.hasPrefix("* "))
    }

    /// Whether its last word goes on in the next line.
    fileprivate func isHyphenated(before next: PDFLine) -> Bool {
        let scalars = text.unicodeScalars
        guard let last = scalars.last, last == "-" || last == "\u{AD}" || last == "\u{2010}",
            let before = scalars.dropLast().last, before.properties.isLowercase,
            let first = next.text.unicodeScalars.first, first.properties.isLowercase
        else { return false }
        return true
    }
}

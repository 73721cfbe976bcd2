/// The page a ``TextWriter`` fills: lines of a given width, with colour or without.
struct TextPage {
    /// The bytes of the page.
    var out = OutputBuffer()
    /// Columns of a line.
    let width: Int
    /// Whether styles are shown by colour.
    let isColored: Bool
    /// What settles what the report tells of.
    let hints: ReportHints

    /// Creates an empty page.
    init(width: Int, isColored: Bool, hints: ReportHints = ReportHints()) {
        self.width = max(width, 40)
        self.isColored = isColored
        self.hints = hints
    }

    /// Prints one line as it is, however long.
    mutating func line(_ text: StyledText, indent: Int = 0) {
        if text.width > 0 {
            out.append(String(repeating: " ", count: indent))
            for run in text.runs { append(run) }
        }
        out.append("\n")
    }

    /// Prints an empty line.
    mutating func blank() {
        line(StyledText())
    }

    /// Prints text in as many lines as it needs, or cut off with a … after `maxLines`.
    mutating func paragraph(_ text: StyledText, indent: Int = 0, maxLines: Int? = nil) {
        var lines = text.wrapped(to: width - indent)
        if let maxLines, lines.count > maxLines {
            lines.removeSubrange(maxLines...)
            // Room for the …, which says that this is not the end.
            var last = lines[maxLines - 1].cut(to: width - indent - 1)
            if !(last.runs.last?.text.hasSuffix("…") ?? false) { last.append("…") }
            lines[maxLines - 1] = last
        }
        for text in lines { line(text, indent: indent) }
    }

    /// Prints a paragraph of plain text.
    mutating func paragraph(_ text: String, indent: Int = 0) {
        paragraph(StyledText(text), indent: indent)
    }

    /// Returns text marked as standing in one of two copies only: by colour, else in the brackets
    /// of wdiff, `[-only in the first-]` and `{+only in the second+}`.
    func marked(_ text: String, _ style: TextStyle) -> StyledText {
        switch style {
        case _ where isColored || text.isEmpty: StyledText(text, style)
        case .deleted: StyledText("[-\(text)-]", style)
        case .inserted: StyledText("{+\(text)+}", style)
        default: StyledText(text, style)
        }
    }

    private mutating func append(_ run: StyledText.Run) {
        let code: String? =
            switch run.style {
            case .plain: nil
            case .strong: "1"
            case .faint: "2"
            // Struck out and underlined too: one man in twelve cannot tell red from green.
            case .deleted: "31;9"
            case .inserted: "32;4"
            }
        guard isColored, let code else {
            out.append(run.text)
            return
        }
        out.append("\u{1B}[\(code)m")
        out.append(run.text)
        out.append("\u{1B}[0m")
    }
}

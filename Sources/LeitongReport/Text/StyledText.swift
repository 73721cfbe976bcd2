/// How a run of text looks where colour can be used.
enum TextStyle {
    /// As it comes.
    case plain
    /// Headings.
    case strong
    /// Side remarks.
    case faint
    /// Stands only in the text a copy is compared with.
    case deleted
    /// Stands only in the copy.
    case inserted
}

/// Text for a page: runs of one style each, safe to print, its width known.
struct StyledText {
    /// A run of one style.
    struct Run {
        var style: TextStyle
        var text: String
    }

    /// The runs in order.
    private(set) var runs: [Run] = []
    /// Columns the text takes.
    private(set) var width = 0

    /// Creates text of one style.
    init(_ text: String = "", _ style: TextStyle = .plain) {
        append(text, style)
    }

    /// Appends text.
    ///
    /// This is the one door to a page, so that nothing unsafe gets there.
    mutating func append(_ text: String, _ style: TextStyle = .plain) {
        if text.isEmpty { return }
        let clean = PrintableText.spellingOutControls(in: text)
        width += DisplayWidth.of(clean)
        if let last = runs.indices.last, runs[last].style == style {
            runs[last].text += clean
        } else {
            runs.append(Run(style: style, text: clean))
        }
    }

    /// Appends other text with its styles.
    mutating func append(_ other: StyledText) {
        for run in other.runs {
            append(run.text, run.style)
        }
    }

    /// Returns the text with spaces up to a width, behind it or before it.
    func padded(to columns: Int, onLeft: Bool = false) -> StyledText {
        let spaces = String(repeating: " ", count: max(0, columns - width))
        var padded = StyledText(onLeft ? spaces : "")
        padded.append(self)
        if !onLeft { padded.append(spaces) }
        return padded
    }

    /// Returns the text, its end cut off with a … if it takes more columns.
    func cut(to columns: Int) -> StyledText {
        if width <= columns { return self }
        var cut = StyledText()
        for run in runs where cut.width < columns {
            cut.append(run.text.prefix(columns: columns - 1 - cut.width), run.style)
            if cut.width >= columns - 2 { break }
        }
        cut.append("…", cut.runs.last?.style ?? .plain)
        return cut
    }

    /// Returns the text without the spaces at its end.
    func trimmed() -> StyledText {
        var trimmed = self
        while let last = trimmed.runs.last, last.text.hasSuffix(" ") {
            trimmed.runs[trimmed.runs.count - 1].text.removeLast()
            trimmed.width -= 1
            if last.text.count == 1 { trimmed.runs.removeLast() }
        }
        return trimmed
    }

    /// Returns the text in lines of at most `columns`.
    ///
    /// Lines end at spaces and beside wide characters, not before closing punctuation and not after
    /// opening punctuation; a longer word is broken.
    func wrapped(to columns: Int) -> [StyledText] {
        var wrapper = LineWrapper(columns: columns)
        for run in runs {
            for scalar in run.text.unicodeScalars {
                wrapper.add(scalar, run.style)
            }
        }
        return wrapper.finish()
    }
}

extension String {
    /// The longest beginning that takes at most so many columns.
    func prefix(columns: Int) -> String {
        var width = 0
        let end = unicodeScalars.firstIndex { scalar in
            width += DisplayWidth.of(scalar)
            return width > columns
        }
        return String(self[..<(end ?? endIndex)])
    }

    /// The longest end that takes at most so many columns.
    func suffix(columns: Int) -> String {
        var width = 0
        let last = unicodeScalars.lastIndex { scalar in
            width += DisplayWidth.of(scalar)
            return width > columns
        }
        guard let last else { return self }
        return String(self[unicodeScalars.index(after: last)...])
    }
}

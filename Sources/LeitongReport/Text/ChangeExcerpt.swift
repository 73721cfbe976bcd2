/// Collects what was changed between two copies, with a little of the equal text around it.
struct ChangeExcerpt {
    /// Equal text takes at most this many characters; longer stretches are shortened in the middle.
    private static let equalCharacters = 12
    /// Changed text takes at most this many columns; longer stretches are shortened in the middle.
    private static let changedColumns = 60

    private let columns: Int
    private var text = StyledText()
    private var hiddenChanges = 0

    /// Creates an excerpt that takes about so many columns.
    init(columns: Int) {
        self.columns = columns
    }

    /// Takes the next edit; `page` knows how changes are marked.
    mutating func add(_ edit: Edit, isFirst: Bool, isLast: Bool, page: TextPage) {
        if edit.kind == .equal {
            if hiddenChanges == 0 { addEqual(edit.bText ?? "", isFirst: isFirst, isLast: isLast) }
            return
        }
        let deleted = page.marked(Self.shortened(edit.aText ?? ""), .deleted)
        let inserted = page.marked(Self.shortened(edit.bText ?? ""), .inserted)
        // The first change is always shown.
        if hiddenChanges > 0
            || (text.width > 40 && text.width + deleted.width + inserted.width > columns)
        {
            hiddenChanges += 1
            return
        }
        text.append(deleted)
        text.append(inserted)
    }

    /// Returns the excerpt, with the number of changes it does not show.
    mutating func finish() -> StyledText {
        if hiddenChanges > 0 {
            let rest = Wording.count(hiddenChanges, "more change")
            text.append(text.endsInEllipsis ? " and \(rest)" : "… and \(rest)")
        }
        return text
    }

    private mutating func addEqual(_ equal: String, isFirst: Bool, isLast: Bool) {
        let equal = PrintableText.spellingOutControls(in: equal)
        let half = Self.equalCharacters / 2
        if equal.count <= Self.equalCharacters {
            text.append(equal)
        } else if isFirst {
            text.append("…" + equal.suffix(half))
        } else if isLast {
            text.append(equal.prefix(half) + "…")
        } else {
            text.append(equal.prefix(half) + "…" + equal.suffix(half))
        }
    }

    /// Returns changed text, its middle left out if it is long.
    static func shortened(_ text: String) -> String {
        let clean = PrintableText.spellingOutControls(in: text)
        if DisplayWidth.of(clean) <= changedColumns { return clean }
        let half = changedColumns / 2
        return clean.prefix(columns: half) + "…" + clean.suffix(columns: half)
    }
}

extension StyledText {
    fileprivate var endsInEllipsis: Bool {
        runs.last?.text.hasSuffix("…") ?? false
    }
}

extension [Edit] {
    /// What was changed, in words: `“青屿” → “白鹭”; added “认真”; removed “切实”`.
    var changesInWords: String {
        var changes: [String] = []
        for edit in self {
            let (a, b) = (edit.aText ?? "", edit.bText ?? "")
            switch edit.kind {
            case .equal: break
            // What stands under a redaction mark is shown in its place.
            case .replaced, .redacted: changes.append("“\(a)” → “\(b)”")
            case .inserted: changes.append("added “\(b)”")
            case .deleted: changes.append("removed “\(a)”")
            }
        }
        return changes.joined(separator: "; ")
    }
}

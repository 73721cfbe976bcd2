extension EarliestHolder {
    /// The holder with its date, and what stands against it: `a.txt (2023-03); perhaps as early: b.txt`.
    var words: String {
        var text = "\(PrintableText.singleLine(name)) (\(date))"
        if let ties {
            let names = ties.prefix(3).map(PrintableText.singleLine).joined(separator: ", ")
            text += "; perhaps as early: \(names)"
            if ties.count > 3 { text += " and \(ties.count - 3) more" }
        }
        if let unknown { text += "; of \(Wording.count(unknown, "document")) no date is known" }
        return text
    }
}

/// Breaks a paragraph into lines of a fixed width, as old mail programs and PDF readers do.
enum LineWrapper {
    private static let notFirst = Set("，。；：！？、）》”’」』%％".unicodeScalars)
    private static let notLast = Set("（《“‘「『".unicodeScalars)

    /// The lines of a text, none wider than `columns`; a Chinese character takes two columns.
    ///
    /// Closing punctuation does not begin a line, opening punctuation does not end one, and numbers
    /// and Latin words stay whole: what may not be parted moves down together.
    static func lines(of text: [Unicode.Scalar], columns: Int) -> [[Unicode.Scalar]] {
        var lines: [[Unicode.Scalar]] = []
        var current: [Unicode.Scalar] = []
        var used = 0
        for group in inseparableGroups(of: text) {
            let width = group.reduce(0) { $0 + self.width(of: $1) }
            if used + width > columns, !current.isEmpty {
                lines.append(current)
                current = []
                used = 0
            }
            current += group
            used += width
        }
        if !current.isEmpty { lines.append(current) }
        return lines
    }

    /// The columns a character takes.
    static func width(of scalar: Unicode.Scalar) -> Int {
        scalar.isASCII ? 1 : 2
    }

    private static func inseparableGroups(of text: [Unicode.Scalar]) -> [ArraySlice<Unicode.Scalar>]
    {
        var groups: [ArraySlice<Unicode.Scalar>] = []
        var start = 0
        for position in text.indices.dropFirst()
        where mayPart(text[position - 1], text[position]) {
            groups.append(text[start..<position])
            start = position
        }
        if start < text.count { groups.append(text[start...]) }
        return groups
    }

    private static func mayPart(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
        if notFirst.contains(right) || notLast.contains(left) { return false }
        return !(left.isASCII && right.isASCII)
    }
}

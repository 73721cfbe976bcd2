/// The names in the page's data, each once; docs/page-data.md says what they mean.
enum PageKey: String, CaseIterable {
    // What the page's data are.
    case version, report, texts
    // The lists and tables of the texts.
    case classes, documents, links, widespread, wholes, compared
    // A document.
    case text, start, paragraphs, date
    // Columns of what is shared.
    case a, b, edits, equal, places, type, matched, identity
    case matchClass = "class"
    // Columns of a stretch.
    case document, length
    case uncountedBefore = "uncounted_before"
    case uncountedWithin = "uncounted_within"
    // Columns of tables in which a row of another has several.
    case count, kinds
    case bMore = "b_more"
    case aBefore = "a_before"
    case aLength = "a_length"
    case bBefore = "b_before"
    case bLength = "b_length"
}

/// An object of the page's data under way: writes what stands between its members.
struct PageObject {
    private var isEmpty = true

    /// Begins a member.
    mutating func key(_ key: PageKey, _ out: inout OutputBuffer) {
        out.append(isEmpty ? "{\"" : ",\n\"")
        out.append(key.rawValue)
        out.append("\":")
        isEmpty = false
    }

    /// Writes a member that is a list.
    mutating func list<Row>(
        _ key: PageKey,
        _ rows: some Sequence<Row>,
        _ out: inout OutputBuffer,
        element: (Row, inout OutputBuffer) -> Void
    ) {
        self.key(key, &out)
        out.append(UInt8(ascii: "["))
        var isFirst = true
        for row in rows {
            if !isFirst { out.append(UInt8(ascii: ",")) }
            isFirst = false
            element(row, &out)
        }
        out.append(UInt8(ascii: "]"))
    }

    /// Writes a column of whole numbers.
    mutating func column<Row>(
        _ key: PageKey,
        _ rows: some Sequence<Row>,
        _ out: inout OutputBuffer,
        value: (Row) -> Int
    ) {
        list(key, rows, &out) { $1.append(value($0)) }
    }

    /// Ends the object.
    func end(_ out: inout OutputBuffer) {
        out.append(isEmpty ? "{}" : "}")
    }
}

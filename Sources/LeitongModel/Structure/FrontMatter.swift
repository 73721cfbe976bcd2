/// What stands between two lines `---` at the beginning of a text: fields of the text in YAML, as
/// programs for notes and pages write them.
///
/// Only what is told for certain is taken for it: every line has to be a field, a comment, a part of
/// a list, or indented, and one a field. All else that begins with a rule is text.
package struct FrontMatter: Equatable {
    /// Bytes from the beginning of the text to the end of the last rule, with its line end.
    package var byteCount: Int
    /// Value of the field `title`.
    package var title: String?
    /// Value of the field `date`, as it is written.
    package var date: String?

    /// Longest front matter in bytes: beyond it two rules have nothing to do with each other.
    private static let byteLimit = 1 << 16

    /// Looks at the beginning of a text; `nil` if no front matter stands there.
    ///
    /// - Parameter text: UTF-8.
    /// - Complexity: Linear in the front matter.
    package init?(of text: Span<UInt8>) {
        var cursor = 0
        guard let first = Self.line(text, &cursor), Self.trimmed(first) == "---" else { return nil }
        var fields: [String: String] = [:]
        var count = 0
        while let line = Self.line(text, &cursor) {
            let content = Self.trimmed(line)
            if line.first == "-" || line.first == ".", content == "---" || content == "..." {
                guard count > 0 else { return nil }
                byteCount = cursor
                title = fields["title"]
                date = fields["date"]
                return
            }
            guard let first = line.first, !content.isEmpty else { continue }
            if first == "#" || first == "-" || first == " " || first == "\t" { continue }
            guard let (key, value) = Self.field(content) else { return nil }
            count += 1
            if fields[key] == nil, !value.isEmpty { fields[key] = value }
        }
        return nil
    }

    /// The next line without its end; `nil` at the end of the text or of what is looked at.
    private static func line(_ text: Span<UInt8>, _ cursor: inout Int) -> String? {
        guard cursor < text.count, cursor < byteLimit else { return nil }
        let end = ByteSearch.first(0x0A, in: text, cursor..<text.count)
        guard end - cursor < byteLimit else { return nil }
        let line = ByteSearch.string(text, cursor..<end)
        cursor = Swift.min(end + 1, text.count)
        return line
    }

    private static func trimmed(_ line: some StringProtocol) -> String {
        var rest = line.unicodeScalars.drop { $0.properties.isWhitespace }
        while rest.last?.properties.isWhitespace == true { rest.removeLast() }
        return String(String.UnicodeScalarView(rest))
    }

    /// Name in lower case and value of a field: `title: "…"  # …`.
    private static func field(_ line: String) -> (key: String, value: String)? {
        guard let colon = line.unicodeScalars.firstIndex(of: ":") else { return nil }
        let key = unquoted(trimmed(line[..<colon]))
        let rest = line.unicodeScalars[colon...].dropFirst()
        guard !key.isEmpty, rest.first?.properties.isWhitespace ?? true else { return nil }
        // A sentence with a colon is no field: names have no marks and no spaces around words.
        let isName = key.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
                || "_-. ".unicodeScalars
                    .contains($0)
        }
        guard isName, key.unicodeScalars.count <= 40 else { return nil }
        return (key.lowercased(), value(trimmed(Substring(rest))))
    }

    /// A value without quotes and comment; empty for one that goes on below.
    private static func value(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, !"|>[{&*!".unicodeScalars.contains(first)
        else { return "" }
        if first == "\"" || first == "'" {
            let inside = text.unicodeScalars.dropFirst()
            guard let end = inside.lastIndex(of: first) else { return "" }
            return trimmed(unescaped(String(inside[..<end]), quote: first))
        }
        return trimmed(text.split(separator: " #", maxSplits: 1).first ?? "")
    }

    private static func unescaped(_ text: String, quote: Unicode.Scalar) -> String {
        quote == "'"
            ? text.replacing("''", with: "'")
            : text.replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
    }

    private static func unquoted(_ text: String) -> String {
        guard let first = text.first, first == "\"" || first == "'", text.last == first,
            text.count > 1
        else { return text }
        return String(text.dropFirst().dropLast())
    }
}

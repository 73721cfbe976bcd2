/// The report as the page reads it: its JSON, and the texts as tables of named columns.
///
/// docs/page-data.md names every member. No `<` stands in it, nor a line separator: nothing in it can
/// end the element that holds it.
enum PageData {
    /// Version of the tables, which rises when a member changes its meaning or goes away.
    static let version = 2

    /// Writes the data.
    static func json(_ source: ReportSource) -> String {
        var out = OutputBuffer()
        var object = PageObject()
        object.key(.version, &out)
        out.append(version)
        object.key(.report, &out)
        out.append(JSONWriter().bytes(of: PageRows(source).source))
        object.key(.texts, &out)
        PageTables(source.texts ?? ReportTexts()).append(to: &out)
        object.end(&out)
        return escaped(out.bytes)
    }

    /// Writes `<` and the two line separators of Unicode as escapes: outside strings JSON has none.
    static func escaped(_ json: [UInt8]) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(json.count + json.count / 64)
        var index = 0
        while index < json.count {
            let byte = json[index]
            if byte == UInt8(ascii: "<") {
                result += "\\u003c".utf8
            } else if byte == 0xE2, index + 2 < json.count, json[index + 1] == 0x80,
                json[index + 2] == 0xA8 || json[index + 2] == 0xA9
            {
                result += (json[index + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8
                index += 2
            } else {
                result.append(byte)
            }
            index += 1
        }
        return String(decoding: result, as: UTF8.self)
    }
}

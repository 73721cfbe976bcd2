/// The report as the page reads it: its JSON, and the texts in lists of numbers.
///
/// No `<` stands in it, nor a line separator: nothing in it can end the element that holds it.
enum PageData {
    /// Writes the data.
    static func json(_ report: Report) -> String {
        var out = OutputBuffer()
        out.append("{\"report\":")
        out.append(JSONWriter().bytes(of: PageRows(report).report))
        out.append(",\"texts\":")
        append(report.texts ?? ReportTexts(), &out)
        out.append("}")
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

    private static func append(_ texts: ReportTexts, _ out: inout OutputBuffer) {
        out.append("{\"documents\":")
        out.appendJSON(array: texts.documents) { append($0, &$1) }
        out.append(",\n\"links\":")
        out.appendJSON(array: texts.links) { append($0, texts.documents, &$1) }
        out.append(",\n\"spread\":")
        out.appendJSON(array: texts.spread) { append($0, texts.documents, &$1) }
        out.append(",\n\"wholes\":")
        out.appendJSON(array: texts.wholes) {
            $1.append("[\(number(of: $0.matchClass)),\($0.a),\($0.b)]")
        }
        if let compared = texts.compared {
            out.append(",\n\"compared\":")
            out.appendJSON(array: compared) { $1.appendJSON(array: $0) { $1.append($0) } }
        }
        out.append("}")
    }

    /// Text, first position, positions of the paragraphs, date.
    private static func append(_ document: DocumentText, _ out: inout OutputBuffer) {
        out.append("[")
        out.appendJSON(document.text)
        out.append(",\(document.start),")
        out.appendJSON(array: document.paragraphs) { $1.append($0 - document.start) }
        out.append(",")
        if let date = document.date { out.appendJSON(date) } else { out.append("null") }
        out.append("]\n")
    }

    /// Two stretches, class, matched, identity, 1 for paragraphs and 2 for shuffled text, edits, and what is equal: how
    /// many counted characters lie before each on either side since the last, and how long it is.
    private static func append(
        _ link: SharedLink,
        _ documents: [DocumentText],
        _ out: inout OutputBuffer
    ) {
        out.append("[")
        append(link.a, documents, &out)
        out.append(",")
        append(link.b, documents, &out)
        out.append(",\(number(of: link.matchClass)),\(link.matched),")
        out.append(link.identity)
        out.append(link.isParagraph ? ",1,[" : link.isShuffled ? ",2,[" : ",0,[")
        for (index, edit) in link.edits.enumerated() {
            if index > 0 { out.append(",") }
            append(edit, &out)
        }
        out.append("],[")
        var (aEnd, bEnd) = (link.a.counted.lowerBound, link.b.counted.lowerBound)
        for (index, equal) in link.equal.enumerated() {
            if index > 0 { out.append(",") }
            out.append("\(equal.a.lowerBound - aEnd),\(equal.a.count),")
            out.append("\(equal.b.lowerBound - bEnd),\(equal.b.count)")
            (aEnd, bEnd) = (equal.a.upperBound, equal.b.upperBound)
        }
        out.append("]]\n")
    }

    /// The length of what is equal on both sides, else minus the kind and both lengths.
    private static func append(_ edit: LinkEdit, _ out: inout OutputBuffer) {
        if edit.kind == .equal, edit.aLength == edit.bLength, edit.aLength > 0 {
            out.append(edit.aLength)
        } else {
            out.append("\(-number(of: edit.kind)),\(edit.aLength),\(edit.bLength)")
        }
    }

    private static func append(
        _ link: SpreadLink,
        _ documents: [DocumentText],
        _ out: inout OutputBuffer
    ) {
        out.append("[\(number(of: link.matchClass)),\(link.matched),[")
        for (index, place) in link.places.enumerated() {
            if index > 0 { out.append(",") }
            append(place, documents, &out)
        }
        out.append("]]\n")
    }

    /// Document, first scalar and their number, and by how much the counted characters are less.
    private static func append(
        _ stretch: TextStretch,
        _ documents: [DocumentText],
        _ out: inout OutputBuffer
    ) {
        let start = stretch.source.lowerBound - documents[stretch.document].start
        out.append(stretch.document)
        for number in [
            start, stretch.source.count, start - stretch.counted.lowerBound,
            stretch.source.count - stretch.counted.count,
        ] {
            out.append(",")
            out.append(number)
        }
    }

    private static func number(of matchClass: MatchClass) -> Int {
        switch matchClass {
        case .copy: 0
        case .setPhrase: 1
        case .quotation: 2
        case .common: 3
        case .template: 4
        }
    }

    private static func number(of kind: PassageEdit.Kind) -> Int {
        switch kind {
        case .equal: 0
        case .replaced: 1
        case .inserted: 2
        case .deleted: 3
        case .redacted: 4
        }
    }
}

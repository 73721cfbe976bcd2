@testable import LeitongDocuments

/// The paragraphs of a text, cut by the splitter.
struct Splitting {
    let text: String
    let bytes: [UInt8]
    let scalarCount: Int
    let paragraphs: [Paragraph]

    init(_ text: String) {
        self.text = text
        let bytes = Array(text.utf8)
        self.bytes = bytes
        var splitter = ParagraphSplitter()
        var paragraphs: [Paragraph] = []
        scalarCount = splitter.split(bytes.span, document: 0, into: &paragraphs)
        self.paragraphs = paragraphs
    }

    var texts: [String] {
        paragraphs.map { paragraph in
            String(
                decoding: bytes[Int(paragraph.byteStart)..<Int(paragraph.byteEnd)],
                as: UTF8.self
            )
        }
    }
}

/// Wraps text as programs do.
enum Wrapping {
    /// Chinese at a number of columns; a closing mark hangs outside, or takes a character with it.
    static func chinese(_ text: String, columns: Int, hangs: Bool) -> String {
        var lines: [[Character]] = [[]]
        var width = 0
        for character in text {
            let step = character.isASCII ? 1 : 2
            let closes = "，。、；：！？）”》".contains(character)
            if width + step > columns {
                if closes, hangs {
                    lines[lines.count - 1].append(character)
                    continue
                }
                var moved: [Character] = []
                if closes, let last = lines[lines.count - 1].popLast() { moved = [last] }
                lines.append(moved)
                width = moved.count * 2
            }
            lines[lines.count - 1].append(character)
            width += step
        }
        return lines.map { String($0) }.joined(separator: "\n")
    }

    /// Words at a number of columns.
    static func words(_ text: String, columns: Int) -> String {
        var lines: [String] = [""]
        for word in text.split(separator: " ") {
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if last.count + 1 + word.count > columns {
                lines.append(String(word))
            } else {
                lines[lines.count - 1] += " " + word
            }
        }
        return lines.joined(separator: "\n")
    }
}

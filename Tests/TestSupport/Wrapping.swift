/// Wraps text as programs do.
package enum Wrapping {
    /// Chinese at a number of columns; a closing mark hangs outside, or takes a character with it.
    package static func chinese(_ text: String, columns: Int, hangs: Bool) -> String {
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
    package static func words(_ text: String, columns: Int) -> String {
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

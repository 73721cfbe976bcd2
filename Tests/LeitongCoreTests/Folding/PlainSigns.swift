import Foundation

/// Which signs folding keeps, told plainly: on characters, rule by rule, with no thought of speed.
enum PlainSigns {
    private static let forms: [Character: Character] = [
        "−": "-", "‐": "-", "≦": "≤", "⩽": "≤", "≧": "≥", "⩾": "≥",
    ]
    private static let relations: [Character] = Array("+=<>≤≥±×÷*/^&|≠")
    private static let spaces: [Character] = [" ", "\u{3000}", "\t", "\n"]

    /// The folding of a text of letters, digits, Han, signs, spaces, line ends, full stops and zero-width
    /// spaces; without redaction marks, whose place `#` takes.
    static func folded(_ text: String) -> String {
        let text = text.replacing("\u{200B}", with: "").precomposedStringWithCompatibilityMapping
        let all = text.lowercased().map { forms[$0] ?? $0 }
        var kept = ""
        for (index, character) in all.enumerated() {
            let isSign = character == "%" || character == "‰" || relations.contains(character)
            let isText = character.isLetter || character.isNumber || character == "#"
            if isText && !isSign || isKept(index, all) { kept.append(character) }
        }
        return kept
    }

    private static func isKept(_ index: Int, _ all: [Character]) -> Bool {
        let before = index > 0 ? all[index - 1] : nil
        let after = index + 1 < all.count ? all[index + 1] : nil
        switch all[index] {
        case ".", ",": return isDigit(before) && isDigit(after)
        case "-": return isDigit(after) && !isWord(before) && before != "-"
        case "%", "‰": return isDigit(neighbour(index, -1, all, past: []))
        case let sign where relations.contains(sign):
            return !isRule(index, all)
                && [-1, 1].contains { isWord(neighbour(index, $0, all, past: relations)) }
        default: return false
        }
    }

    /// The next character in a direction that is no space, nor one of those; beyond two line ends none.
    private static func neighbour(
        _ index: Int,
        _ step: Int,
        _ all: [Character],
        past others: [Character]
    ) -> Character? {
        var lineEnds = 0
        var next = index + step
        while all.indices.contains(next) {
            if all[next] == "\n" { lineEnds += 1 }
            if others.contains(all[next]) { lineEnds = 0 }
            if lineEnds > 1 || !(spaces + others).contains(all[next]) { break }
            next += step
        }
        return all.indices.contains(next) && lineEnds < 2 ? all[next] : nil
    }

    /// Whether a run of three signs or more stands alone on its line.
    private static func isRule(_ index: Int, _ all: [Character]) -> Bool {
        var first = index
        var last = index
        let passed = spaces + relations
        while first > 0, passed.contains(all[first - 1]) { first -= 1 }
        while last + 1 < all.count, passed.contains(all[last + 1]) { last += 1 }
        let run = all[first...last]
        let signs = run.indices.filter { relations.contains(run[$0]) }
        guard let start = signs.first, let end = signs.last, signs.count > 2 else { return false }
        let isOpen = first == 0 || run[..<start].contains("\n")
        let isClosed = last == all.count - 1 || run[end...].contains("\n")
        return isOpen && isClosed
    }

    private static func isDigit(_ character: Character?) -> Bool {
        character.map { $0.isASCII && $0.isNumber } ?? false
    }

    private static func isWord(_ character: Character?) -> Bool {
        isDigit(character) || character.map { "abcdefghijklmnopqrstuvwxyzé".contains($0) } ?? false
    }
}

/// Swaps the widths of a text: digits and letters become full width, punctuation half width.
enum WidthSwap {
    private static let punctuation: [Unicode.Scalar: Unicode.Scalar] = [
        "，": ",", "。": ".", "；": ";", "：": ":", "！": "!", "？": "?", "（": "(", "）": ")",
    ]

    /// The text with digits, Latin letters, `-` and `.` in full width and ，。；：！？（） in ASCII.
    static func swapped(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        text.map { scalar in
            if let half = punctuation[scalar] { return half }
            return isWidened(scalar) ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
        }
    }

    private static func isWidened(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "a"..."z", "A"..."Z", "-", ".": true
        default: false
        }
    }
}

/// Makes text that others wrote safe to print on a terminal.
///
/// ```swift
/// print(PrintableText.line("\u{1B}[2Jnotes.txt"))    // \u{1B}[2Jnotes.txt
/// ```
///
/// Names, titles and paragraphs come from files nobody vouches for. Control characters could move
/// the cursor, rename the window or run what a terminal understands; bidirectional marks could
/// make a line read as something else. Both are spelled out, `\u{1B}`, so that they show.
public enum PrintableText {
    /// Returns a text as part of one line, from which it can still be told.
    ///
    /// - Parameter text: Any text.
    /// - Returns: The text, safe to print, its line ends and tabs spelled out like all controls.
    /// - Complexity: Linear in the text.
    public static func line(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isUnsafe(scalar) { spellOut(scalar, into: &clean) } else { clean.append(scalar) }
        }
        return String(clean)
    }

    /// Returns the text with controls spelled out.
    ///
    /// - Parameters:
    ///   - text: Any text.
    ///   - keepingLineEnds: Whether line ends and tabs stay as they are; else they become spaces.
    /// - Returns: The text, safe to print.
    static func spellingOutControls(in text: String, keepingLineEnds: Bool = false) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if !isUnsafe(scalar) || (keepingLineEnds && isLineEndOrTab(scalar)) {
                clean.append(scalar)
            } else if isLineEndOrTab(scalar) {
                clean.append(" ")
            } else {
                spellOut(scalar, into: &clean)
            }
        }
        return String(clean)
    }

    /// Returns the text on one line: controls spelled out, runs of white space one space each.
    static func singleLine(_ text: String) -> String {
        var line = String.UnicodeScalarView()
        var isSpacePending = false
        for scalar in spellingOutControls(in: text).unicodeScalars {
            // No white space lies beyond U+3000; the look-up is slow.
            if scalar.value <= 0x3000 && scalar.properties.isWhitespace {
                isSpacePending = !line.isEmpty
                continue
            }
            if isSpacePending { line.append(" ") }
            isSpacePending = false
            line.append(scalar)
        }
        return String(line)
    }

    private static func spellOut(
        _ scalar: Unicode.Scalar,
        into text: inout String.UnicodeScalarView
    ) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        text.append(contentsOf: "\\u{\(digits)}".unicodeScalars)
    }

    /// Controls (C0, DEL, C1), line and paragraph separators, and everything of bidirectional text
    /// that is not seen: marks, embeddings, overrides and isolates.
    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private static func isLineEndOrTab(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}

/// Finds the title of a text: its first line that reads like one.
///
/// Unknown rather than guessed.
package enum TitleFinder {
    /// The title among the first lines of a text, or `nil`.
    package static func title(in lines: some Sequence<String>) -> String? {
        lines.first(where: isTitle)
    }

    /// A line of 4 to 60 characters that ends no sentence, greets nobody and is no ordinal or date.
    package static func isTitle(_ line: String) -> Bool {
        let count = line.unicodeScalars.count
        guard (4...60).contains(count), let last = line.unicodeScalars.last else { return false }
        if "。，；：、！？.,;:!?）)".unicodeScalars.contains(last) { return false }
        if line.contains("同志们") || line.hasPrefix("各位") || line.hasPrefix("尊敬的") { return false }
        if isBindingLine(line) { return false }
        return SectionMarker(line) == nil && !line.hasPrefix("##") && !DateFinder.isDate(line)
    }

    /// Whether a line marks where an exam paper is bound or sealed: 装………订………线.
    private static func isBindingLine(_ line: String) -> Bool {
        let letters = line.unicodeScalars.filter(\.properties.isAlphabetic)
        return letters.count <= 6
            && ["装订线", "密封线", "裝訂線"].contains { String(letters).hasSuffix($0) }
    }
}

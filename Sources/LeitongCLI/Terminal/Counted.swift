import LeitongAlgorithms

/// Numbers with their nouns, for standard error.
enum Counted {
    /// A number with commas between thousands and its noun, in the plural unless it is one:
    /// `1 document`, `4,000 documents`.
    static func text(_ number: Int, _ noun: String) -> String {
        "\(DecimalNumber.grouped(number)) \(number == 1 ? noun : noun + "s")"
    }

    /// Words whose first plural is the noun, for a number: `runs in many places` is `run in many
    /// places` for 1.
    static func words(_ words: String, for number: Int) -> String {
        guard number == 1 else { return words }
        var parts = words.split(separator: " ")
        if let noun = parts.firstIndex(where: { $0.hasSuffix("s") }) { parts[noun].removeLast() }
        return parts.joined(separator: " ")
    }
}

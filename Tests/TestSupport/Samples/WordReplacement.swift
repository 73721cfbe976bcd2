/// Puts other words in place of words, as somebody does who hides a copy.
package struct WordReplacement {
    private let pairs: [(word: [Character], other: [Character])]

    /// Creates a replacement.
    ///
    /// - Parameter pairs: Words and what stands for them, a pair a line: `word=other`. Where two words
    ///   begin at one place, the first of the pairs counts.
    package init(_ pairs: String) {
        self.pairs = pairs.split(whereSeparator: \.isNewline)
            .compactMap { line in
                let words = line.split(separator: "=").map(Array.init)
                return words.count == 2 ? (words[0], words[1]) : nil
            }
    }

    /// Replaces words of a copied text.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - share: Share of the words that are replaced.
    ///   - limit: The most words that are replaced.
    ///   - random: Decides which.
    /// - Returns: The text; what stands in place of a word is the copier's own.
    package func replaced(
        _ text: SampleText,
        share: Double,
        limit: Int = .max,
        using random: inout SplitMix64
    ) -> SampleText {
        var output: SampleText = []
        var position = 0
        var count = 0
        while position < text.count {
            if count < limit, let (word, other) = pair(at: position, of: text),
                Double.random(in: 0..<1, using: &random) < share
            {
                output += SampleText(String(other), .own)
                position += word.count
                count += 1
            } else {
                output.append(text[position])
                position += 1
            }
        }
        return output
    }

    /// A word that stands at a place, with what may stand for it.
    private func pair(at start: Int, of text: SampleText) -> ([Character], [Character])? {
        pairs.first { word, _ in
            let range = start..<start + word.count
            guard range.upperBound <= text.count, text[start].character == word[0] else {
                return false
            }
            return text[range].allSatisfy(Self.isReplaceable)
                && text[range].map(\.character) == word && !Self.isInsideWord(range, of: text)
        }
    }

    /// Whether a letter of the alphabet goes on before or behind.
    private static func isInsideWord(_ range: Range<Int>, of text: SampleText) -> Bool {
        let isLatin = { (index: Int) in
            text.indices.contains(index) && text[index].character.isASCII
                && text[index].character.isLetter
        }
        return isLatin(range.lowerBound) && isLatin(range.lowerBound - 1)
            || isLatin(range.upperBound - 1) && isLatin(range.upperBound)
    }

    private static func isReplaceable(_ character: SampleCharacter) -> Bool {
        if case .copied = character.origin { true } else { false }
    }
}

/// Puts other words in place of words, as somebody does who hides a copy.
package struct WordReplacement {
    /// Words of a rule, none of which has another rule in it.
    private let groups: [[[Character]]]

    /// Creates a replacement.
    ///
    /// - Parameters:
    ///   - grammar: Where the words are from.
    ///   - rules: The rules whose words stand for one another.
    package init(_ grammar: Grammar, rules: [String]) {
        groups = rules.map { rule in
            grammar.choices(of: rule).filter { !$0.contains("{") && $0.count > 1 }.map(Array.init)
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
            if count < limit, let (word, group) = word(at: position, of: text),
                Double.random(in: 0..<1, using: &random) < share,
                let other = group.filter({ $0 != word }).randomElement(using: &random)
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

    /// The longest word that stands at a place, with those that may stand for it.
    private func word(at position: Int, of text: SampleText) -> ([Character], [[Character]])? {
        var best: ([Character], [[Character]])?
        for group in groups {
            for word in group where word.count > best?.0.count ?? 0 {
                let end = position + word.count
                guard end <= text.count, text[position].character == word[0] else { continue }
                guard text[position..<end].allSatisfy({ Self.isReplaceable($0) }),
                    text[position..<end].map(\.character) == word,
                    !Self.isInsideWord(position..<end, of: text)
                else { continue }
                best = (word, group)
            }
        }
        return best
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

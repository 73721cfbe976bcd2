import LeitongAlgorithms

/// Substitutes, inserts and deletes characters of a text.
///
/// Only letters, numbers and marks are touched, so that a comparison which drops punctuation sees
/// every edit.
struct CharacterEditor: Sendable {
    /// Characters to draw from, each as often as it occurs in the corpus.
    private let alphabet: [Unicode.Scalar]

    /// Takes the Chinese characters of some texts as the alphabet.
    init(texts: [String]) {
        alphabet = texts.flatMap { $0.unicodeScalars.filter(\.properties.isIdeographic) }
        precondition(Set(alphabet).count > 1, "edits draw on texts of at least two characters")
    }

    /// The number of edits that a percentage of a text's characters makes, at least one.
    static func editCount(characters: Int, percent: Int) -> Int {
        max(1, (characters * percent + 50) / 100)
    }

    /// The text with so many percent of its characters edited: of five edits, three substitute,
    /// one inserts and one deletes.
    func edited(
        _ text: [Unicode.Scalar],
        percent: Int,
        using random: inout SplitMix64
    ) -> [Unicode.Scalar] {
        var positions = text.indices.filter { PlainSimilarity.isKept(text[$0]) }
        let asked = Self.editCount(characters: text.count, percent: percent)
        let count = min(positions.count, asked)
        random.shufflePrefix(count, of: &positions)
        let substituted = (count * 6 + 5) / 10
        let inserted = (count * 2 + 5) / 10
        var pieces = text.map { [$0] }
        for (order, position) in positions.prefix(count).enumerated() {
            if order < substituted {
                pieces[position] = [character(otherThan: text[position], using: &random)]
            } else if order < substituted + inserted {
                pieces[position].append(character(otherThan: text[position], using: &random))
            } else {
                pieces[position] = []
            }
        }
        return pieces.flatMap { $0 }
    }

    private func character(
        otherThan excluded: Unicode.Scalar,
        using random: inout SplitMix64
    ) -> Unicode.Scalar {
        // Ends: the alphabet holds at least two different characters.
        while true {
            let choice = random.element(of: alphabet)
            if choice != excluded { return choice }
        }
    }
}

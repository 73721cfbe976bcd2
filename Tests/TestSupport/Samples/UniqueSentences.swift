/// Writes sentences that share no long run of characters with any that were written before.
package struct UniqueSentences {
    /// Characters of the shortest run that no two may share.
    private let runLength: Int
    private var runs: Set<[Character]> = []
    private var end: [Character] = []
    private var used: Set<String> = []

    /// Creates a writer.
    ///
    /// - Parameter runLength: Characters that count of the shortest run that no two may share.
    package init(runLength: Int) {
        self.runLength = runLength
    }

    /// Begins another document.
    package mutating func begin() {
        end = []
        used = []
    }

    /// Writes a sentence: the first one drawn that shares nothing, in a form that the document does not
    /// have yet, as far as there are others.
    ///
    /// - Parameters:
    ///   - rule: The rule it is written by.
    ///   - grammar: The rules.
    ///   - random: Where it is drawn from.
    /// - Returns: The sentence.
    package mutating func sentence(
        of rule: String,
        in grammar: Grammar,
        using random: inout SplitMix64
    ) -> String {
        let all = grammar.choices(of: rule)
        let others = all.filter { !used.contains($0) }
        for attempt in 0..<10_000 {
            let isLate = attempt > 5000 || others.isEmpty
            guard let choice = (isLate ? all : others).randomElement(using: &random) else { break }
            let text = grammar.text(of: choice, using: &random)
            guard accept(text) else { continue }
            used.insert(choice)
            return text
        }
        preconditionFailure("the rule \(rule) has too few words")
    }

    /// Takes a sentence if it shares nothing with those before.
    private mutating func accept(_ text: String) -> Bool {
        let letters = end + text.lowercased().filter { $0.isLetter || $0.isNumber }
        guard letters.count >= runLength else {
            end = letters
            return true
        }
        let found = (0...letters.count - runLength).map { Array(letters[$0..<$0 + runLength]) }
        guard runs.isDisjoint(with: found) else { return false }
        runs.formUnion(found)
        end = letters.suffix(runLength - 1)
        return true
    }
}

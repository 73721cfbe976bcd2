/// Rules that sentences are written by: a name, and what may stand for it.
///
/// A rule begins on a line of its own with its name and a colon. What may stand for it follows,
/// parted by `|` or by line ends; `{name}` in it stands for what another rule gives.
package struct Grammar: Sendable {
    private var alternatives: [String: [String]] = [:]

    /// Reads rules; a rule that comes again takes the place of the one before.
    package init(_ texts: String...) {
        for text in texts { read(text) }
    }

    private mutating func read(_ text: String) {
        var name = ""
        for line in text.split(separator: "\n") {
            var words = line[...]
            if let colon = line.firstIndex(of: ":"), line[..<colon].allSatisfy(Self.isOfName) {
                name = String(line[..<colon])
                words = line[colon...].dropFirst()
                alternatives[name] = []
            }
            let found = words.split(separator: "|")
                .map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
            alternatives[name, default: []] += found
        }
    }

    private static func isOfName(_ character: Character) -> Bool {
        character.isASCII && character.isLetter
    }

    /// What may stand for a rule.
    package func choices(of rule: String) -> [String] {
        alternatives[rule] ?? []
    }

    /// Writes what may stand for a rule: what stands for the rules in it is drawn, and nothing is drawn
    /// twice, as far as there is something else.
    ///
    /// - Parameters:
    ///   - choice: One of ``choices(of:)``.
    ///   - random: Where the rest is drawn from.
    /// - Returns: The text.
    package func text(of choice: String, using random: inout SplitMix64) -> String {
        var drawn: Set<String> = []
        return expanded(choice, besides: &drawn, using: &random)
    }

    private func expanded(
        _ choice: String,
        besides drawn: inout Set<String>,
        using random: inout SplitMix64
    ) -> String {
        drawn.insert(choice)
        var output = ""
        var rest = choice[...]
        while let open = rest.firstIndex(of: "{"), let close = rest.firstIndex(of: "}") {
            let all = choices(of: String(rest[rest.index(after: open)..<close]))
            precondition(!all.isEmpty, "no rule in \(rest[open...close])")
            let others = all.filter { !drawn.contains($0) }
            let inner = (others.isEmpty ? all : others).randomElement(using: &random)
            output += rest[..<open]
            output += expanded(inner ?? "", besides: &drawn, using: &random)
            rest = rest[rest.index(after: close)...]
        }
        return output + rest
    }
}

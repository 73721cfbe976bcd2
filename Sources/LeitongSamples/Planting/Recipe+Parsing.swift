extension Recipe {
    /// Reads a recipe.
    ///
    /// - Parameters:
    ///   - name: The recipe's file name, which the speech made from it takes over.
    ///   - text: What the file holds.
    /// - Throws: `CorpusError.Code.malformedRecipe` with the line, where a directive is unknown or
    ///   not complete.
    public init(name: String, text: String) throws(CorpusError) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        var parser = RecipeParser(file: "recipes/\(name)", lines: lines)
        self.init(name: name, steps: try parser.steps())
    }
}

/// Reads the lines of one recipe in order.
private struct RecipeParser {
    let file: String
    let lines: [String]
    /// The number of lines read so far, so also the number of the line last read.
    private var line = 0

    init(file: String, lines: [String]) {
        self.file = file
        self.lines = lines
    }

    mutating func steps() throws(CorpusError) -> [Recipe.Step] {
        var steps: [Recipe.Step] = []
        while line < lines.count {
            let text = lines[line]
            line += 1
            let first = line
            let action = text.hasPrefix("@") ? try directive(text) : .ownText(text)
            steps.append(Recipe.Step(line: first, action: action))
        }
        return steps
    }

    private mutating func directive(_ text: String) throws(CorpusError) -> Recipe.Action {
        let words = text.split(separator: " ").map(String.init)
        guard let forms = Self.forms[words[0]] else {
            throw malformed("unknown directive \(words[0])")
        }
        guard words.count == 3 + forms.count, let number = Int(words[2]), number > 0 else {
            let form = ([words[0], "FILE", "PARAGRAPH"] + forms).joined(separator: " ")
            throw malformed("expected \(form)")
        }
        let source = Recipe.Source(file: words[1], line: number)
        return .plant(try change(words[0], arguments: Array(words.dropFirst(3))), source)
    }

    /// The arguments of each directive after file and paragraph.
    private static let forms: [String: [String]] = [
        "@copy": [], "@edit": ["PERCENT"], "@redact": ["MARK"], "@reorder": [],
        "@contain": ["FROM", "TO"], "@wrap": ["COLUMNS"], "@fullwidth": [], "@traditional": [],
    ]

    private mutating func change(
        _ name: String,
        arguments: [String]
    ) throws(CorpusError) -> Recipe.Change {
        switch name {
        case "@edit":
            return .edit(percent: try number(arguments[0], called: "PERCENT", in: 1...100))
        case "@redact":
            let words = try argumentLine("the words to hide").split(separator: " ")
            return .redact(mark: arguments[0], words: words.map(String.init))
        case "@reorder":
            return .reorder
        case "@contain":
            return try containment(from: arguments[0], to: arguments[1])
        case "@wrap":
            return .wrap(columns: try number(arguments[0], called: "COLUMNS", in: 20...200))
        case "@fullwidth":
            return .fullWidth
        case "@traditional":
            return .traditional(converted: try argumentLine("the converted text"))
        default:
            return .copy
        }
    }

    private mutating func containment(
        from first: String,
        to last: String
    ) throws(CorpusError) -> Recipe.Change {
        let from = try number(first, called: "FROM", in: 1...999)
        let to = try number(last, called: "TO", in: from...999)
        let text = Array(try argumentLine("own text with {}").unicodeScalars)
        let gaps = text.indices.dropLast().filter { text[$0] == "{" && text[$0 + 1] == "}" }
        guard gaps.count == 1 else { throw malformed("expected own text with {} once") }
        return .contain(
            sentences: from...to,
            before: String(scalars: text[..<gaps[0]]),
            after: String(scalars: text[(gaps[0] + 2)...])
        )
    }

    private mutating func argumentLine(_ meaning: String) throws(CorpusError) -> String {
        guard line < lines.count, !lines[line].isEmpty, !lines[line].hasPrefix("@") else {
            throw malformed("the next line must hold \(meaning)")
        }
        line += 1
        return lines[line - 1]
    }

    private func number(
        _ text: String,
        called name: String,
        in range: ClosedRange<Int>
    ) throws(CorpusError) -> Int {
        guard let number = Int(text), range.contains(number) else {
            throw malformed(
                "\(name) must be a number from \(range.lowerBound) to \(range.upperBound), not \(text)"
            )
        }
        return number
    }

    private func malformed(_ reason: String) -> CorpusError {
        CorpusError(.malformedRecipe, file: file, line: line, reason: reason)
    }
}

extension String {
    /// The text of some Unicode scalars.
    init(scalars: some Sequence<Unicode.Scalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}

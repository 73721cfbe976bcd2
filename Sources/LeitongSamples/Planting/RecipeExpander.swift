import LeitongAlgorithms

/// Makes speeches with planted copies from recipes, and says where the copies are.
///
///     let expander = RecipeExpander(originals: speeches, seed: 1)
///     let expansion = try expander.expansion(of: recipes)
///     expansion.pairs.first?.kind  // .exact
///
/// Equal originals, recipes and seed give equal speeches; a directive's choices depend on its
/// recipe's name and its line alone, so that a change of one recipe leaves the others as they were.
public struct RecipeExpander: Sendable {
    /// The seed that the committed corpus was made with.
    public static let defaultSeed: UInt64 = 20_261_121

    private let sources: [String: [PlacedParagraph]]
    private let editor: CharacterEditor
    private let seed: UInt64

    /// Speeches made from recipes, and the pairs planted in them.
    public struct Expansion: Sendable, Equatable {
        /// The speeches, in the order of their recipes.
        public let speeches: [Speech]
        /// The planted pairs: each copy with its original in the order of the recipes, then the
        /// pairs of copies that share an original.
        public let pairs: [PlantedPair]
    }

    /// Takes the speeches to copy from.
    ///
    /// - Parameters:
    ///   - originals: The speeches that recipes name; edits draw their characters from them.
    ///   - seed: Decides which characters are edited and how sentences are reordered.
    public init(originals: [Speech], seed: UInt64 = Self.defaultSeed) {
        let named = originals.map { ($0.name, $0.paragraphs) }
        sources = Dictionary(named) { _, last in last }
        editor = CharacterEditor(texts: originals.map(\.text))
        self.seed = seed
    }

    /// Expands some recipes.
    ///
    /// - Throws: `CorpusError.Code.missingSource` with file and line, where a recipe names a
    ///   speech, paragraph, sentence or word that does not exist.
    public func expansion(of recipes: [Recipe]) throws(CorpusError) -> Expansion {
        var speeches: [Speech] = []
        var pairs: [PlantedPair] = []
        for recipe in recipes {
            var kitchen = Kitchen(recipe: recipe, expander: self)
            try kitchen.expand()
            speeches.append(Speech(name: recipe.name, text: kitchen.writer.text))
            pairs += kitchen.pairs
        }
        return Expansion(speeches: speeches, pairs: pairs + Self.pairsOfCopies(pairs))
    }

    /// Pairs copies of one original with each other; a copy of a part is left out, since two parts
    /// need not overlap.
    private static func pairsOfCopies(_ pairs: [PlantedPair]) -> [PlantedPair] {
        var earlier: [String: [PlantedPair]] = [:]
        var result: [PlantedPair] = []
        for pair in pairs where pair.kind != .contained {
            let original = "\(pair.a.file):\(pair.a.line)"
            for other in earlier[original, default: []] {
                let kind = other.kind.weight > pair.kind.weight ? other.kind : pair.kind
                result.append(PlantedPair(a: other.b, b: pair.b, kind: kind))
            }
            earlier[original, default: []].append(pair)
        }
        return result
    }
}

extension RecipeExpander {
    /// Where one recipe becomes a speech.
    private struct Kitchen {
        let recipe: Recipe
        let expander: RecipeExpander
        var writer: SpeechWriter
        var pairs: [PlantedPair] = []
        /// Where each line of own text was written, by recipe line.
        private var ownText: [Int: PlacedParagraph] = [:]
        private var followsWrapped = false

        init(recipe: Recipe, expander: RecipeExpander) {
            self.recipe = recipe
            self.expander = expander
            writer = SpeechWriter(name: recipe.name)
        }

        mutating func expand() throws(CorpusError) {
            for step in recipe.steps {
                switch step.action {
                case .ownText(let text):
                    ownText[step.line] = write(text, isWrapped: false)
                case .plant(let change, let source):
                    let original = try paragraph(source, at: step.line)
                    try plant(change, of: original, at: step.line)
                }
            }
        }

        /// Writes a paragraph; a wrapped one stands between blank lines, so that readers see where
        /// it begins and ends.
        private mutating func write(_ text: String, isWrapped: Bool) -> PlacedParagraph {
            if isWrapped || (followsWrapped && !text.isEmpty) { writer.writeBlankLineIfNone() }
            followsWrapped = isWrapped
            return writer.write(paragraph: text)
        }

        private func paragraph(
            _ source: Recipe.Source,
            at line: Int
        ) throws(CorpusError) -> PlacedParagraph {
            if source.file == recipe.name {
                if let paragraph = ownText[source.line], !paragraph.text.isEmpty {
                    return paragraph
                }
                throw missing("line \(source.line) is not earlier own text", at: line)
            }
            guard let lines = expander.sources[source.file] else {
                throw missing("there is no speech \(source.file)", at: line)
            }
            guard lines.indices.contains(source.line - 1), !lines[source.line - 1].text.isEmpty
            else {
                throw missing("\(source.file) has no paragraph on line \(source.line)", at: line)
            }
            return lines[source.line - 1]
        }

        private mutating func plant(
            _ change: Recipe.Change,
            of original: PlacedParagraph,
            at line: Int
        ) throws(CorpusError) {
            if case .contain(let sentences, let before, let after) = change {
                let taken = try range(of: sentences, in: original, at: line)
                let part = String(scalars: Array(original.text.unicodeScalars)[taken])
                let copy = write(before + part + after, isWrapped: false)
                let start = copy.range.lowerBound + before.unicodeScalars.count
                let aStart = original.range.lowerBound + taken.lowerBound
                pairs.append(
                    PlantedPair(
                        a: original,
                        b: copy,
                        kind: .contained,
                        aPassage: aStart..<aStart + taken.count,
                        bPassage: start..<start + taken.count
                    )
                )
                return
            }
            let text = try changed(Array(original.text.unicodeScalars), by: change, at: line)
            let copy = write(String(scalars: text), isWrapped: change.kind == .wrapped)
            pairs.append(PlantedPair(a: original, b: copy, kind: change.kind))
        }

        private func range(
            of sentences: ClosedRange<Int>,
            in original: PlacedParagraph,
            at line: Int
        ) throws(CorpusError) -> Range<Int> {
            let ranges = Sentences.ranges(in: Array(original.text.unicodeScalars))
            guard sentences.upperBound <= ranges.count else {
                throw missing("the paragraph has \(ranges.count) sentences", at: line)
            }
            let first = ranges[sentences.lowerBound - 1]
            return first.lowerBound..<ranges[sentences.upperBound - 1].upperBound
        }

        private func changed(
            _ text: [Unicode.Scalar],
            by change: Recipe.Change,
            at line: Int
        ) throws(CorpusError) -> [Unicode.Scalar] {
            var random = SplitMix64(seed: expander.seed, place: recipe.name, number: line)
            switch change {
            case .copy, .contain:
                return text
            case .edit(let percent):
                return expander.editor.edited(text, percent: percent, using: &random)
            case .redact(let mark, let words):
                return try redacted(text, words: words, mark: mark, at: line)
            case .reorder:
                if let text = Sentences.reordered(text, using: &random) { return text }
                throw missing("the paragraph has nothing to reorder", at: line)
            case .wrap(let columns):
                return Array(
                    LineWrapper.lines(of: text, columns: columns).joined(separator: ["\n"])
                )
            case .fullWidth:
                return WidthSwap.swapped(text)
            case .traditional(let converted):
                return try checked(Array(converted.unicodeScalars), length: text.count, at: line)
            }
        }

        private func redacted(
            _ text: [Unicode.Scalar],
            words: [String],
            mark: String,
            at line: Int
        ) throws(CorpusError) -> [Unicode.Scalar] {
            switch Redaction.redacted(text, words: words, mark: mark) {
            case .success(let text): return text
            case .failure(let missing):
                throw self.missing(
                    "the paragraph does not hold \(missing.word), or not so often",
                    at: line + 1
                )
            }
        }

        /// A converted line must pair character by character with its original.
        private func checked(
            _ converted: [Unicode.Scalar],
            length: Int,
            at line: Int
        ) throws(CorpusError) -> [Unicode.Scalar] {
            guard converted.count == length else {
                throw missing(
                    "the converted text has \(converted.count) characters, its original \(length)",
                    at: line + 1
                )
            }
            return converted
        }

        private func missing(_ reason: String, at line: Int) -> CorpusError {
            CorpusError(.missingSource, file: "recipes/\(recipe.name)", line: line, reason: reason)
        }
    }
}

import LeitongAlgorithms

/// Makes collections of any size with known near-duplicates, from the clauses of a small corpus.
///
///     let clauses = ParagraphGenerator.clauses(in: speeches.map(\.text))
///     let generator = ParagraphGenerator(seed: 1, clauses: clauses)
///     generator.paragraph(at: 17).kind  // nil, or how it was copied from paragraph `origin`
///
/// Each paragraph is a function of the seed and its index alone: ten million of them need no more
/// memory than one, and may be made in any order and by any number of threads.
///
/// Base paragraphs join first and second halves of different clauses, whole clauses, set phrases,
/// and names, dates and numbers drawn at random. Two of them share phrases, as official prose does,
/// but practically never half of their shingles. Of all paragraphs 21 % are planted copies of a base
/// paragraph at any smaller index: 1 % exact; 2 % each with 1, 2 and 3 % of the characters edited;
/// 3 % each with 5 and 10 %; 2 % each with 20 and 30 %; 2 % with sentences reordered; 2 % that hold
/// 50 to 90 % of the original beside other text. Copies of one original also resemble each other:
/// labels name the original only.
public struct ParagraphGenerator: Sendable {
    /// The share of each kind of planted copies, in ten thousand paragraphs.
    public static let plantedShares: [(kind: PlantedKind, perTenThousand: Int)] = [
        (.exact, 100),
        (.edited(percent: 1), 200), (.edited(percent: 2), 200), (.edited(percent: 3), 200),
        (.edited(percent: 5), 300), (.edited(percent: 10), 300),
        (.edited(percent: 20), 200), (.edited(percent: 30), 200),
        (.reordered, 200), (.contained, 200),
    ]

    /// What the paragraphs depend on besides their index and the clauses.
    public let seed: UInt64
    private let bank: ClauseBank
    private let editor: CharacterEditor

    /// The separate sequences of choices made for one index.
    private enum Stream: UInt64 {
        case kind = 1
        case length
        case text
        case copy
    }

    /// Takes the material of the paragraphs.
    ///
    /// - Parameters:
    ///   - seed: Decides everything that is drawn at random.
    ///   - clauses: Clauses of four characters or more, at least one; some thousand make unlike
    ///     paragraphs. Those found three times or more are used as set phrases.
    public init(seed: UInt64, clauses: [String]) {
        self.seed = seed
        bank = ClauseBank(clauses: clauses)
        editor = CharacterEditor(texts: clauses)
    }

    /// The clauses of some texts, as often as the texts hold them.
    ///
    /// A clause is what stands between two of ，。；：！？ and line ends. Left out are clauses under 4
    /// or over 24 characters and those with quotes, brackets or dashes.
    public static func clauses(in texts: [String]) -> [String] {
        ClauseBank.clauses(in: texts)
    }

    /// The paragraph of an index.
    ///
    /// - Complexity: O(*n*) in the length of the paragraph, whatever the index.
    public func paragraph(at index: Int) -> GeneratedParagraph {
        precondition(index >= 0, "paragraphs are counted from 0")
        guard let kind = kind(at: index) else {
            return GeneratedParagraph(text: baseText(at: index), origin: nil, kind: nil)
        }
        var random = stream(.copy, at: index)
        let origin = origin(before: index, using: &random)
        let text = copy(of: baseText(at: origin), kind: kind, using: &random)
        return GeneratedParagraph(text: text, origin: origin, kind: kind)
    }

    private func stream(_ stream: Stream, at index: Int) -> SplitMix64 {
        SplitMix64(seed: seed, stream: stream.rawValue, number: index)
    }

    /// How the paragraph of an index is copied; nil for a base paragraph, as that of 0 always is.
    private func kind(at index: Int) -> PlantedKind? {
        guard index > 0 else { return nil }
        var random = stream(.kind, at: index)
        var place = random.below(10_000)
        for (kind, share) in Self.plantedShares {
            if place < share { return kind }
            place -= share
        }
        return nil
    }

    /// Whether the paragraph of an index is a short line, as that of 0 never is.
    private func isShort(at index: Int) -> Bool {
        guard index > 0 else { return false }
        var random = stream(.length, at: index)
        return random.happens(perThousand: 15)
    }

    /// A base paragraph at a smaller index that is worth copying: the first one at or before a
    /// place chosen at random.
    private func origin(before index: Int, using random: inout SplitMix64) -> Int {
        var candidate = random.below(index)
        // Ends: the paragraph of 0 is a base paragraph and not short.
        while kind(at: candidate) != nil || isShort(at: candidate) { candidate -= 1 }
        return candidate
    }

    private func baseText(at index: Int) -> String {
        var random = stream(.text, at: index)
        var writer = ClauseWriter(bank: bank)
        if isShort(at: index) { return writer.shortLine(using: &random) }
        return writer.paragraph(
            length: LengthDistribution.length(using: &random),
            using: &random
        )
    }

    private func copy(
        of original: String,
        kind: PlantedKind,
        using random: inout SplitMix64
    ) -> String {
        let text = Array(original.unicodeScalars)
        switch kind {
        case .edited(let percent):
            return String(scalars: editor.edited(text, percent: percent, using: &random))
        case .reordered:
            return String(scalars: Sentences.reordered(text, using: &random) ?? text)
        case .contained:
            return containing(text, using: &random)
        default:
            return original
        }
    }

    /// Half to nine tenths of a text, before or after 20 to 80 characters of other text.
    private func containing(
        _ text: [Unicode.Scalar],
        using random: inout SplitMix64
    ) -> String {
        let size = text.count * (50 + random.below(41)) / 100
        let start = random.below(text.count - size + 1)
        let part = String(scalars: text[start..<start + size])
        var writer = ClauseWriter(bank: bank)
        let other = writer.paragraph(length: 20 + random.below(61), using: &random)
        return random.happens(perThousand: 500) ? other + part : part + other
    }
}

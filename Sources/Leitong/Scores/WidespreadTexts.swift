import LeitongAlgorithms
@_spi(Core) import LeitongCore
import LeitongReport

/// Texts in very many places: which units hold each, without an entry for every two of them.
struct WidespreadTexts: Sendable {
    /// A stretch of a unit where such a text stands.
    struct Part: Sendable {
        var unit: Int
        var text: Int
        var range: Range<Int>
    }

    /// Units that hold each text, rising.
    private(set) var holders: [[Int]] = []
    /// What each text was taken for.
    private(set) var classes: [MatchClass] = []
    /// Which of the phrases given each text is a piece of.
    private(set) var phraseOfText: [Int] = []
    /// By unit, then position.
    private var parts: [Part] = []
    /// Where the parts of each unit begin, and one entry more.
    private var firstOfUnit: [Int] = []
    private let pairs: UnitPairs

    /// Takes texts apart by unit.
    ///
    /// - Parameters:
    ///   - phrases: Texts with all their places.
    ///   - units: Where the units lie.
    ///   - pairs: Which units are compared.
    /// - Returns: The texts by unit.
    /// - Complexity: Linear in the places but for sorting.
    static func parting(
        _ phrases: [FoundPhrase],
        units: UnitRanges,
        pairs: UnitPairs
    ) -> WidespreadTexts {
        var texts = WidespreadTexts(pairs: pairs)
        for (index, phrase) in phrases.enumerated() { texts.add(phrase, index, units) }
        texts.parts.sort {
            ($0.unit, $0.range.lowerBound, $0.text) < ($1.unit, $1.range.lowerBound, $1.text)
        }
        texts.firstOfUnit = GroupStarts.starts(groupCount: units.ranges.count) { count in
            for part in texts.parts { count(part.unit) }
        }
        return texts
    }

    /// The stretches of a unit that stand in other units, by position.
    func parts(ofUnit unit: Int) -> ArraySlice<Part> {
        parts[firstOfUnit[unit]..<firstOfUnit[unit + 1]]
    }

    /// The other units that hold a part's text and are compared with the part's unit.
    func sources(of part: Part) -> some Sequence<Int> {
        holders[part.text].lazy.filter { pairs.allows(part.unit, $0) }
    }

    /// Adds a text, cut wherever a unit ends at any of its places, so that each piece lies in one
    /// unit everywhere.
    private mutating func add(_ phrase: FoundPhrase, _ index: Int, _ units: UnitRanges) {
        var cuts: Set<Int> = [0, phrase.length]
        for start in phrase.starts {
            let range = start..<start + phrase.length
            cuts.formUnion(units.borders(inside: range).map { $0 - start })
        }
        let offsets = cuts.sorted()
        for (from, to) in zip(offsets, offsets.dropFirst()) {
            addPiece(phrase.starts.map { $0 + from..<$0 + to }, phrase.matchClass, units)
            while phraseOfText.count < holders.count { phraseOfText.append(index) }
        }
    }

    private mutating func addPiece(
        _ ranges: [Range<Int>],
        _ matchClass: MatchClass,
        _ units: UnitRanges
    ) {
        let text = holders.count
        let places = ranges.compactMap { range in
            units.unit(at: range.lowerBound).map { Part(unit: $0, text: text, range: range) }
        }
        let all = Set(places.map(\.unit)).sorted()
        let compared = places.filter { pairs.allowsAny(of: all, with: $0.unit) }
        guard !compared.isEmpty else { return }
        parts += compared
        holders.append(all)
        classes.append(matchClass)
    }
}

/// Which units are compared with which.
struct UnitPairs: Sendable {
    private let documents: [Int]
    private let rule: PairRule

    init(_ corpus: Corpus, rule: PairRule) {
        documents = corpus.units.indices.map { corpus.units.document(ofUnit: $0) }
        self.rule = rule
    }

    /// Whether what one unit holds of the other counts.
    ///
    /// Sections of one document are compared where
    /// all are; a unit is no source of itself.
    func allows(_ a: Int, _ b: Int) -> Bool {
        a != b && (rule.isAll || rule.allows(documents[a], documents[b]))
    }

    /// Whether a unit is compared with any of these.
    ///
    /// - Complexity: Linear in them where few are compared, else constant.
    func allowsAny(of others: [Int], with unit: Int) -> Bool {
        others.contains { allows(unit, $0) }
    }
}

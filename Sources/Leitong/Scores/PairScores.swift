import LeitongCore
import LeitongReport

/// The scores of all pairs of units, by matching paragraphs.
///
/// Covered is the share of a unit's folded characters that stand in a paragraph with a verified
/// copy in the other unit. Paragraphs left out as too short count on neither side.
struct PairScores: Sendable {
    private let collection: Collection
    private let comparison: ParagraphComparison
    private let units: [Int]

    init(collection: Collection, comparison: ParagraphComparison, units: [Int]) {
        self.collection = collection
        self.comparison = comparison
        self.units = units
    }

    /// What of one unit stands in another.
    struct Covered: Sendable {
        var characters = 0
        var paragraphs = 0
        var longest = 0
    }

    /// Scores every pair of units, in order.
    func all(threads: Int) async -> [PairScore] {
        let covered = coverage()
        let totals = units.map { total(of: $0) }
        let shingles = await shingleSets(threads: threads)
        let rows = await ParallelRanges.map(
            count: units.count,
            chunkSize: 4,
            threads: threads
        ) { range in
            range.flatMap { a in
                (a + 1..<units.count)
                    .map { b in
                        score(a, b, covered: covered, totals: totals, shingles: shingles)
                    }
            }
        }
        return Array(rows.joined())
    }

    private func score(
        _ a: Int,
        _ b: Int,
        covered: [UnitPair: Covered],
        totals: [Int],
        shingles: [ShingleSet]
    ) -> PairScore {
        let aInB = covered[UnitPair(of: a, by: b)] ?? Covered()
        let bInA = covered[UnitPair(of: b, by: a)] ?? Covered()
        return PairScore(
            a: collection.units[units[a]].name,
            b: collection.units[units[b]].name,
            aCovered: Rounded.share(aInB.characters, of: totals[a]),
            bCovered: Rounded.share(bInA.characters, of: totals[b]),
            resemblance: Rounded.similarity(shingles[a].overlap(with: shingles[b])),
            longest: Swift.max(aInB.longest, bInA.longest),
            aMatchedCharacters: aInB.characters,
            bMatchedCharacters: bInA.characters,
            aCharacters: totals[a],
            bCharacters: totals[b],
            aMatchedParagraphs: aInB.paragraphs,
            bMatchedParagraphs: bInA.paragraphs
        )
    }

    /// Folded characters of a unit's compared paragraphs.
    private func total(of unit: Int) -> Int {
        collection.units[unit].paragraphs
            .reduce(0) { sum, paragraph in
                comparison.texts.textOfParagraph[paragraph] == DistinctTexts.noText
                    ? sum : sum + Int(comparison.texts.lengths[paragraph])
            }
    }

    /// For each ordered pair of units, what of the first stands in the second.
    private func coverage() -> [UnitPair: Covered] {
        let holders = unitsOfTexts()
        let copies = neighbours()
        var covered: [UnitPair: Covered] = [:]
        for (position, unit) in units.enumerated() {
            for paragraph in collection.units[unit].paragraphs {
                let text = comparison.texts.textOfParagraph[paragraph]
                guard text != DistinctTexts.noText else { continue }
                var others = Set(holders[text] ?? [])
                for copy in copies[text] ?? [] { others.formUnion(holders[copy] ?? []) }
                others.remove(position)
                let length = Int(comparison.texts.lengths[paragraph])
                for other in others {
                    covered[UnitPair(of: position, by: other), default: Covered()].add(length)
                }
            }
        }
        return covered
    }

    /// The selected units each copied text stands in.
    private func unitsOfTexts() -> [UInt32: [Int]] {
        var holders: [UInt32: [Int]] = [:]
        for (position, unit) in units.enumerated() {
            for paragraph in collection.units[unit].paragraphs {
                let text = comparison.texts.textOfParagraph[paragraph]
                guard text != DistinctTexts.noText, holders[text]?.last != position else {
                    continue
                }
                holders[text, default: []].append(position)
            }
        }
        return holders
    }

    /// The verified copies of each text.
    private func neighbours() -> [UInt32: [UInt32]] {
        var copies: [UInt32: [UInt32]] = [:]
        for edge in comparison.edges {
            copies[edge.pair.first, default: []].append(edge.pair.second)
            copies[edge.pair.second, default: []].append(edge.pair.first)
        }
        return copies
    }

    private func shingleSets(threads: Int) async -> [ShingleSet] {
        let parts = await ParallelRanges.map(
            count: units.count,
            chunkSize: 8,
            threads: threads
        ) { range in
            var lookup = TextLookup(
                batch: collection.batch,
                texts: comparison.texts,
                folder: comparison.folder,
                shingler: comparison.shingler
            )
            return range.map { position in
                var set = ShingleSet()
                for paragraph in collection.units[units[position]].paragraphs {
                    let text = comparison.texts.textOfParagraph[paragraph]
                    guard text != DistinctTexts.noText else { continue }
                    lookup.read(text)
                    set.insert(lookup.shingles)
                }
                set.seal()
                return set
            }
        }
        return Array(parts.joined())
    }
}

extension PairScores.Covered {
    fileprivate mutating func add(_ length: Int) {
        characters += length
        paragraphs += 1
        longest = Swift.max(longest, length)
    }
}

/// Two units by position: what of the first stands in the second.
private struct UnitPair: Hashable, Sendable {
    var of: Int
    var by: Int
}

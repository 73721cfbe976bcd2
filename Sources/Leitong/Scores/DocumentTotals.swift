@_spi(Core) import LeitongCore
import LeitongReport

/// How much of a unit was copied, and from where.
///
/// A character that stands in three sources counts once.
struct DocumentTotals: Sendable {
    /// Sources that a report names.
    static let sourceLimit = 5

    /// Characters of the unit.
    private(set) var characters = 0
    /// Characters in copies shared with any other unit.
    private(set) var copied = 0
    /// The same with set phrases, quotations and common text.
    private(set) var shared = 0
    /// Characters of text that most documents hold, and that no copy holds.
    private(set) var common = 0
    /// Characters of text of templates, which are in none of the others.
    private(set) var template = 0
    /// Sources, the one that explains most first.
    private(set) var sources: [Source] = []
    /// Whether all sources are known: a unit of texts in very many places has too many to go
    /// through, and only those that share a passage of their own with it are listed.
    private(set) var knowsAllSources = true

    /// What one source explains.
    struct Source: Sendable {
        var unit: Int
        var characters: Int
        /// Characters that no other source explains.
        var exclusive: Int
    }

    /// Pairs of a unit's text and another holder of it that are gone through; beyond that, time
    /// would grow with the square of the units that share a text.
    private static let holderLimit = 1 << 16

    /// Adds up a unit.
    ///
    /// - Parameters:
    ///   - unit: The unit.
    ///   - texts: What units share.
    /// - Returns: Its totals.
    /// - Complexity: Linear but for sorting.
    static func total(ofUnit unit: Int, in texts: SharedTexts) -> DocumentTotals {
        let range = texts.units.ranges[unit]
        var total = DocumentTotals(
            characters: texts.units.characterCount(of: range),
            template: texts.units.template.count(in: range)
        )
        let parts = texts.widespread.parts(ofUnit: unit)
        let own = texts.stretches.stretches(ofUnit: unit).filter { $0.matchClass != .template }
        guard !own.isEmpty || !parts.isEmpty else { return total }
        let copiedParts = parts.filter {
            texts.wholes.isCopied(
                texts.widespread.classes[$0.text],
                unit,
                among: texts.widespread.sources(of: $0)
            )
        }
        total.addCharacters(own, parts, copiedParts, texts)
        total.addSources(own.filter(\.isCopy), copiedParts, texts)
        return total
    }

    /// Counts the characters that are copied, shared and common.
    private mutating func addCharacters(
        _ own: [SharedStretches.Stretch],
        _ parts: ArraySlice<WidespreadTexts.Part>,
        _ copiedParts: [WidespreadTexts.Part],
        _ texts: SharedTexts
    ) {
        let (units, classes) = (texts.units, texts.widespread.classes)
        let copies = DisjointRanges(own.filter(\.isCopy).map(\.range) + copiedParts.map(\.range))
        copied = units.characterCount(of: copies)
        shared = units.characterCount(of: DisjointRanges(own.map(\.range) + parts.map(\.range)))
        let commonRanges =
            own.filter { $0.matchClass == .common }.map(\.range)
            + parts.filter { classes[$0.text] == .common }.map(\.range)
        common = units.characterCount(of: DisjointRanges(commonRanges).subtracting(copies))
    }

    /// Finds the sources, unless too many units hold the texts in very many places.
    private mutating func addSources(
        _ copies: [SharedStretches.Stretch],
        _ copiedParts: [WidespreadTexts.Part],
        _ texts: SharedTexts
    ) {
        let widespread = texts.widespread
        var copies = copies
        let holderCount = copiedParts.reduce(0) { $0 + widespread.holders[$1.text].count }
        knowsAllSources = holderCount <= Self.holderLimit
        for part in copiedParts where knowsAllSources {
            let matchClass = widespread.classes[part.text]
            for source in widespread.sources(of: part)
            where texts.wholes.resolved(matchClass, part.unit, source) == .copy {
                copies.append(
                    .init(
                        unit: part.unit,
                        source: source,
                        range: part.range,
                        otherStart: 0,
                        matchClass: .copy
                    )
                )
            }
        }
        copies.sort { $0.precedes($1) }
        let crowded = knowsAllSources ? [] : copiedParts.map(\.range)
        sources = Self.sources(copies, crowded: DisjointRanges(crowded), texts.units)
    }

    /// What each source explains, from stretches by source, and what very many hold.
    private static func sources(
        _ own: [SharedStretches.Stretch],
        crowded: DisjointRanges,
        _ units: UnitRanges
    ) -> [Source] {
        var bySource: [(unit: Int, ranges: DisjointRanges)] = []
        for stretch in own {
            if bySource.last?.unit != stretch.source {
                bySource.append((stretch.source, DisjointRanges()))
            }
            bySource[bySource.count - 1].ranges.add(stretch.range)
        }
        let exclusive = exclusive(bySource.map(\.ranges), crowded, units)
        return zip(bySource, exclusive)
            .map { source, exclusive in
                Source(
                    unit: source.unit,
                    characters: units.characterCount(of: source.ranges),
                    exclusive: exclusive
                )
            }
            .sorted { ($1.characters, $0.unit) < ($0.characters, $1.unit) }
    }

    /// Characters of each list of ranges that are in no other list, and not crowded.
    private static func exclusive(
        _ lists: [DisjointRanges],
        _ crowded: DisjointRanges,
        _ units: UnitRanges
    ) -> [Int] {
        var borders: [(position: Int, list: Int, change: Int)] = []
        for (list, ranges) in lists.enumerated() {
            for range in ranges.ranges {
                borders.append((range.lowerBound, list, 1))
                borders.append((range.upperBound, list, -1))
            }
        }
        // What is crowded is open twice, so that nothing there is in one list only.
        for range in crowded.ranges {
            borders.append((range.lowerBound, 0, 2))
            borders.append((range.upperBound, 0, -2))
        }
        borders.sort { $0.position < $1.position }
        var counts = [Int](repeating: 0, count: lists.count)
        var open = 0
        // The sum of the lists that are open: where one is, it is that one.
        var sum = 0
        var last = 0
        for border in borders {
            if open == 1, last < border.position {
                counts[sum] += units.characterCount(of: last..<border.position)
            }
            open += border.change
            sum += border.list * border.change
            last = border.position
        }
        return counts
    }
}

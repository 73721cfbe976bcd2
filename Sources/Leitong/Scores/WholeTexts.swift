@_spi(Core) import LeitongCore
import LeitongReport

/// Which two units share so much of what would not count that it is a copy between them.
///
/// What most documents hold, or what several quote, explains part of a text and never a whole one:
/// where all text of that kind that two units share is more than half of the shorter of them, it is a
/// copy between these two, however many hold it.
struct WholeTexts: Sendable {
    private let common: WholePairs
    private let quoted: WholePairs
    /// Whether common text counts as copied between any two units.
    private let countsCommon: Bool

    /// Finds the pairs.
    ///
    /// - Parameters:
    ///   - stretches: What units share, sealed.
    ///   - widespread: Texts in very many places.
    ///   - masks: What is known of the text.
    ///   - countsCommon: Whether common text counts as copied between any two units.
    /// - Returns: The pairs, by what they share.
    /// - Complexity: Linear in what is shared; for units of which more than half is such text, in the
    ///   pairs of their texts and other holders.
    static func finding(
        stretches: SharedStretches,
        widespread: WidespreadTexts,
        masks: TextMasks,
        countsCommon: Bool
    ) -> WholeTexts {
        WholeTexts(
            common: WholePairs(pairs(of: .common, masks.common, stretches, widespread)),
            quoted: WholePairs(
                pairs(of: .quotation, masks.quoted, stretches, widespread)
            ),
            countsCommon: countsCommon
        )
    }

    /// The class of what two units share.
    func resolved(_ matchClass: MatchClass, _ a: Int, _ b: Int) -> MatchClass {
        switch matchClass {
        case .common: countsCommon || common.contains(a, b) ? .copy : .common
        case .quotation: quoted.contains(a, b) ? .copy : .quotation
        default: matchClass
        }
    }

    /// Whether a unit's text of a class is a copy between it and any of some others.
    func isCopied(_ matchClass: MatchClass, _ unit: Int, among others: some Sequence<Int>) -> Bool {
        if matchClass == .copy { return true }
        guard mayBeCopied(matchClass, unit) else { return false }
        return others.contains { resolved(matchClass, unit, $0) == .copy }
    }

    /// Whether a unit's text of a class is a copy between it and any other at all: most units are in no
    /// pair, and then none of the many that hold a text with them need be asked for.
    private func mayBeCopied(_ matchClass: MatchClass, _ unit: Int) -> Bool {
        switch matchClass {
        case .common: countsCommon || common.isMember(unit)
        case .quotation: quoted.isMember(unit)
        default: false
        }
    }

    /// Parts units into those among which text of a class is a copy, and the rest.
    ///
    /// - Parameters:
    ///   - units: Units that hold a text, rising.
    ///   - matchClass: What it is taken for.
    /// - Returns: Groups of two units or more that copies join; and the units that are in none.
    /// - Complexity: Linear in the units, and quadratic in those that are in any pair.
    func groups(of units: [Int], _ matchClass: MatchClass) -> (copied: [[Int]], rest: [Int]) {
        // Where common text counts, all that hold it are one group.
        if matchClass == .common, countsCommon {
            return units.count > 1 ? ([units], []) : ([], units)
        }
        let members = units.indices.filter { mayBeCopied(matchClass, units[$0]) }
        if members.isEmpty { return ([], units) }
        var sets = DisjointSets(count: units.count)
        for (index, position) in members.enumerated() {
            for later in members[(index + 1)...]
            where resolved(matchClass, units[position], units[later]) == .copy {
                sets.join(UInt32(position), UInt32(later))
            }
        }
        var groups: [UInt32: [Int]] = [:]
        for position in units.indices {
            groups[sets.root(of: UInt32(position)), default: []].append(units[position])
        }
        let all = groups.values.sorted { $0[0] < $1[0] }
        return (all.filter { $0.count > 1 }, all.filter { $0.count == 1 }.flatMap { $0 })
    }

    /// Pairs of units that share more than half of the shorter in text that is marked, or in very many
    /// places of a class.
    private static func pairs(
        of matchClass: MatchClass,
        _ mask: TextMask,
        _ stretches: SharedStretches,
        _ widespread: WidespreadTexts
    ) -> Set<WholePairs.UnitPair> {
        let units = stretches.units
        var pairs: Set<WholePairs.UnitPair> = []
        for unit in units.ranges.indices {
            let length = units.characterCount(of: units.ranges[unit])
            let own = marked(stretches.stretches(ofUnit: unit), mask)
            let parts = widespread.parts(ofUnit: unit)
                .filter { widespread.classes[$0.text] == matchClass }
            let all = DisjointRanges(own.map(\.range) + parts.map(\.range))
            // Only the shorter of two can be more than half of such text.
            guard 2 * units.characterCount(of: all) > length else { continue }
            var shared: [Int: [Range<Int>]] = [:]
            for stretch in own { shared[stretch.source, default: []].append(stretch.range) }
            for part in parts {
                for source in widespread.sources(of: part) {
                    shared[source, default: []].append(part.range)
                }
            }
            for (other, ranges) in shared {
                let otherLength = units.characterCount(of: units.ranges[other])
                let count = units.characterCount(of: DisjointRanges(ranges))
                if 2 * count > Swift.min(length, otherLength) {
                    pairs.insert(WholePairs.UnitPair(unit, other))
                }
            }
        }
        return pairs
    }

    /// What of some stretches is marked on either side, whatever it was taken for.
    private static func marked(
        _ stretches: ArraySlice<SharedStretches.Stretch>,
        _ mask: TextMask
    ) -> [(source: Int, range: Range<Int>)] {
        if mask.isEmpty { return [] }
        var marked: [(source: Int, range: Range<Int>)] = []
        for stretch in stretches {
            let other = stretch.otherStart..<stretch.otherStart + stretch.range.count
            let offset = stretch.range.lowerBound - stretch.otherStart
            for range in mask.marked(inside: stretch.range) {
                marked.append((stretch.source, range))
            }
            for range in mask.marked(inside: other) {
                marked.append(
                    (stretch.source, range.lowerBound + offset..<range.upperBound + offset)
                )
            }
        }
        return marked
    }
}

/// Pairs of units between which text of a class is a copy.
private struct WholePairs: Sendable {
    /// Two units, the lower first.
    struct UnitPair: Hashable {
        var lower: UInt32
        var higher: UInt32

        init(_ a: Int, _ b: Int) {
            lower = UInt32(Swift.min(a, b))
            higher = UInt32(Swift.max(a, b))
        }
    }

    private let pairs: Set<UnitPair>
    /// The units that are in any of the pairs.
    private let members: Set<UInt32>

    init(_ pairs: Set<UnitPair>) {
        self.pairs = pairs
        members = Set(pairs.lazy.flatMap { [$0.lower, $0.higher] })
    }

    /// Whether a unit is in any pair.
    func isMember(_ unit: Int) -> Bool {
        !members.isEmpty && members.contains(UInt32(unit))
    }

    /// Whether two units are a pair.
    func contains(_ a: Int, _ b: Int) -> Bool {
        !pairs.isEmpty && pairs.contains(UnitPair(a, b))
    }
}

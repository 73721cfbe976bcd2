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
    /// The same with set phrases and quotations.
    private(set) var shared = 0
    /// Sources, the one that explains most first.
    private(set) var sources: [Source] = []

    /// What one source explains.
    struct Source: Sendable {
        var unit: Int
        var characters: Int
        /// Characters that no other source explains.
        var exclusive: Int
    }

    /// Adds up a unit.
    ///
    /// - Complexity: Linear but for sorting.
    init(unit: Int, stretches: SharedStretches) {
        let units = stretches.units
        characters = units.characterCount(of: units.ranges[unit])
        let own = stretches.stretches(ofUnit: unit)
        guard !own.isEmpty else { return }
        func count(_ ranges: DisjointRanges) -> Int {
            ranges.ranges.reduce(0) { $0 + units.characterCount(of: $1) }
        }
        copied = count(DisjointRanges(own.filter(\.isCopy).map(\.range)))
        shared = count(DisjointRanges(own.map(\.range)))
        var bySource: [(unit: Int, ranges: DisjointRanges)] = []
        for stretch in own where stretch.isCopy && stretch.source != SharedStretches.unnamed {
            if bySource.last?.unit != stretch.source {
                bySource.append((stretch.source, DisjointRanges()))
            }
            bySource[bySource.count - 1].ranges.add(stretch.range)
        }
        let exclusive = Self.exclusive(bySource.map(\.ranges), units)
        sources = zip(bySource, exclusive)
            .map { Source(unit: $0.unit, characters: count($0.ranges), exclusive: $1) }
            .sorted { ($1.characters, $0.unit) < ($0.characters, $1.unit) }
    }

    /// Characters of each list of ranges that are in no other list.
    private static func exclusive(_ lists: [DisjointRanges], _ units: UnitRanges) -> [Int] {
        var borders: [(position: Int, list: Int, isStart: Bool)] = []
        for (list, ranges) in lists.enumerated() {
            for range in ranges.ranges {
                borders.append((range.lowerBound, list, true))
                borders.append((range.upperBound, list, false))
            }
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
            open += border.isStart ? 1 : -1
            sum += border.isStart ? border.list : -border.list
            last = border.position
        }
        return counts
    }
}

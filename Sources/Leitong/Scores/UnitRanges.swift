import LeitongCore
import LeitongStorage

/// Where the units of a collection lie in the stream, and how many characters of a range count.
struct UnitRanges: Sendable {
    /// Range of each unit, from its first paragraph to the end of its last, without the line that
    /// begins a section; rising.
    let ranges: [Range<Int>]
    /// Positions of wildcards, which count nowhere.
    private let wildcards: [Int]

    init(_ collection: Collection, text: TextStream) {
        // A unit without text lies where the one before ends, so that starts rise.
        var end = 0
        var ranges: [Range<Int>] = []
        for unit in collection.units {
            // The line that begins a section is its ordinal, not its text.
            let paragraphs = unit.paragraphs.dropFirst((unit.section ?? 0) > 0 ? 1 : 0)
            if let first = paragraphs.first, let last = paragraphs.last {
                let start = text.range(ofParagraph: first).lowerBound
                ranges.append(start..<text.range(ofParagraph: last).upperBound)
            } else {
                ranges.append(end..<end)
            }
            end = ranges.last?.upperBound ?? end
        }
        self.ranges = ranges
        let scalars = text.scalars.scalars
        wildcards = scalars.indices.filter { scalars[$0] == FoldedText.wildcard }
    }

    /// The unit that holds a position; `nil` between units.
    func unit(at position: Int) -> Int? {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].lowerBound <= position { low = middle + 1 } else { high = middle }
        }
        // Units without text begin nowhere.
        var unit = low - 1
        while unit >= 0, ranges[unit].isEmpty { unit -= 1 }
        return unit >= 0 && ranges[unit].contains(position) ? unit : nil
    }

    /// Positions inside a range where a unit begins or ends.
    func borders(inside range: Range<Int>) -> [Int] {
        var borders: [Int] = []
        var unit = ranges.partitioningIndex { $0.upperBound > range.lowerBound }
        while unit < ranges.count, ranges[unit].lowerBound < range.upperBound {
            for border in [ranges[unit].lowerBound, ranges[unit].upperBound]
            where range.lowerBound < border && border < range.upperBound {
                borders.append(border)
            }
            unit += 1
        }
        return borders
    }

    /// Characters of disjoint ranges that are not wildcards.
    func characterCount(of ranges: DisjointRanges) -> Int {
        ranges.ranges.reduce(0) { $0 + characterCount(of: $1) }
    }

    /// Characters of a range that are not wildcards.
    func characterCount(of range: Range<Int>) -> Int {
        guard !wildcards.isEmpty else { return range.count }
        let first = wildcards.partitioningIndex { $0 >= range.lowerBound }
        let end = wildcards.partitioningIndex { $0 >= range.upperBound }
        return range.count - (end - first)
    }
}

import LeitongAlgorithms
@_spi(Core) import LeitongCore
import LeitongStorage

/// Where the units of a corpus lie in the stream, and how many characters of a range count.
struct UnitRanges: Sendable {
    /// Range of each unit, from its first paragraph to the end of its last, without the line that
    /// begins a section; rising.
    let ranges: [Range<Int>]
    /// Text of templates, which counts nowhere.
    let template: TextMask
    /// Positions of wildcards, which count nowhere either.
    private let wildcards: [Int]

    /// The ranges of no units.
    static let none = UnitRanges(ranges: [], template: TextMask(), wildcards: [])

    /// Finds where the units of a corpus lie.
    ///
    /// - Parameters:
    ///   - corpus: The documents.
    ///   - text: Their folded text.
    ///   - template: Text of templates in it.
    /// - Returns: The ranges of its units.
    /// - Complexity: Linear in the units and in the text.
    static func locating(
        _ corpus: Corpus,
        in text: TextStream,
        template: TextMask = TextMask()
    ) -> UnitRanges {
        // A unit without text lies where the one before ends, so that starts rise.
        var end = 0
        var ranges: [Range<Int>] = []
        for unit in corpus.units {
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
        let scalars = text.scalars.scalars
        let wildcards = scalars.indices.filter {
            scalars[$0] == FoldedText.wildcard && !template.contains($0)
        }
        return UnitRanges(ranges: ranges, template: template, wildcards: wildcards)
    }

    /// The unit that holds a position; `nil` between units.
    ///
    /// - Complexity: Logarithmic in the units.
    func unit(at position: Int) -> Int? {
        // Units without text begin nowhere.
        var unit = ranges.partitioningIndex { $0.lowerBound > position } - 1
        while unit >= 0, ranges[unit].isEmpty { unit -= 1 }
        return unit >= 0 && ranges[unit].contains(position) ? unit : nil
    }

    /// The unit that holds all of a range.
    func unit(holding range: Range<Int>) -> Int? {
        guard let unit = unit(at: range.lowerBound), range.upperBound <= ranges[unit].upperBound
        else { return nil }
        return unit
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

    /// Characters of disjoint ranges that count.
    func characterCount(of ranges: DisjointRanges) -> Int {
        ranges.ranges.reduce(0) { $0 + characterCount(of: $1) }
    }

    /// Characters of a range that are neither wildcards nor text of a template.
    func characterCount(of range: Range<Int>) -> Int {
        let count = template.isEmpty ? range.count : range.count - template.count(in: range)
        guard !wildcards.isEmpty else { return count }
        let first = wildcards.partitioningIndex { $0 >= range.lowerBound }
        let end = wildcards.partitioningIndex { $0 >= range.upperBound }
        return count - (end - first)
    }
}

import LeitongCore

/// What of one unit stands in another.
struct UnitCoverage: Sendable, Equatable {
    /// Characters that were copied.
    var copied = 0
    /// The same with set phrases and quotations.
    var shared = 0
    /// Characters of the longest copy.
    var longest = 0
    /// Paragraphs that match one of the other unit's.
    var paragraphs = 0

    /// Measures what each source has of a unit; a character counts once a source.
    ///
    /// - Parameters:
    ///   - own: Stretches of the unit, by source, then position.
    ///   - paragraphs: Matching paragraphs by source.
    ///   - units: Counts characters.
    /// - Returns: The coverage by source.
    /// - Complexity: Linear.
    static func measure(
        _ own: [SharedStretches.Stretch],
        paragraphs: [Int: Int],
        _ units: UnitRanges
    ) -> [Int: UnitCoverage] {
        var covered = paragraphs.mapValues { UnitCoverage(paragraphs: $0) }
        var start = 0
        while start < own.count {
            let source = own[start].source
            let end = own[start...].firstIndex { $0.source != source } ?? own.count
            covered[source, default: UnitCoverage()].measure(own[start..<end], units)
            start = end
        }
        return covered
    }

    private mutating func measure(_ own: ArraySlice<SharedStretches.Stretch>, _ units: UnitRanges) {
        var copiedRanges = DisjointRanges()
        var sharedRanges = DisjointRanges()
        for stretch in own {
            sharedRanges.add(stretch.range)
            guard stretch.isCopy else { continue }
            copiedRanges.add(stretch.range)
            longest = Swift.max(longest, units.characterCount(of: stretch.range))
        }
        copied = units.characterCount(of: copiedRanges)
        shared = units.characterCount(of: sharedRanges)
    }
}

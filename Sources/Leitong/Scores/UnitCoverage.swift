@_spi(Core) import LeitongCore
import LeitongReport

/// What of one unit stands in another.
struct UnitCoverage: Sendable, Equatable {
    /// Characters that were copied.
    var copied = 0
    /// The same with set phrases, quotations and common text.
    var shared = 0
    /// Characters of the longest run that was copied.
    var longest = 0
    /// Whether text in very many places was copied, of which the longest run is not known.
    var holdsWidespreadCopies = false

    /// Measures what each source has of a unit; a character counts once a source.
    ///
    /// - Parameters:
    ///   - own: Stretches of the unit, by source, then position.
    ///   - units: Counts characters.
    /// - Returns: The coverage by source.
    /// - Complexity: Linear but for sorting.
    static func measure(
        _ own: [SharedStretches.Stretch],
        _ units: UnitRanges
    ) -> [Int: UnitCoverage] {
        var covered: [Int: UnitCoverage] = [:]
        var start = 0
        while start < own.count {
            let source = own[start].source
            let end = own[start...].firstIndex { $0.source != source } ?? own.count
            covered[source] = coverage(own[start..<end], units)
            start = end
        }
        return covered
    }

    /// What stretches of one source cover.
    private static func coverage(
        _ own: ArraySlice<SharedStretches.Stretch>,
        _ units: UnitRanges
    ) -> UnitCoverage {
        var copiedRanges = DisjointRanges()
        var sharedRanges = DisjointRanges()
        for stretch in own where stretch.matchClass != .template {
            sharedRanges.add(stretch.range)
            if stretch.isCopy { copiedRanges.add(stretch.range) }
        }
        var coverage = UnitCoverage()
        coverage.copied = units.characterCount(of: copiedRanges)
        coverage.shared = units.characterCount(of: sharedRanges)
        coverage.holdsWidespreadCopies = own.contains {
            $0.isCopy && $0.otherStart == SharedStretches.Stretch.manyPlaces
        }
        if !coverage.holdsWidespreadCopies {
            coverage.longest = longestRun(own.filter(\.isCopy), units)
        }
        return coverage
    }

    /// The longest run that is copied without a break in both units, over borders of rows and
    /// paragraphs.
    private static func longestRun(
        _ copies: [SharedStretches.Stretch],
        _ units: UnitRanges
    ) -> Int {
        let byDiagonal = copies.sorted { p, q in
            (p.otherStart - p.range.lowerBound, p.range.lowerBound)
                < (q.otherStart - q.range.lowerBound, q.range.lowerBound)
        }
        var longest = 0
        var run = 0..<0
        var diagonal = Int.min
        for stretch in byDiagonal {
            let own = stretch.otherStart - stretch.range.lowerBound
            if own == diagonal, stretch.range.lowerBound <= run.upperBound {
                run = run.lowerBound..<Swift.max(run.upperBound, stretch.range.upperBound)
            } else {
                (run, diagonal) = (stretch.range, own)
            }
            if run.count > longest { longest = Swift.max(longest, units.characterCount(of: run)) }
        }
        return longest
    }
}

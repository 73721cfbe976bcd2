/// Makes one passage of neighbours that belong to one copy, and drops what another passage tells.
///
/// Rules, for two passages of one pair of documents:
/// - One that lies inside the other on both sides is told by it.
/// - One that follows the other in both documents belongs to it if the text between them is, in
///   both documents, at most half as long as the shorter of the two and at most 300 characters (600
///   letters). So a sentence slipped into a copied paragraph leaves one passage, and a page slipped
///   between two copied sentences leaves two.
/// - One that is short (under 40 characters) and stands in another order, or overlaps the other,
///   belongs to it if the text between them is at most half as long as the shorter: words that were
///   shuffled leave one passage, paragraphs that changed places leave two.
struct PassageMerger {
    private static let gapLimit = 600
    private static let shortWidth = 80

    private var aligner = PassageAligner()

    /// A passage with its width.
    private struct Measured {
        var passage: Passage
        /// Width of the matched text.
        var width: Int
        var unit: Int
        /// Whether its runs still have to be found: it was joined out of order.
        var isStale = false
    }

    /// Merges the passages of one pair of documents.
    ///
    /// - Parameters:
    ///   - passages: Passages in any order.
    ///   - scalars: The stream.
    /// - Returns: What is left, in rising order of the first place.
    /// - Complexity: Linear but for sorting, times the passages that stand close together.
    mutating func merged(_ passages: [Passage], in scalars: Span<UInt32>) -> [Passage] {
        guard passages.count > 1 else { return passages }
        var kept: [Measured] = []
        for passage in passages.sorted(by: Self.precedes) {
            var next = Self.measured(passage, scalars)
            // What is joined may join again; the nearest come first.
            var index = kept.count - 1
            var tried = 0
            while index >= 0, tried < 16 {
                if join(&next, kept[index], scalars) {
                    kept.remove(at: index)
                    index = kept.count
                    tried = 0
                }
                index -= 1
                tried += 1
            }
            kept.append(next)
        }
        return kept.map { entry in
            entry.isStale
                ? aligner.realigned(entry.passage, a: entry.passage.a, b: entry.passage.b, in: scalars)
                : entry.passage
        }
        .sorted(by: Self.precedes)
    }

    /// Takes an earlier passage into a later one if they belong together.
    private mutating func join(
        _ next: inout Measured,
        _ earlier: Measured,
        _ scalars: Span<UInt32>
    ) -> Bool {
        let (p, q) = (earlier.passage, next.passage)
        if p.a.contains(q.a), p.b.contains(q.b) {
            next = earlier
            return true
        }
        if q.a.contains(p.a), q.b.contains(p.b) { return true }
        let unit = Swift.min(earlier.unit, next.unit)
        let aGap = Self.gap(p.a, q.a) * unit
        let bGap = Self.gap(p.b, q.b) * unit
        let shorter = Swift.min(earlier.width, next.width)
        guard Swift.max(aGap, bGap) <= Swift.min(Self.gapLimit, shorter / 2) else { return false }
        let follows = p.a.upperBound <= q.a.lowerBound && p.b.upperBound <= q.b.lowerBound
        if !follows {
            guard shorter < Self.shortWidth, !Self.wouldOverlapItself(p, q) else { return false }
            next.passage.a = Self.union(p.a, q.a)
            next.passage.b = Self.union(p.b, q.b)
            next.isStale = true
        } else if next.isStale || earlier.isStale {
            next.passage.a = Self.union(p.a, q.a)
            next.passage.b = Self.union(p.b, q.b)
            next.isStale = true
        } else {
            next.passage = aligner.join(p, q, in: scalars)
        }
        next.width += earlier.width
        return true
    }

    /// Whether the two places of a passage inside one document would overlap.
    private static func wouldOverlapItself(_ p: Passage, _ q: Passage) -> Bool {
        p.aDocument == p.bDocument && union(p.a, q.a).overlaps(union(p.b, q.b))
    }

    private static func measured(_ passage: Passage, _ scalars: Span<UInt32>) -> Measured {
        var width = 0
        var position = passage.a.lowerBound
        for run in passage.runs {
            if run.kind == .equal {
                for scalar in position..<position + run.aLength {
                    width += ScalarMarks.isWide(scalars[scalar]) ? 2 : 1
                }
            }
            position += run.aLength
        }
        let unit = 2 * width >= 3 * passage.matched ? 2 : 1
        return Measured(passage: passage, width: width, unit: unit)
    }

    private static func precedes(_ p: Passage, _ q: Passage) -> Bool {
        (p.a.lowerBound, p.b.lowerBound, q.a.upperBound, q.b.upperBound)
            < (q.a.lowerBound, q.b.lowerBound, p.a.upperBound, p.b.upperBound)
    }

    private static func gap(_ first: Range<Int>, _ second: Range<Int>) -> Int {
        Swift.max(
            0,
            second.lowerBound - first.upperBound,
            first.lowerBound - second.upperBound
        )
    }

    private static func union(_ first: Range<Int>, _ second: Range<Int>) -> Range<Int> {
        Swift.min(first.lowerBound, second.lowerBound)
            ..< Swift.max(first.upperBound, second.upperBound)
    }
}

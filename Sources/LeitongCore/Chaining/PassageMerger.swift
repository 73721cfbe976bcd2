/// Makes one passage of neighbours that belong to one copy, and drops what another passage tells.
///
/// Rules, for two passages of one pair of documents:
/// - One that lies inside the other on both sides is told by it.
/// - One that follows the other in both documents belongs to it if the text between them is, in
///   both documents, at most half as long as the shorter of the two and at most 300 characters (600
///   letters). So a sentence slipped into a copied paragraph leaves one passage, and a page slipped
///   between two copied sentences leaves two.
/// - It also does if the text between is at most 500 characters (1,000 letters) on both sides and
///   was rewritten: the two stretches have a quarter of their pairs of characters in common (letters:
///   three twentieths of their runs of five), which unrelated text hardly ever has.
/// - Shuffled text is put together by ``ShuffleMerger``.
struct PassageMerger {
    private static let gapLimit = 600
    private static let rewrittenLimit = 1_000
    /// Width of a passage that may reach over rewritten text: 40 Chinese characters or 40 letters.
    private static let leastReaching = 40

    private var aligner = PassageAligner()
    private var resemblance = TextResemblance()
    private let shuffles = ShuffleMerger()

    /// Merges the passages of one pair of documents.
    ///
    /// - Parameters:
    ///   - passages: Passages in any order.
    ///   - scalars: The stream.
    /// - Returns: What is left, in rising order of the first place.
    /// - Complexity: Linear but for sorting, times the passages that stand close together.
    mutating func merged(_ passages: [Passage], in scalars: Span<UInt32>) -> [Passage] {
        guard passages.count > 1 else { return passages }
        var kept: [MeasuredPassage] = []
        for passage in passages.sorted(by: Passage.precedes) {
            var next = MeasuredPassage(passage, scalars)
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
        return shuffles.merged(kept).sorted(by: Passage.precedes)
    }

    /// Takes an earlier passage into a later one if they belong together.
    private mutating func join(
        _ next: inout MeasuredPassage,
        _ earlier: MeasuredPassage,
        _ scalars: Span<UInt32>
    ) -> Bool {
        let (p, q) = (earlier.passage, next.passage)
        if p.a.contains(q.a), p.b.contains(q.b) {
            next = earlier
            return true
        }
        if q.a.contains(p.a), q.b.contains(p.b) { return true }
        guard p.a.upperBound <= q.a.lowerBound, p.b.upperBound <= q.b.lowerBound,
            belong(earlier, next, scalars)
        else { return false }
        next.passage = aligner.join(p, q, in: scalars)
        next.width += earlier.width
        return true
    }

    /// Whether a passage and one that follows it are parts of one copy.
    private mutating func belong(
        _ earlier: MeasuredPassage,
        _ later: MeasuredPassage,
        _ scalars: Span<UInt32>
    ) -> Bool {
        let (p, q) = (earlier.passage, later.passage)
        let unit = Swift.min(earlier.unit, later.unit)
        let aGap = p.a.upperBound..<q.a.lowerBound
        let bGap = p.b.upperBound..<q.b.lowerBound
        let longer = Swift.max(aGap.count, bGap.count) * unit
        if longer <= Swift.min(Self.gapLimit, Swift.min(earlier.width, later.width) / 2) {
            return true
        }
        guard longer <= Self.rewrittenLimit,
            4 * Swift.min(aGap.count, bGap.count) >= Swift.max(aGap.count, bGap.count),
            Swift.max(earlier.width, later.width) >= Self.leastReaching * unit
        else { return false }
        let common = resemblance.compare(
            scalars.extracting(aGap),
            scalars.extracting(bGap),
            unit: unit
        )
        return common >= (unit == 2 ? 0.25 : 0.15)
    }
}

/// A passage with the width of its matched text.
struct MeasuredPassage {
    var passage: Passage
    /// Width of the matched text.
    var width: Int
    /// Width of a scalar of it, as a whole number.
    var unit: Int

    /// Measures a passage.
    init(_ passage: Passage, _ scalars: Span<UInt32>) {
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
        self.passage = passage
        self.width = width
        unit = 2 * width >= 3 * passage.matched ? 2 : 1
    }
}

extension Passage {
    /// By first place, then by second, the longer first.
    static func precedes(_ p: Passage, _ q: Passage) -> Bool {
        (p.a.lowerBound, p.b.lowerBound, q.a.upperBound, q.b.upperBound)
            < (q.a.lowerBound, q.b.lowerBound, p.a.upperBound, p.b.upperBound)
    }
}

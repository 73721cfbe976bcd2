/// Makes one passage of neighbours that belong to one copy.
///
/// What it joins is reported as one copy only as far as the texts agree: ``PassageParter`` parts it where
/// they do not, and says what belongs together.
///
/// Rules, for two passages of one pair of documents:
/// - One that lies inside the other on both sides belongs to it.
/// - One that follows the other in both documents belongs to it if the text between them is, in
///   both documents, at most half as long as the shorter of the two and at most 300 characters (600
///   letters). So a sentence slipped into a copied paragraph leaves one passage, and a page slipped
///   between two copied sentences leaves two.
/// - So does one that touches it in one of the documents (at most 12 characters, 24 letters) if what
///   was slipped in in the other is at most an eighth of the longer of the two: the end of a copied
///   page belongs to the page.
/// - And so it does if the text between is at most 500 characters (1,600 letters) on both sides and
///   was rewritten: the two stretches have a quarter of their pairs of characters in common (letters:
///   an eighth of their runs of five), which unrelated text hardly ever has.
/// - Shuffled text is put together by ``ShuffleMerger``.
struct PassageMerger {
    private static let gapLimit = 600
    private static let rewrittenLimit = 1_000
    private static let narrowRewrittenLimit = 1_600
    /// Width of a gap that hardly is one: 12 Chinese characters.
    private static let touchLimit = 24
    /// Width of a passage that may reach over rewritten text: 40 Chinese characters or 40 letters.
    private static let leastReaching = 40

    private var aligner: PassageAligner
    private var resemblance = TextResemblance()
    private var shuffles = ShuffleMerger()

    /// Creates a merger.
    ///
    /// - Parameter rule: Which common runs no change may hold on both sides.
    init(rule: SeedRule = .standard) {
        aligner = PassageAligner(rule: rule)
    }

    /// Merges the passages of one pair of documents.
    ///
    /// - Parameters:
    ///   - passages: Passages in any order.
    ///   - scalars: The stream.
    /// - Returns: What one copy explains each, in rising order of the first place.
    /// - Complexity: Linear but for sorting, times the passages that stand close together.
    mutating func merged(_ passages: [Passage], in scalars: Span<UInt32>) -> [PassageChain] {
        guard passages.count > 1 else { return passages.map { PassageChain($0) } }
        var kept: [MeasuredPassage] = []
        for passage in passages.sorted(byPlace: { $0.place }) {
            var next = MeasuredPassage(passage, scalars)
            // What is joined may join again; the nearest come first.
            var index = kept.count - 1
            var tried = 0
            while index >= 0, tried < 16 {
                let mayBelong = Self.mayBelong(
                    kept[index].passage.a,
                    kept[index].passage.b,
                    next.passage.a,
                    next.passage.b
                )
                if mayBelong, join(&next, &kept[index], scalars) {
                    kept.remove(at: index)
                    index = kept.count
                    tried = 0
                }
                index -= 1
                tried += 1
            }
            kept.append(next)
        }
        return shuffles.merged(kept, in: scalars).sorted(byPlace: { $0.passage.place })
    }

    /// Takes an earlier passage into a later one, whose places allow it, if they belong together.
    ///
    /// The earlier one is of no use after that: its lists are taken over, and not copied, for of near
    /// copies that repeat themselves one passage holds thousands.
    private mutating func join(
        _ next: inout MeasuredPassage,
        _ earlier: inout MeasuredPassage,
        _ scalars: Span<UInt32>
    ) -> Bool {
        let (p, q) = (earlier.passage, next.passage)
        if p.a.contains(q.a), p.b.contains(q.b) {
            swap(&next, &earlier)
            next.inner += earlier.inner
            next.inner.append(q)
            return true
        }
        if q.a.contains(p.a), q.b.contains(p.b) {
            next.inner += earlier.inner
            next.inner.append(p)
            return true
        }
        // Ends may overlap by what both happen to begin or end with.
        // Joined places of one document must not overlap, or the gap would be aligned with itself.
        guard p.aDocument != p.bDocument || q.a.upperBound <= p.b.lowerBound,
            let rest = q.droppingOverlap(with: p), belong(earlier, next, rest, scalars)
        else { return false }
        next.passage = aligner.join(p, rest, in: scalars)
        next.width += earlier.width
        next.inner += earlier.inner
        return true
    }

    /// Whether the places of two passages allow that one belongs to the other.
    ///
    /// Told from the ranges alone: most pairs are further apart, and copying a passage to look at it
    /// costs more than this.
    private static func mayBelong(
        _ pa: Range<Int>,
        _ pb: Range<Int>,
        _ qa: Range<Int>,
        _ qb: Range<Int>
    ) -> Bool {
        if pa.contains(qa), pb.contains(qb) { return true }
        if qa.contains(pa), qb.contains(pb) { return true }
        let overlap = Swift.max(pa.upperBound - qa.lowerBound, pb.upperBound - qb.lowerBound)
        return overlap <= Passage.overlapLimit && -overlap <= narrowRewrittenLimit
    }

    /// Whether a passage and one that follows it are parts of one copy.
    private mutating func belong(
        _ earlier: MeasuredPassage,
        _ later: MeasuredPassage,
        _ q: Passage,
        _ scalars: Span<UInt32>
    ) -> Bool {
        let p = earlier.passage
        let scalarWidth = Swift.min(earlier.scalarWidth, later.scalarWidth)
        let aGap = p.a.upperBound..<q.a.lowerBound
        let bGap = p.b.upperBound..<q.b.lowerBound
        let longer = Swift.max(aGap.count, bGap.count) * scalarWidth
        let shortest = Swift.min(earlier.width, later.width)
        let longest = Swift.max(earlier.width, later.width)
        if longer <= Swift.min(Self.gapLimit, shortest / 2) { return true }
        if Swift.min(aGap.count, bGap.count) * scalarWidth <= Self.touchLimit,
            longer <= Swift.min(Self.gapLimit, longest / 8)
        {
            return true
        }
        guard longer <= (scalarWidth == 2 ? Self.rewrittenLimit : Self.narrowRewrittenLimit),
            6 * Swift.min(aGap.count, bGap.count) >= Swift.max(aGap.count, bGap.count),
            longest >= Self.leastReaching * scalarWidth
        else { return false }
        let common = resemblance.compare(
            scalars.extracting(aGap),
            scalars.extracting(bGap),
            scalarWidth: scalarWidth
        )
        return common >= (scalarWidth == 2 ? 0.25 : 0.13)
    }
}

/// A passage with the width of its matched text.
struct MeasuredPassage {
    var passage: Passage
    /// The passages it was put together from, if they stood in another order.
    var parts: [Passage] = []
    /// Passages that lie inside it.
    var inner: [Passage] = []
    /// Width of the matched text.
    var width: Int
    /// Width of a scalar of it, as a whole number.
    var scalarWidth: Int

    /// What it explains.
    var chain: PassageChain {
        var chain = PassageChain(passage)
        chain.parts = parts
        chain.inner = inner
        return chain
    }

    /// Creates a passage of known width.
    init(_ passage: Passage, width: Int, scalarWidth: Int) {
        self.passage = passage
        self.width = width
        self.scalarWidth = scalarWidth
    }

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
        scalarWidth = 2 * width >= 3 * passage.matched ? 2 : 1
    }
}

extension Passage {
    /// Scalars by which two neighbours may overlap.
    fileprivate static let overlapLimit = 24

    /// The passage without what overlaps the end of an earlier one.
    ///
    /// - Returns: `nil` if it does not follow the earlier one in both documents.
    func droppingOverlap(with earlier: Passage) -> Passage? {
        let overlap = Swift.max(
            0,
            earlier.a.upperBound - a.lowerBound,
            earlier.b.upperBound - b.lowerBound
        )
        guard overlap > 0 else { return self }
        guard overlap <= Self.overlapLimit, let first = runs.first, first.kind == .equal,
            first.aLength > overlap,
            earlier.a.lowerBound < a.lowerBound, earlier.b.lowerBound < b.lowerBound
        else { return nil }
        var rest = self
        rest.a = a.lowerBound + overlap..<a.upperBound
        rest.b = b.lowerBound + overlap..<b.upperBound
        rest.runs[0].aLength -= overlap
        rest.runs[0].bLength -= overlap
        return rest
    }
}

/// Puts passages together that were one before their sentences or words were shuffled.
///
/// - Two that overlap by half of the shorter in both documents are one: each tells a part of what
///   stands there in order.
/// - Two that overlap in one document, or of which one was rewritten, and that nearly touch (an
///   eighth of the shorter) are one.
/// - One that lies, in one document, where the other was changed, and near the other in the other
///   document, is a part of it that was moved.
/// - Short passages that stand near each other in both documents, in whatever order, are one if
///   together they fill half of the stretch they span, in both documents. Where they fill less, they
///   are parted at the widest gap and each part is tried again. Long passages in another order are
///   paragraphs that changed places, and stay apart: the mean must be under 40 Chinese characters
///   (200 letters).
///
/// In any case what is put together must match a quarter of what it spans (letters: a sixteenth).
struct ShuffleMerger {
    /// Widest gap between neighbours: 500 Chinese characters.
    private static let gapLimit = 1_000
    private static let meanLimit = 80
    /// The same for letters: a sentence has a hundred and more.
    private static let narrowMeanLimit = 200
    /// Passages of less identity were rewritten, not only moved.
    private static let rewritten = 0.8
    /// What is put together matches one part in so many of what it spans.
    private static let leastMatched = 4
    /// The same for letters: seeds of twelve leave out most words of a rewritten sentence.
    private static let leastMatchedLetters = 16
    /// What was put together may belong to more; hardly anything needs a third round.
    private static let roundLimit = 4
    /// Passages of a pair beyond which nothing is put together: such documents share a text, not
    /// shuffled passages.
    private static let countLimit = 400

    private var aligner = PassageAligner()

    /// Merges the passages of one pair of documents.
    ///
    /// - Parameters:
    ///   - passages: Passages in any order.
    ///   - scalars: The scalars of the whole stream.
    /// - Returns: What is left, in any order.
    /// - Complexity: Linear in the passages that stay apart, quadratic at worst in those near each
    ///   other.
    mutating func merged(
        _ passages: [MeasuredPassage],
        in scalars: Span<UInt32>
    ) -> [PassageChain] {
        guard passages.count > 1, passages.count <= Self.countLimit else {
            return passages.map(\.chain)
        }
        var current = Self.sorted(passages)
        for _ in 0..<Self.roundLimit {
            let count = current.count
            let groups = Self.groups(current) { Self.areInterleaved($0, $1, of: current) }
            if let groups {
                current = Self.sorted(groups.flatMap { joined($0, scalars).map { [$0] } ?? $0 })
            }
            if let groups = Self.groups(current, where: { _, _ in true }) {
                current = Self.sorted(groups.flatMap { put(together: $0, scalars) })
            }
            if current.count == count { break }
        }
        return current.map(\.chain)
    }

    /// One passage of some in any order.
    ///
    /// - Returns: `nil` if they match too little of what they span to be one.
    private mutating func joined(
        _ group: [MeasuredPassage],
        _ scalars: Span<UInt32>
    ) -> MeasuredPassage? {
        guard group.count > 1 else { return group[0] }
        let (passage, matched) = aligner.shuffled(group.map(\.passage), in: scalars)
        // Of text that overlaps itself nothing stands in another order.
        if passage.aDocument == passage.bDocument, passage.a.overlaps(passage.b) { return nil }
        let span = Swift.max(passage.a.count, passage.b.count)
        let share = group[0].scalarWidth == 2 ? Self.leastMatched : Self.leastMatchedLetters
        guard matched * share >= span else { return nil }
        var whole = MeasuredPassage(
            passage,
            width: group.reduce(0) { $0 + $1.width },
            scalarWidth: group[0].scalarWidth
        )
        whole.parts = group.flatMap { $0.parts.isEmpty ? [$0.passage] : $0.parts }
        whole.inner = group.flatMap(\.inner)
        return whole
    }

    private static func sorted(_ passages: [MeasuredPassage]) -> [MeasuredPassage] {
        passages.sorted(byPlace: { $0.passage.place })
    }

    /// Whether two passages that are near each other are parts of one that was shuffled.
    private static func areInterleaved(
        _ p: Extent,
        _ q: Extent,
        of passages: [MeasuredPassage]
    ) -> Bool {
        let (a, b) = (p.a.clamped(to: q.a), p.b.clamped(to: q.b))
        guard !a.isEmpty || !b.isEmpty || p.isRewritten || q.isRewritten else { return false }
        let (shorter, longer) = p.width < q.width ? (p, q) : (q, p)
        if 2 * a.count >= shorter.a.count, 2 * b.count >= shorter.b.count { return true }
        let gap = Swift.max(p.a.gap(to: q.a), p.b.gap(to: q.b))
        if 8 * gap <= shorter.a.count { return true }
        let passage = passages[longer.index].passage
        return 2 * passage.changedCount(inA: shorter.a) >= shorter.a.count
            || 2 * passage.changedCount(inB: shorter.b) >= shorter.b.count
    }

    /// What of a passage tells whether another may belong to it: without the passage, of which a
    /// copy costs more than to look at this.
    private struct Extent {
        let index: Int
        let a: Range<Int>
        let b: Range<Int>
        let width: Int
        let scalarWidth: Int
        let isRewritten: Bool

        init(_ index: Int, _ measured: MeasuredPassage) {
            self.index = index
            a = measured.passage.a
            b = measured.passage.b
            width = measured.width
            scalarWidth = measured.scalarWidth
            isRewritten = measured.passage.identity < rewritten
        }

        func isNear(_ other: Extent) -> Bool {
            let scalarWidth = Swift.min(scalarWidth, other.scalarWidth)
            return a.gap(to: other.a) * scalarWidth <= gapLimit
                && b.gap(to: other.b) * scalarWidth <= gapLimit
        }
    }

    /// Passages near each other that belong together by a rule, directly or through others.
    ///
    /// - Returns: The groups; `nil` if no two belong together.
    private static func groups(
        _ passages: [MeasuredPassage],
        where belong: (Extent, Extent) -> Bool
    ) -> [[MeasuredPassage]]? {
        let extents = passages.indices.map { Extent($0, passages[$0]) }
        var sets = DisjointSets(count: passages.count)
        var areAllApart = true
        // Furthest end of the first places up to each passage: before it, nothing is near.
        var ends: [Int] = []
        for later in extents {
            for earlier in extents[..<later.index].reversed() {
                if ends[earlier.index] + gapLimit < later.a.lowerBound { break }
                if earlier.isNear(later), belong(earlier, later) {
                    sets.join(UInt32(earlier.index), UInt32(later.index))
                    areAllApart = false
                }
            }
            ends.append(Swift.max(ends.last ?? 0, later.a.upperBound))
        }
        if areAllApart { return nil }
        var groupOfRoot: [UInt32: Int] = [:]
        var groups: [[MeasuredPassage]] = []
        for index in passages.indices {
            let root = sets.root(of: UInt32(index))
            if let group = groupOfRoot[root] {
                groups[group].append(passages[index])
            } else {
                groupOfRoot[root] = groups.count
                groups.append([passages[index]])
            }
        }
        return groups
    }

    /// One passage if the group fills what it spans, else the same for its two parts.
    private mutating func put(
        together group: [MeasuredPassage],
        _ scalars: Span<UInt32>
    ) -> [MeasuredPassage] {
        var done: [MeasuredPassage] = []
        var open = [group]
        while let part = open.popLast() {
            guard let first = part.first, part.count > 1 else {
                done.append(contentsOf: part)
                continue
            }
            let a = part.dropFirst().reduce(first.passage.a) { $0.union($1.passage.a) }
            let b = part.dropFirst().reduce(first.passage.b) { $0.union($1.passage.b) }
            if Self.isShuffled(part, a, b), let passage = joined(part, scalars) {
                done.append(passage)
            } else {
                let cut = Self.widestGap(part)
                open.append(Array(part[..<cut]))
                open.append(Array(part[cut...]))
            }
        }
        return done
    }

    /// Whether the parts fill half of what they span, and are short.
    private static func isShuffled(
        _ part: [MeasuredPassage],
        _ a: Range<Int>,
        _ b: Range<Int>
    ) -> Bool {
        if part[0].passage.aDocument == part[0].passage.bDocument, a.overlaps(b) { return false }
        let width = part.reduce(0) { $0 + $1.width }
        let limit = part[0].scalarWidth == 2 ? meanLimit : narrowMeanLimit
        return width <= limit * part.count && fill(part.map(\.passage.a), a)
            && fill(part.map(\.passage.b), b)
    }

    private static func fill(_ ranges: [Range<Int>], _ span: Range<Int>) -> Bool {
        var filled = 0
        var end = span.lowerBound
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            filled += Swift.max(0, range.upperBound - Swift.max(end, range.lowerBound))
            end = Swift.max(end, range.upperBound)
        }
        return 2 * filled >= span.count
    }

    /// Where the passages, in order of the first place, are furthest apart on either side.
    private static func widestGap(_ part: [MeasuredPassage]) -> Int {
        var best = (gap: -1, cut: 1)
        for cut in 1..<part.count {
            let (p, q) = (part[cut - 1].passage, part[cut].passage)
            let gap = Swift.max(p.a.gap(to: q.a), p.b.gap(to: q.b))
            if gap > best.gap { best = (gap, cut) }
        }
        return best.cut
    }
}

/// Puts passages together that were one before their sentences or words were shuffled.
///
/// Short passages that stand near each other in both documents, in whatever order, are one passage
/// if together they fill half of the stretch they span, in both documents. Where they fill less,
/// they are parted at the widest gap and each part is tried again. Long passages in another order
/// are paragraphs that changed places, and stay apart: the mean must be under 100 Chinese characters
/// (200 letters).
struct ShuffleMerger {
    /// Widest gap between neighbours: 500 Chinese characters.
    private static let gapLimit = 1_000
    private static let meanLimit = 200
    /// Passages of a pair beyond which nothing is put together: such documents share a text, not
    /// shuffled passages.
    private static let countLimit = 400

    private let aligner = PassageAligner()

    /// Merges the passages of one pair of documents.
    ///
    /// - Parameter passages: Passages in rising order of the first place.
    /// - Returns: What is left, in any order.
    /// - Complexity: Linear in the passages that stay apart, quadratic at worst in those near each
    ///   other.
    func merged(_ passages: [MeasuredPassage]) -> [Passage] {
        guard passages.count > 1, passages.count <= Self.countLimit else {
            return passages.map(\.passage)
        }
        return groups(passages).flatMap { put(together: $0) }
    }

    /// Passages that are near each other in both documents, directly or through others.
    private func groups(_ passages: [MeasuredPassage]) -> [[MeasuredPassage]] {
        var sets = DisjointSets(count: passages.count)
        for later in passages.indices {
            for earlier in (0..<later).reversed() {
                let (p, q) = (passages[earlier], passages[later])
                let unit = Swift.min(p.unit, q.unit)
                let near =
                    p.passage.a.gap(to: q.passage.a) * unit <= Self.gapLimit
                    && p.passage.b.gap(to: q.passage.b) * unit <= Self.gapLimit
                if near { sets.join(UInt32(earlier), UInt32(later)) }
            }
        }
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
    private func put(together group: [MeasuredPassage]) -> [Passage] {
        var done: [Passage] = []
        var open = [group]
        while let part = open.popLast() {
            guard let first = part.first, part.count > 1 else {
                done.append(contentsOf: part.map(\.passage))
                continue
            }
            let a = part.dropFirst().reduce(first.passage.a) { $0.union($1.passage.a) }
            let b = part.dropFirst().reduce(first.passage.b) { $0.union($1.passage.b) }
            if Self.isShuffled(part, a, b) {
                done.append(aligner.shuffled(part.map(\.passage)))
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
        return width <= meanLimit * part.count && fill(part.map(\.passage.a), a)
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

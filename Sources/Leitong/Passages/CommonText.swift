@_spi(Core) import LeitongCore
import LeitongStorage

/// Finds the text that more than half of the units hold.
///
/// It is made of seeds: where all seeds of a stretch stand in most units, the stretch does. At its
/// ends it reaches as far as most of the places agree.
struct CommonText {
    let stream: FoldedStream
    let index: SeedIndex
    let seedRule: SeedRule
    let units: UnitRanges
    let rule: CommonRule

    /// How far a stretch can reach beyond its outermost seeds: a window holds the next seed.
    private var reach: Int { 2 * seedRule.windowLength + SeedRule.narrowLength }

    /// What most places of a group have before its seed, the nearest first, or from it on.
    private struct Extents {
        var before: [UInt32: [UInt32]] = [:]
        var after: [UInt32: [UInt32]] = [:]
    }

    /// Marks the common text.
    ///
    /// - Returns: Stretches as long as those that are sure to be found, or longer, of two seeds or
    ///   more: what is shorter is told by how little it says.
    /// - Complexity: Linear in the seeds, and in the places of those at the ends of stretches, times
    ///   their reach.
    func mask() -> TextMask {
        var mask = TextMask()
        guard !rule.isIdle else { return mask }
        let isCommon = (0..<index.groupCount)
            .map { group in
                index.size(ofGroup: group) >= rule.leastHolders
                    && rule.isCommon(heldBy: holders(of: index.positions(ofGroup: group)))
            }
        guard isCommon.contains(true) else { return mask }
        var extents = Extents()
        for document in 0..<stream.documentCount {
            mark(document, isCommon, &extents, in: &mask)
        }
        return mask
    }

    /// The units that hold some places, each once.
    private func holders(of starts: [Int]) -> [Int] {
        var holders: [Int] = []
        for start in starts {
            if let unit = units.unit(at: start), holders.last != unit { holders.append(unit) }
        }
        return holders
    }

    /// What most of some places have in common before or after them.
    private func extent(of starts: [Int], by step: Int) -> [UInt32] {
        let scalars = stream.scalars.span
        var agreeing = starts
        var extent: [UInt32] = []
        while extent.count < reach {
            var places: [UInt32: [Int]] = [:]
            for start in agreeing {
                let position = step > 0 ? start + extent.count : start - extent.count - 1
                let document = stream.range(ofDocument: stream.document(at: start))
                guard document.contains(position) else { continue }
                places[scalars[position], default: []].append(start)
            }
            // Most units agree on one scalar at most; of a text that stands twice in each, the lower.
            let common = places.keys.sorted()
                .first { rule.isCommon(heldBy: holders(of: places[$0] ?? [])) }
            guard let common, common != FoldedText.wildcard else { break }
            extent.append(common)
            agreeing = places[common] ?? []
        }
        return extent
    }

    /// Marks the stretches of a document.
    private func mark(
        _ document: Int,
        _ isCommon: [Bool],
        _ extents: inout Extents,
        in mask: inout TextMask
    ) {
        let range = stream.range(ofDocument: document)
        let seeds = index.seeds(ofDocument: document)
        var first = seeds.lowerBound
        while first < seeds.upperBound {
            var end = first
            while end < seeds.upperBound, isMarked(seed: end, isCommon) { end += 1 }
            if end - first > 1 {
                let start = start(of: first, range, &extents)
                let stretch =
                    Swift.max(
                        start,
                        mask.ranges.last?.upperBound ?? 0
                    )..<self.end(of: end - 1, range, &extents)
                if stretch.count >= seedRule.minRun { mask.append(stretch) }
            }
            first = Swift.max(end, first + 1)
        }
    }

    private func isMarked(seed: Int, _ isCommon: [Bool]) -> Bool {
        let group = Int(index.group(ofSeed: seed))
        return group < isCommon.count && isCommon[group]
    }

    /// Where the stretch that begins with a seed begins.
    private func start(of seed: Int, _ document: Range<Int>, _ extents: inout Extents) -> Int {
        let group = index.group(ofSeed: seed)
        let before =
            extents.before[group] ?? extent(of: index.positions(ofGroup: Int(group)), by: -1)
        extents.before[group] = before
        let scalars = stream.scalars.span
        var start = Int(index.seeds[seed].position)
        for scalar in before {
            guard start > document.lowerBound, scalars[start - 1] == scalar else { break }
            start -= 1
        }
        return start
    }

    /// Where the stretch that ends with a seed ends.
    private func end(of seed: Int, _ document: Range<Int>, _ extents: inout Extents) -> Int {
        let group = index.group(ofSeed: seed)
        let after = extents.after[group] ?? extent(of: index.positions(ofGroup: Int(group)), by: 1)
        extents.after[group] = after
        let scalars = stream.scalars.span
        var end = Int(index.seeds[seed].position)
        for scalar in after {
            guard end < document.upperBound, scalars[end] == scalar else { break }
            end += 1
        }
        return end
    }
}

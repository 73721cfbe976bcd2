/// Which masks hold between two documents: what is common or quoted explains part of a text, and never a
/// whole one.
///
/// Where the text of a kind that two units share is more than half of the shorter of them, it is a copy
/// between these two, and its mask holds nothing there.
struct PairMasks: Sendable {
    private let masks: TextMasks
    private let withoutCommon: TextMasks
    private let withoutQuoted: TextMasks
    private let withoutBoth: TextMasks
    private let units: TextMask
    /// What of two units is a copy between them, whatever it is marked as.
    private var kinds: [UnitPair: Kinds] = [:]
    private var stretches: [EqualStretch] = []

    private struct UnitPair: Hashable {
        var a: Int
        var b: Int
    }

    /// Which text of two units is a copy between them, though it is marked.
    struct Kinds: Equatable {
        var isCommon = false
        var isQuoted = false
    }

    init(_ masks: TextMasks, units: [Range<Int>]) {
        self.masks = masks
        self.units = TextMask(units)
        var without = masks
        without.common = TextMask()
        withoutCommon = without
        without.quoted = TextMask()
        withoutBoth = without
        without.common = masks.common
        withoutQuoted = without
    }

    /// Looks at all that two documents share: what counts is how much their units share together.
    ///
    /// - Complexity: Linear in the runs of the chains; logarithmic in the marks.
    mutating func look(at chains: [PassageChain]) {
        kinds.removeAll(keepingCapacity: true)
        if masks.common.isEmpty, masks.quoted.isEmpty { return }
        if lookAtOnePair(of: chains) { return }
        var stretchesOfPair: [UnitPair: [EqualStretch]] = [:]
        for chain in chains {
            for passage in chain.parts.isEmpty ? [chain.passage] : chain.parts {
                for stretch in passage.equalStretches {
                    guard let pair = pair(of: stretch) else { continue }
                    stretchesOfPair[pair, default: []].append(stretch)
                }
            }
        }
        for (pair, stretches) in stretchesOfPair { note(pair, stretches) }
    }

    /// Looks at chains that stand in one pair of units, as most do.
    ///
    /// - Returns: Whether they all do.
    private mutating func lookAtOnePair(of chains: [PassageChain]) -> Bool {
        guard let first = chains.first?.passage, let pair = pair(of: first.firstScalars) else {
            return false
        }
        let (aUnit, bUnit) = (units.ranges[pair.a], units.ranges[pair.b])
        stretches.removeAll(keepingCapacity: true)
        var matched = 0
        for chain in chains {
            guard aUnit.contains(chain.passage.a), bUnit.contains(chain.passage.b) else {
                return false
            }
            if chain.parts.isEmpty {
                chain.passage.appendEqualStretches(to: &stretches)
            }
            for part in chain.parts {
                guard aUnit.contains(part.a), bUnit.contains(part.b) else { return false }
                part.appendEqualStretches(to: &stretches)
            }
        }
        for stretch in stretches { matched += stretch.length }
        // However much of it is marked, it is not more than half.
        if 2 * matched > Swift.min(aUnit.count, bUnit.count) { note(pair, stretches) }
        return true
    }

    private mutating func note(_ pair: UnitPair, _ stretches: [EqualStretch]) {
        let shorter = Swift.min(units.ranges[pair.a].count, units.ranges[pair.b].count)
        kinds[pair] = Kinds(
            isCommon: isWhole(masks.common, stretches, shorter),
            isQuoted: isWhole(masks.quoted, stretches, shorter)
        )
    }

    /// What of one copy is a copy, though it is marked.
    func kinds(of chain: PassageChain) -> Kinds {
        guard !kinds.isEmpty, let pair = pair(of: chain.passage.firstScalars) else {
            return Kinds()
        }
        return kinds[pair] ?? Kinds()
    }

    /// The masks that hold where some kinds of marked text are a copy.
    func masks(for kinds: Kinds) -> TextMasks {
        if kinds.isCommon { return kinds.isQuoted ? withoutBoth : withoutCommon }
        return kinds.isQuoted ? withoutQuoted : masks
    }

    /// The units that a stretch stands in, if they are two.
    private func pair(of stretch: EqualStretch) -> UnitPair? {
        guard let a = unit(at: stretch.a), let b = unit(at: stretch.b), a != b else { return nil }
        return UnitPair(a: a, b: b)
    }

    private func unit(at position: Int) -> Int? {
        let index = units.firstRange(endingAfter: position)
        guard index < units.ranges.count, units.ranges[index].contains(position) else { return nil }
        return index
    }

    /// Whether marked text that two units share is more than half of the shorter.
    private func isWhole(_ mask: TextMask, _ stretches: [EqualStretch], _ shorter: Int) -> Bool {
        guard !mask.isEmpty else { return false }
        var marked: [Range<Int>] = []
        for stretch in stretches {
            mask.appendMarked(inside: stretch.aRange, to: &marked)
            let ofA = marked.count
            mask.appendMarked(inside: stretch.bRange, to: &marked)
            for index in ofA..<marked.count {
                let offset = stretch.a - stretch.b
                marked[index] =
                    marked[index].lowerBound + offset..<marked[index].upperBound + offset
            }
        }
        let count = DisjointRanges(marked).ranges.reduce(0) { $0 + $1.count }
        return 2 * count > shorter
    }
}

extension Passage {
    /// The first scalar of either place.
    fileprivate var firstScalars: EqualStretch {
        EqualStretch(a: a.lowerBound, b: b.lowerBound, length: 1)
    }
}

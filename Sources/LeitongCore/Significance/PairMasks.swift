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

    /// The masks that hold.
    ///
    /// Documents of several sections keep all of them: which sections share what is settled later.
    ///
    /// - Parameter chains: All that two documents share.
    func masks(between chains: [PassageChain]) -> TextMasks {
        if masks.common.isEmpty, masks.quoted.isEmpty { return masks }
        guard let first = chains.first?.passage, first.aDocument != first.bDocument,
            let a = unit(at: first.a.lowerBound), let b = unit(at: first.b.lowerBound)
        else { return masks }
        let shorter = Swift.min(a.count, b.count)
        let stretches = chains.flatMap { chain in
            (chain.parts.isEmpty ? [chain.passage] : chain.parts).flatMap(\.equalStretches)
        }
        guard stretches.allSatisfy({ a.contains($0.a) && b.contains($0.b) }) else { return masks }
        let isCommon = isWhole(masks.common, stretches, shorter)
        let isQuoted = isWhole(masks.quoted, stretches, shorter)
        if isCommon { return isQuoted ? withoutBoth : withoutCommon }
        return isQuoted ? withoutQuoted : masks
    }

    private func unit(at position: Int) -> Range<Int>? {
        let index = units.firstRange(endingAfter: position)
        guard index < units.ranges.count, units.ranges[index].contains(position) else { return nil }
        return units.ranges[index]
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

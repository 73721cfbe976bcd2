import LeitongCore
import LeitongReport

/// What stretches of each unit stand in which other unit.
struct SharedStretches: Sendable {
    /// A stretch of one unit that stands in another.
    struct Stretch: Sendable {
        var unit: Int
        /// The other unit.
        var source: Int
        var range: Range<Int>
        /// Whether it was copied; else it is a set phrase or a quotation.
        var isCopy: Bool

        /// The order of a unit's stretches: by source, then position.
        func precedes(_ other: Stretch) -> Bool {
            (source, range.lowerBound, range.upperBound)
                < (other.source, other.range.lowerBound, other.range.upperBound)
        }
    }

    let units: UnitRanges
    /// By unit, then source, then position.
    private(set) var stretches: [Stretch] = []
    /// Where the stretches of each unit begin, and one entry more.
    private var firstOfUnit: [Int] = []

    init(units: UnitRanges) {
        self.units = units
    }

    /// Adds a passage, cut where a unit ends on either side.
    mutating func add(_ found: FoundPassage, of list: PassageList) {
        let passage = found.passage
        let isCopy = found.matchClass == .copy
        if let a = unit(holding: passage.a), let b = unit(holding: passage.b) {
            add(a, passage.a, b, passage.b, isCopy: isCopy)
            return
        }
        var (a, b) = (passage.a.lowerBound, passage.b.lowerBound)
        for run in list.runs(of: passage) {
            let (aEnd, bEnd) = (a + run.aLength, b + run.bLength)
            if run.kind == .equal {
                addPieces(a..<aEnd, b, isCopy: isCopy)
            } else if let aUnit = units.unit(at: a), let bUnit = units.unit(at: b) {
                // What was changed belongs where it begins.
                let aPart = (a..<aEnd).clamped(to: units.ranges[aUnit])
                let bPart = (b..<bEnd).clamped(to: units.ranges[bUnit])
                add(aUnit, aPart, bUnit, bPart, isCopy: isCopy)
            }
            (a, b) = (aEnd, bEnd)
        }
    }

    /// Adds two paragraphs that are copies of each other.
    mutating func addParagraphs(_ a: Range<Int>, _ b: Range<Int>, isCopy: Bool) {
        guard !a.isEmpty, !b.isEmpty, let aUnit = units.unit(at: a.lowerBound),
            let bUnit = units.unit(at: b.lowerBound)
        else { return }
        add(aUnit, a, bUnit, b, isCopy: isCopy)
    }

    /// Sorts what was added; to be called once, before anything is asked.
    mutating func seal() {
        stretches.sort { $0.unit != $1.unit ? $0.unit < $1.unit : $0.precedes($1) }
        firstOfUnit = [Int](repeating: 0, count: units.ranges.count + 1)
        for stretch in stretches { firstOfUnit[stretch.unit + 1] += 1 }
        for unit in units.ranges.indices { firstOfUnit[unit + 1] += firstOfUnit[unit] }
    }

    /// The stretches of a unit, by source.
    func stretches(ofUnit unit: Int) -> ArraySlice<Stretch> {
        stretches[firstOfUnit[unit]..<firstOfUnit[unit + 1]]
    }

    private func unit(holding range: Range<Int>) -> Int? {
        guard let unit = units.unit(at: range.lowerBound),
            range.upperBound <= units.ranges[unit].upperBound
        else { return nil }
        return unit
    }

    /// Adds equal text piece by piece, from border to border.
    private mutating func addPieces(_ a: Range<Int>, _ b: Int, isCopy: Bool) {
        var start = a.lowerBound
        while start < a.upperBound {
            let bStart = b + start - a.lowerBound
            guard let aUnit = units.unit(at: start), let bUnit = units.unit(at: bStart) else {
                start += 1
                continue
            }
            let length = Swift.min(
                a.upperBound - start,
                units.ranges[aUnit].upperBound - start,
                units.ranges[bUnit].upperBound - bStart
            )
            add(aUnit, start..<start + length, bUnit, bStart..<bStart + length, isCopy: isCopy)
            start += length
        }
    }

    /// Adds a stretch to both of its units; a unit is no source of itself.
    private mutating func add(
        _ aUnit: Int,
        _ a: Range<Int>,
        _ bUnit: Int,
        _ b: Range<Int>,
        isCopy: Bool
    ) {
        guard aUnit != bUnit else { return }
        stretches.append(Stretch(unit: aUnit, source: bUnit, range: a, isCopy: isCopy))
        stretches.append(Stretch(unit: bUnit, source: aUnit, range: b, isCopy: isCopy))
    }
}

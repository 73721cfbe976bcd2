import LeitongAlgorithms
@_spi(Core) import LeitongCore
import LeitongReport

/// What stretches of each unit stand in which other unit, character for character.
struct SharedStretches: Sendable {
    /// A stretch of one unit that is equal to one of another.
    struct Stretch: Sendable {
        var unit: Int
        /// The other unit.
        var source: Int
        var range: Range<Int>
        /// Where it begins in the other unit, or ``manyPlaces``.
        var otherStart: Int
        /// What the match that it is of was taken for.
        var matchClass: MatchClass

        var isCopy: Bool { matchClass == .copy }

        /// Stands for any place: the text stands in very many.
        static let manyPlaces = -1

        /// The order of a unit's stretches: by source, then position.
        func precedes(_ other: Stretch) -> Bool {
            (source, range.lowerBound, range.upperBound, otherStart)
                < (other.source, other.range.lowerBound, other.range.upperBound, other.otherStart)
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

    /// Adds what is equal in a passage, cut where a unit ends on either side.
    mutating func add(_ found: FoundPassage, of list: PassageList) {
        var (a, b) = (found.passage.a.lowerBound, found.passage.b.lowerBound)
        for run in list.runs(of: found.passage) {
            if run.kind == .equal { add(a..<a + run.aLength, b, found.matchClass) }
            a += run.aLength
            b += run.bLength
        }
    }

    /// Adds equal text piece by piece, from border to border, to both of its units; a unit is no
    /// source of itself.
    mutating func add(_ a: Range<Int>, _ b: Int, _ matchClass: MatchClass) {
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
            if aUnit != bUnit {
                append(aUnit, bUnit, start..<start + length, bStart, matchClass)
                append(bUnit, aUnit, bStart..<bStart + length, start, matchClass)
            }
            start += length
        }
    }

    private mutating func append(
        _ unit: Int,
        _ source: Int,
        _ range: Range<Int>,
        _ otherStart: Int,
        _ matchClass: MatchClass
    ) {
        stretches.append(
            Stretch(
                unit: unit,
                source: source,
                range: range,
                otherStart: otherStart,
                matchClass: matchClass
            )
        )
    }

    /// Gives stretches another class where it depends on both units.
    mutating func reclassify(_ classify: (Stretch) -> MatchClass) {
        for index in stretches.indices { stretches[index].matchClass = classify(stretches[index]) }
    }

    /// Sorts what was added; to be called once, before anything is asked.
    mutating func seal() {
        stretches.sort { $0.unit != $1.unit ? $0.unit < $1.unit : $0.precedes($1) }
        firstOfUnit = GroupStarts.starts(groupCount: units.ranges.count) { count in
            for stretch in stretches { count(stretch.unit) }
        }
    }

    /// The stretches of a unit, by source.
    func stretches(ofUnit unit: Int) -> ArraySlice<Stretch> {
        stretches[firstOfUnit[unit]..<firstOfUnit[unit + 1]]
    }
}

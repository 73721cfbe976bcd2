/// Extends an aligned passage beyond its last exact match, as far as the texts go on agreeing more
/// than they differ.
///
/// A change near the end of a copied passage leaves a rest too short for a seed. The rest is taken
/// in if it has more equal scalars than changes; the passage ends with an equal scalar.
struct EndExtender {
    /// Scalars on each side that are looked at.
    private static let reach = 32
    private static let columns = reach + 1
    /// Changes in a row beyond which no more is looked at.
    ///
    /// Equal text that outweighed them would be long enough for a seed of its own. Source: the
    /// X-drop of Z. Zhang, S. Schwartz, L. Wagner, W. Miller, A greedy algorithm for aligning DNA
    /// sequences, 2000.
    private static let drop: Int16 = 12
    /// Score of a cell that is not reached, far from overflow.
    private static let unreached: Int16 = -1_000

    private var scores = [Int16](repeating: 0, count: columns * columns)
    private var pairs: [UInt32] = []
    private var steps = [UInt8](repeating: 0, count: columns * columns)

    private enum Step {
        static let equal: UInt8 = 0
        static let replace: UInt8 = 1
        static let delete: UInt8 = 2
        static let insert: UInt8 = 3
    }

    /// Aligns what follows a passage on both sides, or what stands before it.
    ///
    /// - Parameters:
    ///   - a: What there is in the first document.
    ///   - b: What there is in the second.
    ///   - isBackward: Whether it stands before the passage.
    /// - Returns: Runs from the passage outwards; empty if nothing is gained.
    mutating func extend(
        _ a: Span<UInt32>,
        _ b: Span<UInt32>,
        isBackward: Bool
    ) -> [PassageRun] {
        if isBackward {
            let (a, b) = (a.extracting(last: Self.reach), b.extracting(last: Self.reach))
            guard mayExtend(a, b, isBackward: true) else { return [] }
            let (aLast, bLast) = (a.count - 1, b.count - 1)
            return extend(aLength: a.count, bLength: b.count) {
                Self.agree(a[aLast - $0], b[bLast - $1])
            }
        }
        let (a, b) = (a.extracting(first: Self.reach), b.extracting(first: Self.reach))
        guard mayExtend(a, b, isBackward: false) else { return [] }
        return extend(aLength: a.count, bLength: b.count) { Self.agree(a[$0], b[$1]) }
    }

    private static func agree(_ a: UInt32, _ b: UInt32) -> Bool {
        a == b && a != FoldedText.wildcard
    }

    /// Whether anything may be gained: most often nothing is, and that is told sooner.
    ///
    /// Where the first scalars differ, each run of equal scalars follows a change; if there are more
    /// equal scalars than changes, two of them stand together. So the stretches share a pair.
    ///
    /// - Parameters:
    ///   - a: Scalars of the first stretch, not more than are looked at.
    ///   - b: Scalars of the second stretch, not more either.
    ///   - isBackward: Whether the stretches begin at their last scalar.
    /// - Returns: `false` if nothing can be gained.
    /// - Complexity: The product of the lengths, many steps at once.
    private mutating func mayExtend(
        _ a: Span<UInt32>,
        _ b: Span<UInt32>,
        isBackward: Bool
    ) -> Bool {
        guard a.count > 1, b.count > 1 else { return false }
        if isBackward ? a[a.count - 1] == b[b.count - 1] : a[0] == b[0] { return true }
        pairs.removeAll(keepingCapacity: true)
        for index in 1..<a.count { pairs.append(Self.pairHash(a, index)) }
        for index in 1..<b.count where Self.holds(pairs.span, Self.pairHash(b, index)) {
            return true
        }
        return false
    }

    private static func holds(_ pairs: Span<UInt32>, _ pair: UInt32) -> Bool {
        // Without an early exit, so that the loop can become vector instructions.
        var found: UInt32 = 0
        for index in pairs.indices { found |= pairs[index] == pair ? 1 : 0 }
        return found != 0
    }

    /// A number that equal pairs have in common; that others have it too does no harm.
    @inline(__always)
    private static func pairHash(_ text: Span<UInt32>, _ second: Int) -> UInt32 {
        // Wraps by design: a product modulo 2^32.
        (text[second - 1] &* 0x9E37_79B1) ^ text[second]
    }

    /// Aligns two stretches from their common start.
    ///
    /// - Parameters:
    ///   - aLength: Scalars of the first stretch that there are.
    ///   - bLength: Scalars of the second stretch that there are.
    ///   - isEqual: Whether the scalars at two offsets agree.
    /// - Returns: Runs from the start outwards; empty if nothing is gained.
    /// - Complexity: At most the square of the reach; where nothing agrees, that of the drop.
    mutating func extend(
        aLength: Int,
        bLength: Int,
        isEqual: (Int, Int) -> Bool
    ) -> [PassageRun] {
        let rows = Swift.min(aLength, Self.reach)
        let columns = Swift.min(bLength, Self.reach)
        guard rows > 1, columns > 1 else { return [] }
        var best: (score: Int16, row: Int, column: Int) = (0, 0, 0)
        // Columns of the row before that may still lead to more.
        var alive = 0...Swift.min(columns, Int(Self.drop))
        for offset in alive {
            scores[offset] = Int16(-offset)
            steps[offset] = Step.insert
        }
        for row in 1...rows {
            let last = fill(row, columns, after: alive, &best) { isEqual(row - 1, $0 - 1) }
            let start = row * Self.columns
            let least = best.score - Self.drop
            var (low, high) = (alive.lowerBound, last)
            while low <= high, scores[start + low] < least { low += 1 }
            while high >= low, scores[start + high] < least { high -= 1 }
            guard low <= high else { break }
            alive = low...high
        }
        return trace(from: best.row, best.column)
    }

    /// Fills the cells of a row that can be reached from those alive in the row before.
    ///
    /// - Returns: The last column that was filled.
    @inline(__always)
    private mutating func fill(
        _ row: Int,
        _ columns: Int,
        after alive: ClosedRange<Int>,
        _ best: inout (score: Int16, row: Int, column: Int),
        isEqual: (Int) -> Bool
    ) -> Int {
        let start = row * Self.columns
        let above = start - Self.columns
        var column = alive.lowerBound
        var left = Self.unreached
        var diagonal = Self.unreached
        while column <= columns {
            let up = column <= alive.upperBound ? scores[above + column] : Self.unreached
            let agrees = column > 0 && isEqual(column)
            var score = diagonal + (agrees ? 1 : -1)
            var step = agrees ? Step.equal : Step.replace
            if up - 1 > score { (score, step) = (up - 1, Step.delete) }
            if left - 1 > score { (score, step) = (left - 1, Step.insert) }
            scores[start + column] = score
            steps[start + column] = step
            if step == Step.equal, score > best.score { best = (score, row, column) }
            (left, diagonal) = (score, up)
            if column > alive.upperBound, score < best.score - Self.drop { break }
            column += 1
        }
        return Swift.min(column, columns)
    }

    private func trace(from row: Int, _ column: Int) -> [PassageRun] {
        var reversed: [PassageRun] = []
        var (row, column) = (row, column)
        while row > 0 || column > 0 {
            let step = steps[row * Self.columns + column]
            let run = PassageRun(
                kind: step == Step.equal ? .equal : .changed,
                aLength: step == Step.insert ? 0 : 1,
                bLength: step == Step.delete ? 0 : 1
            )
            reversed.append(run)
            row -= run.aLength
            column -= run.bLength
        }
        return reversed.reversed()
    }
}

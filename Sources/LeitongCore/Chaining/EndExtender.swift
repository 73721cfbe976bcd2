/// Extends an aligned passage beyond its last exact match, as far as the texts go on agreeing more
/// than they differ.
///
/// A change near the end of a copied passage leaves a rest too short for a seed. The rest is taken
/// in if it has more equal scalars than changes; the passage ends with an equal scalar.
struct EndExtender {
    /// Scalars on each side that are looked at.
    private static let reach = 32
    private static let columns = reach + 1

    private var scores = [Int16](repeating: 0, count: columns * columns)
    private var steps = [UInt8](repeating: 0, count: columns * columns)

    private enum Step {
        static let equal: UInt8 = 0
        static let replace: UInt8 = 1
        static let delete: UInt8 = 2
        static let insert: UInt8 = 3
    }

    /// Aligns two stretches from their common start.
    ///
    /// - Parameters:
    ///   - aLength: Scalars of the first stretch that there are.
    ///   - bLength: Scalars of the second stretch that there are.
    ///   - isEqual: Whether the scalars at two offsets agree.
    /// - Returns: Runs from the start outwards; empty if nothing is gained.
    /// - Complexity: At most the square of the reach.
    mutating func extend(
        aLength: Int,
        bLength: Int,
        isEqual: (Int, Int) -> Bool
    ) -> [PassageRun] {
        let rows = Swift.min(aLength, Self.reach)
        let columns = Swift.min(bLength, Self.reach)
        guard rows > 1, columns > 1 else { return [] }
        var best: (score: Int16, row: Int, column: Int) = (0, 0, 0)
        for offset in 0...columns {
            scores[offset] = Int16(-offset)
            steps[offset] = Step.insert
        }
        for row in 1...rows {
            scores[row * Self.columns] = Int16(-row)
            steps[row * Self.columns] = Step.delete
            for column in 1...columns {
                let cell = row * Self.columns + column
                let agrees = isEqual(row - 1, column - 1)
                var score = scores[cell - Self.columns - 1] + (agrees ? 1 : -1)
                var step = agrees ? Step.equal : Step.replace
                if scores[cell - Self.columns] - 1 > score {
                    score = scores[cell - Self.columns] - 1
                    step = Step.delete
                }
                if scores[cell - 1] - 1 > score {
                    score = scores[cell - 1] - 1
                    step = Step.insert
                }
                scores[cell] = score
                steps[cell] = step
                if agrees, step == Step.equal, score > best.score { best = (score, row, column) }
            }
        }
        return trace(from: best.row, best.column)
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

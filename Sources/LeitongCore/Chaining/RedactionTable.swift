/// Aligns two short texts with redaction marks by edit distance: substitution, insertion and deletion
/// cost one each; a wildcard takes 0 to 8 scalars of the other side for nothing.
///
/// Source: R. Wagner, M. Fischer, The string-to-string correction problem, 1974.
struct RedactionTable {
    /// Scalars that a wildcard may stand for.
    static let wildcardReach = 8

    private var costs: [Int32] = []
    private var steps: [UInt8] = []

    /// How a cell was reached: one of these, or a wildcard of either side with its length added.
    private enum Step {
        static let equal: UInt8 = 0
        static let replace: UInt8 = 1
        static let delete: UInt8 = 2
        static let insert: UInt8 = 3
        static let aWildcard: UInt8 = 16
        static let bWildcard: UInt8 = 32
    }

    /// The cheapest alignment.
    ///
    /// - Parameters:
    ///   - a: The first text.
    ///   - b: The second text.
    /// - Returns: Its runs.
    /// - Complexity: The product of the lengths.
    mutating func aligned(_ a: Span<UInt32>, _ b: Span<UInt32>) -> [PassageRun] {
        fill(a, b)
        return trace(a, b)
    }

    private mutating func fill(_ a: Span<UInt32>, _ b: Span<UInt32>) {
        let columns = b.count + 1
        let cells = (a.count + 1) * columns
        if costs.count < cells {
            costs = [Int32](repeating: 0, count: cells)
            steps = [UInt8](repeating: 0, count: cells)
        }
        for row in 0...a.count {
            let isPlainRow = row > 0 && a[row - 1] != FoldedText.wildcard
            for column in 0...b.count {
                let cell = row * columns + column
                if isPlainRow, column > 0, b[column - 1] != FoldedText.wildcard {
                    fillPlain(cell, columns, isEqual: a[row - 1] == b[column - 1])
                } else {
                    (costs[cell], steps[cell]) = best(a, b, row, column, columns)
                }
            }
        }
    }

    /// Fills a cell without a wildcard on either side, as ``best(_:_:_:_:_:)`` does: most are.
    @inline(__always)
    private mutating func fillPlain(_ cell: Int, _ columns: Int, isEqual: Bool) {
        var cost = costs[cell - columns - 1] + (isEqual ? 0 : 1)
        var step = isEqual ? Step.equal : Step.replace
        let deletion = costs[cell - columns] + 1
        if deletion < cost { (cost, step) = (deletion, Step.delete) }
        let insertion = costs[cell - 1] + 1
        if insertion < cost { (cost, step) = (insertion, Step.insert) }
        costs[cell] = cost
        steps[cell] = step
    }

    /// The cheapest way to a cell; of equally cheap ones the first in the order of ``Step``.
    private func best(
        _ a: Span<UInt32>,
        _ b: Span<UInt32>,
        _ row: Int,
        _ column: Int,
        _ columns: Int
    ) -> (Int32, UInt8) {
        guard row > 0 || column > 0 else { return (0, Step.equal) }
        let cell = row * columns + column
        var best: (cost: Int32, step: UInt8) = (.max, Step.equal)
        func consider(_ cost: Int32, _ step: UInt8) {
            if cost < best.cost { best = (cost, step) }
        }
        let isRedactedA = row > 0 && a[row - 1] == FoldedText.wildcard
        let isRedactedB = column > 0 && b[column - 1] == FoldedText.wildcard
        if row > 0, column > 0, !isRedactedA, !isRedactedB {
            let isEqual = a[row - 1] == b[column - 1]
            let diagonal = costs[cell - columns - 1]
            consider(isEqual ? diagonal : diagonal + 1, isEqual ? Step.equal : Step.replace)
        }
        if isRedactedA {
            for length in 0...Swift.min(Self.wildcardReach, column) {
                consider(costs[cell - columns - length], Step.aWildcard + UInt8(length))
            }
        } else if row > 0 {
            consider(costs[cell - columns] + 1, Step.delete)
        }
        if isRedactedB {
            for length in 0...Swift.min(Self.wildcardReach, row) {
                consider(costs[cell - length * columns - 1], Step.bWildcard + UInt8(length))
            }
        } else if column > 0 {
            consider(costs[cell - 1] + 1, Step.insert)
        }
        return best
    }

    /// Follows the cheapest way back.
    private func trace(_ a: Span<UInt32>, _ b: Span<UInt32>) -> [PassageRun] {
        let columns = b.count + 1
        var reversed: [PassageRun] = []
        var (row, column) = (a.count, b.count)
        while row > 0 || column > 0 {
            let step = steps[row * columns + column]
            let run =
                switch step {
                case Step.equal: PassageRun(kind: .equal, aLength: 1, bLength: 1)
                case Step.replace: PassageRun(kind: .changed, aLength: 1, bLength: 1)
                case Step.delete: PassageRun(kind: .changed, aLength: 1, bLength: 0)
                case Step.insert: PassageRun(kind: .changed, aLength: 0, bLength: 1)
                case Step.bWildcard...:
                    PassageRun(kind: .redacted, aLength: Int(step - Step.bWildcard), bLength: 1)
                default:
                    PassageRun(kind: .redacted, aLength: 1, bLength: Int(step - Step.aWildcard))
                }
            reversed.append(run)
            row -= run.aLength
            column -= run.bLength
        }
        var list = RunList()
        for run in reversed.reversed() { list.append(run.kind, run.aLength, run.bLength) }
        return list.runs
    }
}

/// Aligns what stands between two exact matches.
///
/// Small gaps by edit distance (substitution, insertion, deletion cost one each; a wildcard takes 0
/// to 8 scalars of the other side for nothing), large ones by ``EditScript``. Equal crumbs between
/// longer changes are taken for chance and count as changed.
///
/// Source: R. Wagner, M. Fischer, The string-to-string correction problem, 1974; without wildcards
/// and long gaps by ``EditDistanceTable``.
struct GapAligner {
    /// Scalars that a wildcard may stand for.
    static let wildcardReach = 8
    /// Cells of the table of a small gap.
    private static let cellLimit = 1 << 13
    /// Cells of the table of a gap with wildcards, which nothing else aligns.
    private static let wildcardCellLimit = 1 << 18
    /// Steps that aligning a large gap may take; what is left is changed as a whole.
    private static let workLimit = 1 << 16

    private var costs: [Int32] = []
    private var steps: [UInt8] = []
    private var table = EditDistanceTable()

    /// How a cell was reached: one of these, or a wildcard of either side with its length added.
    private enum Step {
        static let equal: UInt8 = 0
        static let replace: UInt8 = 1
        static let delete: UInt8 = 2
        static let insert: UInt8 = 3
        static let aWildcard: UInt8 = 16
        static let bWildcard: UInt8 = 32
    }

    /// Aligns two stretches.
    ///
    /// - Parameters:
    ///   - a: Scalars of the first document; may be empty.
    ///   - b: Scalars of the second document; may be empty.
    ///   - list: Receives the runs.
    /// - Complexity: The product of the lengths for small gaps.
    mutating func align(_ a: Span<UInt32>, _ b: Span<UInt32>, into list: inout RunList) {
        if a.isEmpty || b.isEmpty {
            list.append(Self.isRedaction(a, b) ? .redacted : .changed, a.count, b.count)
        } else if Self.isSmall(a, b) {
            list.append(withoutCrumbs(aligned(a, b), a))
        } else {
            let script = EditScript(from: a, to: b, workLimit: Self.workLimit).withoutCrumbs()
            for run in script.runs {
                let kind: PassageRun.Kind = run.kind == .equal ? .equal : .changed
                list.append(kind, run.a.count, run.b.count)
            }
        }
    }

    /// Aligns a small gap: most have no wildcard, and a short first side.
    private mutating func aligned(_ a: Span<UInt32>, _ b: Span<UInt32>) -> [PassageRun] {
        guard a.count <= EditDistanceTable.lengthLimit, !Self.hasWildcard(a), !Self.hasWildcard(b)
        else {
            fill(a, b)
            return trace(a, b)
        }
        table.fill(a, b)
        var reversed = RunList()
        table.trace(a, b) { step in
            reversed.append(
                step == .equal ? .equal : .changed,
                step == .insert ? 0 : 1,
                step == .delete ? 0 : 1
            )
        }
        return reversed.runs.reversed()
    }

    private static func isSmall(_ a: Span<UInt32>, _ b: Span<UInt32>) -> Bool {
        let cells = (a.count + 1) * (b.count + 1)
        if cells <= cellLimit { return true }
        return cells <= wildcardCellLimit && (hasWildcard(a) || hasWildcard(b))
    }

    private static func hasWildcard(_ text: Span<UInt32>) -> Bool {
        for index in text.indices where text[index] == FoldedText.wildcard { return true }
        return false
    }

    /// Whether one of the stretches is a wildcard and the other is empty.
    private static func isRedaction(_ a: Span<UInt32>, _ b: Span<UInt32>) -> Bool {
        a.count + b.count == 1 && (a.isEmpty ? b[0] : a[0]) == FoldedText.wildcard
    }

    private mutating func fill(_ a: Span<UInt32>, _ b: Span<UInt32>) {
        let columns = b.count + 1
        let cells = (a.count + 1) * columns
        if costs.count < cells {
            costs = [Int32](repeating: 0, count: cells)
            steps = [UInt8](repeating: 0, count: cells)
        }
        for row in 0...a.count {
            for column in 0...b.count {
                let cell = row * columns + column
                (costs[cell], steps[cell]) = best(a, b, row, column, columns)
            }
        }
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

    /// Runs in which equal text that is shorter than a Chinese word and than the changes on both
    /// sides is changed too: letters of unrelated words agree by chance.
    private func withoutCrumbs(_ runs: [PassageRun], _ a: Span<UInt32>) -> [PassageRun] {
        guard runs.count > 2 else { return runs }
        var list = RunList()
        var position = 0
        for (index, run) in runs.enumerated() {
            let isInside = index > 0 && index + 1 < runs.count
            var kind = run.kind
            if kind == .equal, isInside, let before = list.runs.last, before.kind == .changed,
                runs[index + 1].kind == .changed
            {
                let width = (position..<position + run.aLength)
                    .reduce(0) { $0 + (ScalarMarks.isWide(a[$1]) ? 2 : 1) }
                let least = Swift.min(before.longest, runs[index + 1].longest)
                if width < 4, run.aLength < least { kind = .changed }
            }
            list.append(kind, run.aLength, run.bLength)
            position += run.aLength
        }
        return list.runs
    }
}

extension PassageRun {
    /// Scalars of the longer side.
    var longest: Int { Swift.max(aLength, bLength) }
}

/// Edit distances of all beginnings of two texts, of which the first is short: a column of the table
/// is a word, and a bit tells how a cell differs from one beside it.
///
/// Sources: G. Myers, A fast bit-vector algorithm for approximate string matching based on dynamic
/// programming, 1999; H. Hyyrö, A note on bit-parallel alignment computation, 2004, for the way back.
struct EditDistanceTable {
    /// Scalars of the first text, at the most.
    static let lengthLimit = UInt64.bitWidth

    /// For each scalar of the second text, the cells that cost as much as the one before them in
    /// both texts.
    private var same: [UInt64] = []
    /// The cells that cost one more than the one before them in the first text.
    private var grows: [UInt64] = []

    /// Whether any scalar stands in both texts; if none does, nothing needs to be traced.
    private(set) var hasEqual = false

    /// One step of an alignment.
    enum Step {
        case equal
        case replace
        case delete
        case insert
    }

    /// Computes the distances: substitution, insertion and deletion cost one each.
    ///
    /// - Parameters:
    ///   - a: The first text, not longer than ``lengthLimit``.
    ///   - b: The second text.
    /// - Complexity: The product of the lengths, many scalars at once.
    mutating func fill(_ a: Span<UInt32>, _ b: Span<UInt32>) {
        precondition(a.count <= Self.lengthLimit, "the first text is too long")
        same.removeAll(keepingCapacity: true)
        same.reserveCapacity(b.count)
        grows.removeAll(keepingCapacity: true)
        grows.reserveCapacity(b.count)
        // In the column of no scalar each cell costs one more than the one before it.
        var (positive, negative) = (UInt64.max, UInt64(0))
        var allEqual: UInt64 = 0
        for column in b.indices {
            let equal = Self.places(of: b[column], in: a)
            allEqual |= equal
            // Wraps by design: a carry runs along the cells that stay the same.
            let diagonal = (((equal & positive) &+ positive) ^ positive) | equal | negative
            // The row of no scalar grows by one, too.
            let right = (negative | ~(diagonal | positive)) << 1 | 1
            let left = (diagonal & positive) << 1
            positive = left | ~(diagonal | right)
            negative = diagonal & right
            same.append(diagonal)
            grows.append(positive)
        }
        hasEqual = allEqual != 0
    }

    @inline(__always)
    private static func places(of scalar: UInt32, in text: Span<UInt32>) -> UInt64 {
        var places: UInt64 = 0
        for index in text.indices {
            places |= (text[index] == scalar ? 1 : 0) << UInt64(truncatingIfNeeded: index)
        }
        return places
    }

    /// Follows the cheapest alignment back from the ends of both texts; of equally cheap steps the
    /// first in the order of ``Step``.
    ///
    /// - Parameters:
    ///   - a: The first text, as it was filled in.
    ///   - b: The second text.
    ///   - body: Receives the steps, the last first.
    func trace(_ a: Span<UInt32>, _ b: Span<UInt32>, _ body: (Step) -> Void) {
        var (row, column) = (a.count, b.count)
        while row > 0 || column > 0 {
            let step = step(a, b, row, column)
            body(step)
            if step != .insert { row -= 1 }
            if step != .delete { column -= 1 }
        }
    }

    private func step(_ a: Span<UInt32>, _ b: Span<UInt32>, _ row: Int, _ column: Int) -> Step {
        guard row > 0 else { return .insert }
        guard column > 0 else { return .delete }
        if a[row - 1] == b[column - 1] { return .equal }
        let bit: UInt64 = 1 << UInt64(row - 1)
        if same[column - 1] & bit == 0 { return .replace }
        return grows[column - 1] & bit != 0 ? .delete : .insert
    }
}

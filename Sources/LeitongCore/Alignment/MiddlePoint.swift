/// Finds a point that a shortest path between two texts passes, half-way between its ends.
///
/// Of all such points it is the one that the search of Myers (An O(ND) difference algorithm and its
/// variations, 1986) meets first. That search takes time with the square of the edits. Where there
/// are many, a table of the longest common subsequences, 64 cells a word, gives the same point
/// sooner (``SubsequenceTable``).
struct MiddlePoint {
    private var forward: [Int]
    private var backward: [Int]
    private let origin: Int
    private let editLimit: Int
    private var table = SubsequenceTable()

    /// Creates a search.
    ///
    /// - Parameter editLimit: Edits from either end to the point, at the most.
    init(editLimit: Int) {
        self.editLimit = editLimit
        origin = editLimit + 2
        forward = [Int](repeating: 0, count: 2 * origin + 1)
        backward = forward
    }

    /// A point of a shortest path; `nil` if the ends are too many edits apart.
    ///
    /// The texts share neither their first nor their last scalar and neither is empty, so that the
    /// point found leaves two smaller problems.
    mutating func middle(of a: Span<UInt32>, and b: Span<UInt32>) -> (a: Int, b: Int)? {
        guard let words = SubsequenceTable.words(a.count, b.count) else {
            return search(a, b, upTo: editLimit)
        }
        // The search takes a step for each of the edits times itself; the table as long as a step for
        // each scalar and two words.
        let edits = Int(Double(a.count + b.count + words / 2).squareRoot())
        guard edits < editLimit else { return search(a, b, upTo: editLimit) }
        return search(a, b, upTo: edits) ?? table.middle(of: a, and: b, editLimit: editLimit)
    }

    /// Goes from both ends, an edit further at a time, until the ways meet.
    ///
    /// - Complexity: The square of the edits.
    private mutating func search(
        _ a: Span<UInt32>,
        _ b: Span<UInt32>,
        upTo limit: Int
    ) -> (a: Int, b: Int)? {
        let difference = a.count - b.count
        forward[origin + 1] = 0
        backward[origin + 1] = 0
        for edits in 0...limit {
            if let point = forwardStep(a, b, edits, difference) { return point }
            if let point = backwardStep(a, b, edits, difference) { return point }
        }
        return nil
    }

    /// Extends the furthest paths from the start by one edit on every diagonal.
    private mutating func forwardStep(
        _ a: Span<UInt32>,
        _ b: Span<UInt32>,
        _ edits: Int,
        _ difference: Int
    ) -> (a: Int, b: Int)? {
        // Not by `stride`: its iterator is not inlined here.
        var diagonal = -edits
        while diagonal <= edits {
            defer { diagonal += 2 }
            var x = Self.oneEditFurther(forward, origin + diagonal, diagonal, edits)
            while x < a.count, x - diagonal < b.count, x >= diagonal, a[x] == b[x - diagonal] {
                x += 1
            }
            forward[origin + diagonal] = x
            let opposite = difference - diagonal
            let meets = difference % 2 != 0 && abs(opposite) < edits
            if meets, x + backward[origin + opposite] >= a.count {
                return clamped(x, x - diagonal, a.count, b.count)
            }
        }
        return nil
    }

    /// Extends the furthest paths from the end by one edit on every diagonal.
    private mutating func backwardStep(
        _ a: Span<UInt32>,
        _ b: Span<UInt32>,
        _ edits: Int,
        _ difference: Int
    ) -> (a: Int, b: Int)? {
        var diagonal = -edits
        while diagonal <= edits {
            defer { diagonal += 2 }
            var x = Self.oneEditFurther(backward, origin + diagonal, diagonal, edits)
            while x < a.count, x - diagonal < b.count, x >= diagonal,
                a[a.count - 1 - x] == b[b.count - 1 - (x - diagonal)]
            {
                x += 1
            }
            backward[origin + diagonal] = x
            let opposite = difference - diagonal
            let meets = difference % 2 == 0 && abs(opposite) <= edits
            if meets, x + forward[origin + opposite] >= a.count {
                return clamped(a.count - x, b.count - (x - diagonal), a.count, b.count)
            }
        }
        return nil
    }

    /// How far the better of two paths comes on a diagonal: one scalar of `b` more from the diagonal
    /// above, or one of `a` more from the one below.
    private static func oneEditFurther(
        _ furthest: [Int],
        _ at: Int,
        _ diagonal: Int,
        _ edits: Int
    ) -> Int {
        let goesDown =
            diagonal == -edits || (diagonal != edits && furthest[at - 1] < furthest[at + 1])
        return goesDown ? furthest[at + 1] : furthest[at - 1] + 1
    }

    private func clamped(_ x: Int, _ y: Int, _ aCount: Int, _ bCount: Int) -> (a: Int, b: Int) {
        (Swift.max(0, Swift.min(x, aCount)), Swift.max(0, Swift.min(y, bCount)))
    }
}

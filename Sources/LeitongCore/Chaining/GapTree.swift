/// The gaps of a passage as a tree: each is parted at its widest gap, its parts at theirs.
///
/// Source: J. Vuillemin, A unifying look at data structures, 1980 (the Cartesian tree).
struct GapTree {
    private var lower: [Int32] = []
    private var upper: [Int32] = []
    private var spine: [Int32] = []
    private static let none: Int32 = -1

    /// Builds the tree of some widths.
    ///
    /// - Parameter widths: Widths of the gaps, in order; of equal ones the first is above.
    /// - Complexity: Linear.
    mutating func build(_ widths: ArraySlice<PassageGap>) {
        lower.removeAll(keepingCapacity: true)
        upper.removeAll(keepingCapacity: true)
        spine.removeAll(keepingCapacity: true)
        for index in 0..<widths.count {
            let width = widths[widths.startIndex + index].width
            var last = Self.none
            while let top = spine.last, widths[widths.startIndex + Int(top)].width < width {
                last = spine.removeLast()
            }
            lower.append(last)
            upper.append(Self.none)
            if let top = spine.last { upper[Int(top)] = Int32(index) }
            spine.append(Int32(index))
        }
    }

    /// Parts a range of stretches at the widest gaps until each part is as it shall be.
    ///
    /// - Parameters:
    ///   - isWhole: Whether stretches from the first to the last stay together.
    ///   - body: Receives each part, rising.
    /// - Complexity: Linear in the gaps.
    func parts(
        _ isWhole: (_ first: Int, _ last: Int) -> Bool,
        _ body: (_ first: Int, _ last: Int) -> Void
    ) {
        // The last entry is looked at first, so that parts come in order.
        var open: [(node: Int32, first: Int, last: Int)] = [
            (spine.first ?? Self.none, 0, lower.count)
        ]
        while let (node, first, last) = open.popLast() {
            if node == Self.none || isWhole(first, last) {
                body(first, last)
                continue
            }
            let gap = Int(node)
            open.append((upper[gap], gap + 1, last))
            open.append((lower[gap], first, gap))
        }
    }
}

/// What stands between two stretches that agree.
struct PassageGap {
    /// Width of its longer side.
    var width: Int
    /// Scalars of its longer side that are changed.
    var changed: Int
}

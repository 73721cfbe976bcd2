/// Lengths of the longest common subsequences of all beginnings of two texts, a bit a cell: whether
/// a beginning of the first text has a longer one than the beginning a scalar shorter.
///
/// Source: M. Crochemore, C. Iliopoulos, Y. Pinzon, J. Reid, A fast and practical bit-vector
/// algorithm for the longest common subsequence problem, 2001; the steps as in H. Hyyrö,
/// Bit-parallel LCS-length computation revisited, 2004.
///
/// It leads to the point that the search for a middle snake finds. Call the edits between the start
/// and a point its level. The search meets on the lowest diagonal (`x - y`) on which a shortest path
/// passes the level half-way, at the last point of that diagonal with that level. The shortest path
/// furthest to that side passes every level on the lowest diagonal: going back, it drops a scalar of
/// the first text wherever a shortest path may. (Say another path is on diagonal `k` at a level, in
/// row `y`. There the outermost path is `t >= 0` columns to the left, on diagonal `k - t`, and at
/// most `t` levels away; each level changes the diagonal by one.) Where the edits are even in
/// number, the search meets while going from the end: the same with both texts reversed.
struct SubsequenceTable {
    /// Longest text that makes a table: it then has two megabytes at the most.
    static let lengthLimit = 1 << 12
    private static let none = UInt32.max

    private var first: [UInt32] = []
    private var second: [UInt32] = []
    /// One row for each scalar of the second text, before them one of no scalar.
    ///
    /// A bit is 0 where the subsequence grows.
    private var rows: [UInt64] = []
    private var wordsOfRow = 0
    /// A hash table of the scalars of the first text, and the number of each.
    private var scalars: [UInt32] = []
    private var numbers: [UInt32] = []
    /// Where in the first text the scalar of each number stands: a row of bits.
    ///
    /// Number 0 is of all scalars that do not stand there.
    private var places: [UInt64] = []

    /// Words of the table of two texts; `nil` if one of them is too long for one.
    static func words(_ aCount: Int, _ bCount: Int) -> Int? {
        guard aCount <= lengthLimit, bCount <= lengthLimit else { return nil }
        return (aCount + 63) / 64 * (bCount + 1)
    }

    /// The point of a shortest path that the search for a middle snake meets at.
    ///
    /// - Parameters:
    ///   - a: The first text.
    ///   - b: The second text.
    ///   - editLimit: Edits from either end to the point, at the most.
    /// - Returns: `nil` if the ends are too many edits apart.
    /// - Complexity: The product of the lengths, divided by 64.
    mutating func middle(
        of a: Span<UInt32>,
        and b: Span<UInt32>,
        editLimit: Int
    ) -> (a: Int, b: Int)? {
        let isReversed = (a.count + b.count).isMultiple(of: 2)
        Self.copy(a, reversed: isReversed, into: &first)
        Self.copy(b, reversed: isReversed, into: &second)
        wordsOfRow = (a.count + 63) / 64
        notePlaces()
        fill()
        let edits = a.count + b.count - 2 * length(first.count, second.count)
        guard (edits + 1) / 2 <= editLimit else { return nil }
        let (x, y) = point(edits: edits, level: (edits + 1) / 2)
        return isReversed ? (a.count - x, b.count - y) : (x, y)
    }

    private static func copy(
        _ text: Span<UInt32>,
        reversed isReversed: Bool,
        into copy: inout [UInt32]
    ) {
        copy.removeAll(keepingCapacity: true)
        copy.reserveCapacity(text.count)
        for index in text.indices {
            copy.append(text[isReversed ? text.count - 1 - index : index])
        }
    }

    /// Notes where each scalar of the first text stands.
    private mutating func notePlaces() {
        var slots = 16
        while slots < 2 * first.count { slots *= 2 }
        scalars.removeAll(keepingCapacity: true)
        scalars.append(contentsOf: repeatElement(Self.none, count: slots))
        numbers.removeAll(keepingCapacity: true)
        numbers.append(contentsOf: repeatElement(0, count: slots))
        places.removeAll(keepingCapacity: true)
        places.append(contentsOf: repeatElement(0, count: wordsOfRow))
        var count: UInt32 = 1
        for (index, scalar) in first.enumerated() {
            let slot = Self.slot(of: scalar, in: scalars.span)
            if numbers[slot] == 0 {
                scalars[slot] = scalar
                numbers[slot] = count
                count += 1
                places.append(contentsOf: repeatElement(0, count: wordsOfRow))
            }
            places[Int(numbers[slot]) * wordsOfRow + index / 64] |= 1 << UInt64(index % 64)
        }
    }

    /// Where a scalar is kept, or could be; the slots are a power of two and half of them are free.
    @inline(__always)
    private static func slot(of scalar: UInt32, in scalars: Span<UInt32>) -> Int {
        // Wraps by design: a product modulo 2^32, of which the upper bits are well mixed.
        var slot = Int((scalar &* 0x9E37_79B1) >> 12) & (scalars.count - 1)
        while scalars[slot] != scalar, scalars[slot] != none {
            slot = (slot + 1) & (scalars.count - 1)
        }
        return slot
    }

    /// Fills the rows.
    private mutating func fill() {
        let words = wordsOfRow
        let needed = words * (second.count + 1)
        if rows.count < needed { rows = [UInt64](repeating: .max, count: needed) }
        for word in 0..<words { rows[word] = .max }
        for (y, scalar) in second.enumerated() {
            let place = Int(numbers[Self.slot(of: scalar, in: scalars.span)]) * words
            Self.fillRow(&rows, from: y * words, words, places, at: place)
        }
    }

    /// Fills the row after one.
    ///
    /// - Parameters:
    ///   - rows: All rows.
    ///   - above: Where the row begins that is known.
    ///   - words: Words of a row.
    ///   - places: Where the first text has which scalar.
    ///   - place: The words of the scalar of the new row.
    @inline(__always)
    private static func fillRow(
        _ rows: inout [UInt64],
        from above: Int,
        _ words: Int,
        _ places: [UInt64],
        at place: Int
    ) {
        let places = places.span.extracting(place..<place + words)
        var rows = rows.mutableSpan
        var carry: UInt64 = 0
        for word in 0..<words {
            let row = rows[above + word]
            let grown = row & places[word]
            let (sum, overflows) = row.addingReportingOverflow(grown)
            let (total, overflowsToo) = sum.addingReportingOverflow(carry)
            carry = overflows || overflowsToo ? 1 : 0
            rows[above + words + word] = total | (row & ~grown)
        }
    }

    /// Length of the longest common subsequence of the first `x` and the first `y` scalars.
    private func length(_ x: Int, _ y: Int) -> Int {
        let row = y * wordsOfRow
        var length = 0
        for word in 0..<x / 64 { length += (~rows[row + word]).nonzeroBitCount }
        if x % 64 > 0 {
            let mask: UInt64 = 1 << UInt64(x % 64) - 1
            length += (~rows[row + x / 64] & mask).nonzeroBitCount
        }
        return length
    }

    /// The last point of its diagonal at a level, on the lowest diagonal that has one on a shortest
    /// path.
    ///
    /// - Parameters:
    ///   - edits: Level of the end.
    ///   - level: The level that is looked for.
    /// - Returns: Scalars of both texts before the point.
    private func point(edits: Int, level: Int) -> (x: Int, y: Int) {
        var (x, y) = (first.count, second.count)
        var current = edits
        while current > level {
            if x > 0, rows[y * wordsOfRow + (x - 1) / 64] >> UInt64((x - 1) % 64) & 1 == 1 {
                x -= 1
                current -= 1
            } else if x > 0, y > 0, first[x - 1] == second[y - 1] {
                x -= 1
                y -= 1
            } else {
                y -= 1
                current -= 1
            }
        }
        while x < first.count, y < second.count, x + y + 2 - 2 * length(x + 1, y + 1) == level {
            x += 1
            y += 1
        }
        return (x, y)
    }
}

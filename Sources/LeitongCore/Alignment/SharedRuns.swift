/// Lists all common runs of two texts that are sure to be found, each as long as it can be.
///
/// All windows of one text are kept in a hash table; those of the other are looked up and extended
/// where no longer run holds them. Text that repeats itself has too many such pairs, and no list.
///
/// Source: R. Karp, M. Rabin, Efficient randomized pattern-matching algorithms, 1987, for the hash.
struct SharedRuns {
    let rule: SeedRule
    /// Comparisons for each scalar of both texts.
    ///
    /// Measured on 333,000 characters: two editions with an edit in every 20 to 1,000 characters take
    /// 1, random words of 400 without spaces 11; text with a period takes as many as it has periods.
    private static let workPerScalar = 32
    /// An odd number without pattern: the golden ratio in 64 bits.
    private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
    private static let none: Int32 = -1

    /// For each hash, the first window of the first text that has it.
    private var heads: [Int32] = []
    /// For each window of the first text, the next with the same place in the table.
    private var links: [Int32] = []
    /// More of the hash of each window, so that few are compared that differ.
    private var tags: [UInt32] = []
    private var bits = 0

    init(rule: SeedRule) { self.rule = rule }

    /// The runs, in no order that means anything.
    ///
    /// - Parameters:
    ///   - a: The first text; better the shorter one.
    ///   - b: The second text.
    ///   - box: What is compared of them.
    /// - Returns: `nil` if there are too many.
    /// - Complexity: Linear.
    mutating func runs(
        _ a: Span<UInt32>,
        _ b: Span<UInt32>,
        in box: AlignmentBox
    ) -> [CommonRun]? {
        keepWindows(a, box.a)
        var work = Self.workPerScalar * (box.a.count + box.b.count)
        var runs: [CommonRun] = []
        var isComplete = true
        Self.forEachWindow(b, box.b, rule.minRun) { place, hash in
            var next = heads[Int(truncatingIfNeeded: hash >> UInt64(64 - bits))]
            while next != Self.none {
                let window = Int(next)
                next = links[window]
                work -= 1
                guard tags[window] == UInt32(truncatingIfNeeded: hash >> 16) else { continue }
                let (i, j) = (box.a.lowerBound + window, place)
                // The run was found where it begins.
                if i > box.a.lowerBound, j > box.b.lowerBound, a[i - 1] == b[j - 1],
                    a[i - 1] != FoldedText.wildcard
                {
                    continue
                }
                let run = CommonRun(a: i, b: j, length: 0).extended(a, b, in: box)
                work -= run.length
                if rule.isSure(a, from: run.a, length: run.length) { runs.append(run) }
            }
            isComplete = work > 0
            return isComplete
        }
        return isComplete ? runs : nil
    }

    private mutating func keepWindows(_ text: Span<UInt32>, _ range: Range<Int>) {
        bits = 4
        while 1 << bits < 2 * range.count { bits += 1 }
        heads.removeAll(keepingCapacity: true)
        heads.append(contentsOf: repeatElement(Self.none, count: 1 << bits))
        if links.count < range.count {
            links = [Int32](repeating: Self.none, count: range.count)
            tags = [UInt32](repeating: 0, count: range.count)
        }
        Self.forEachWindow(text, range, rule.minRun) { place, hash in
            let window = place - range.lowerBound
            let slot = Int(truncatingIfNeeded: hash >> UInt64(64 - bits))
            links[window] = heads[slot]
            tags[window] = UInt32(truncatingIfNeeded: hash >> 16)
            heads[slot] = Int32(truncatingIfNeeded: window)
            return true
        }
    }

    /// Visits the windows that hold no wildcard, until told to stop.
    @inline(__always)
    private static func forEachWindow(
        _ text: Span<UInt32>,
        _ range: Range<Int>,
        _ length: Int,
        _ body: (_ start: Int, _ hash: UInt64) -> Bool
    ) {
        // All wrap by design: a polynomial modulo 2^64, mixed by one more product.
        var power: UInt64 = 1
        for _ in 0..<length { power = power &* multiplier }
        var hash: UInt64 = 0
        var held = 0
        for index in range {
            let scalar = text[index]
            hash = hash &* multiplier &+ UInt64(scalar)
            if index >= range.lowerBound + length {
                hash = hash &- UInt64(text[index - length]) &* power
            }
            held = scalar == FoldedText.wildcard ? 0 : held + 1
            guard held >= length else { continue }
            let mixed = (hash ^ hash >> 32) &* multiplier
            if !body(index - length + 1, mixed) { return }
        }
    }
}

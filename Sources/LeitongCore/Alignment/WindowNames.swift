/// Numbers for the windows of two texts: equal windows have equal numbers, unlike ones have not.
///
/// A window of twice the length is named by the names of its halves, one of a length between by two
/// windows that overlap.
///
/// Source: R. Karp, R. Miller, A. Rosenberg, Rapid identification of repeated patterns in strings,
/// trees and arrays, 1972.
struct WindowNames {
    /// Scalars of a window.
    private(set) var length: Int
    /// For each scalar of the first text, the name of the window that begins with it; 0 if a wildcard
    /// stands in it or it reaches over the end.
    private(set) var a: [UInt32]
    /// The same for the second text; 0 too if the first text has no such window.
    private(set) var b: [UInt32]

    /// The names of single scalars.
    init(_ a: Span<UInt32>, _ b: Span<UInt32>, in box: AlignmentBox) {
        length = 1
        func names(_ text: Span<UInt32>, _ range: Range<Int>) -> [UInt32] {
            // A scalar is at most 0x10FFFF.
            range.map { text[$0] == FoldedText.wildcard ? 0 : text[$0] + 1 }
        }
        self.a = names(a, box.a)
        self.b = names(b, box.b)
    }

    /// Whether any window stands in both texts.
    var hasCommon: Bool { b.contains { $0 != 0 } }

    /// The names of longer windows.
    ///
    /// - Parameter longer: Scalars of a window, at most twice as many as now.
    /// - Returns: The names of the windows of that length.
    /// - Complexity: Linear.
    func windows(of longer: Int) -> WindowNames {
        precondition(longer >= length && longer <= 2 * length, "two windows must cover one")
        var table = PairTable(capacity: a.count)
        let offset = longer - length
        func pair(_ names: [UInt32], _ index: Int) -> UInt64 {
            guard index + offset < names.count, names[index] != 0, names[index + offset] != 0
            else { return 0 }
            return UInt64(names[index]) << 32 | UInt64(names[index + offset])
        }
        var result = self
        result.length = longer
        for index in a.indices {
            let pair = pair(a, index)
            result.a[index] = pair == 0 ? 0 : table.name(adding: pair)
        }
        for index in b.indices {
            let pair = pair(b, index)
            result.b[index] = pair == 0 ? 0 : table.name(of: pair)
        }
        return result
    }

    /// Leaves out the windows that hold no wide scalar and no digit.
    mutating func dropNarrow(_ text: Span<UInt32>, from start: Int) {
        // How many scalars are left of the window after the last wide one.
        var nextWide = Int.max
        for index in a.indices.reversed() {
            if ScalarMarks.isWide(text[start + index]) { nextWide = index }
            if nextWide >= index + length { a[index] = 0 }
        }
        let kept = Set(a)
        for index in b.indices where !kept.contains(b[index]) { b[index] = 0 }
    }
}

/// Numbers pairs of numbers, from 1 on in the order in which they come.
private struct PairTable {
    private var pairs: [UInt64]
    private var names: [UInt32]
    private var count: UInt32 = 0
    private let shift: UInt64

    init(capacity: Int) {
        var bits: UInt64 = 4
        while 1 << bits < 2 * capacity { bits += 1 }
        shift = 64 - bits
        pairs = [UInt64](repeating: 0, count: 1 << bits)
        names = [UInt32](repeating: 0, count: 1 << bits)
    }

    /// Where a pair is kept, or could be; half of the slots are free.
    private func slot(of pair: UInt64) -> Int {
        // Wraps by design: a product modulo 2^64, of which the upper bits are well mixed.
        let mixed = (pair ^ pair >> 29) &* 0x9E37_79B9_7F4A_7C15
        var slot = Int(truncatingIfNeeded: mixed >> shift)
        while pairs[slot] != pair, pairs[slot] != 0 { slot = (slot + 1) & (pairs.count - 1) }
        return slot
    }

    mutating func name(adding pair: UInt64) -> UInt32 {
        let slot = slot(of: pair)
        if pairs[slot] == 0 {
            count += 1
            pairs[slot] = pair
            names[slot] = count
        }
        return names[slot]
    }

    /// The name of a pair, 0 if it has none.
    func name(of pair: UInt64) -> UInt32 { names[slot(of: pair)] }
}

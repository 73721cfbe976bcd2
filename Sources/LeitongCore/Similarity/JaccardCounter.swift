/// Exact sizes of intersection and union of one shingle set with many others.
///
/// An open-addressing table (linear probing) holds the left set; each right set passes through the
/// same table under a stamp of its own, so that nothing is cleared between comparisons. Elements
/// are hashes already and index the table by their low bits.
public struct JaccardCounter: Sendable {
    private struct Slot {
        var element: UInt64 = 0
        var leftStamp: UInt32 = 0
        var rightStamp: UInt32 = 0
    }

    private var slots = [Slot](repeating: Slot(), count: 1024)
    private var leftStamp: UInt32 = 0
    private var rightStamp: UInt32 = 0
    private var leftCount = 0

    /// Creates a counter without a left set.
    public init() {}

    /// Makes a set the left side of the following comparisons.
    ///
    /// - Parameter elements: Hashes, repeats allowed.
    /// - Complexity: Linear.
    public mutating func load(_ elements: borrowing ShingleHashes) {
        makeRoom(for: 2 * elements.count)
        leftStamp += 1
        leftCount = elements.withHashes { hashes in
            Self.insert(hashes, stamp: leftStamp, into: &slots)
        }
    }

    /// Compares a set with the left one.
    ///
    /// - Parameter elements: Hashes, repeats allowed.
    /// - Returns: Sizes of intersection and union; their quotient is the Jaccard similarity.
    /// - Complexity: Linear in `elements`.
    public mutating func compare(_ elements: borrowing ShingleHashes) -> Overlap {
        if 2 * (leftCount + elements.count) > slots.count {
            grow(for: 2 * (leftCount + elements.count))
        }
        rightStamp += 1
        let (shared, rightCount) = elements.withHashes { hashes in
            Self.match(hashes, left: leftStamp, right: rightStamp, in: &slots)
        }
        return Overlap(intersection: shared, union: leftCount + rightCount - shared)
    }

    private static func insert(
        _ hashes: Span<UInt64>,
        stamp: UInt32,
        into slots: inout [Slot]
    ) -> Int {
        var slots = slots.mutableSpan
        let mask = slots.count - 1
        var distinct = 0
        for index in 0..<hashes.count {
            let element = hashes[index]
            var position = Int(truncatingIfNeeded: element) & mask
            while slots[position].leftStamp == stamp, slots[position].element != element {
                position = (position + 1) & mask
            }
            if slots[position].leftStamp != stamp {
                slots[position] = Slot(element: element, leftStamp: stamp, rightStamp: 0)
                distinct += 1
            }
        }
        return distinct
    }

    /// Left elements were placed before any right one, so right-only slots never cut their chains.
    private static func match(
        _ hashes: Span<UInt64>,
        left: UInt32,
        right: UInt32,
        in slots: inout [Slot]
    ) -> (shared: Int, distinct: Int) {
        var slots = slots.mutableSpan
        let mask = slots.count - 1
        var shared = 0
        var distinct = 0
        for index in 0..<hashes.count {
            let element = hashes[index]
            var position = Int(truncatingIfNeeded: element) & mask
            while slots[position].leftStamp == left || slots[position].rightStamp == right,
                slots[position].element != element
            {
                position = (position + 1) & mask
            }
            let slot = slots[position]
            if slot.leftStamp == left {
                if slot.rightStamp != right {
                    slots[position].rightStamp = right
                    shared += 1
                    distinct += 1
                }
            } else if slot.rightStamp != right {
                slots[position] = Slot(element: element, leftStamp: 0, rightStamp: right)
                distinct += 1
            }
        }
        return (shared, distinct)
    }

    /// Starts afresh with a larger table, or when a stamp has used up its 32 bits.
    private mutating func makeRoom(for capacity: Int) {
        guard capacity > slots.count || leftStamp == .max || rightStamp > .max / 2 else { return }
        var size = slots.count
        while size < capacity { size *= 2 }
        slots = [Slot](repeating: Slot(), count: size)
        leftStamp = 0
        rightStamp = 0
    }

    /// Moves the left set into a larger table.
    private mutating func grow(for capacity: Int) {
        var left = ShingleHashes()
        left.reset(capacity: leftCount)
        for slot in slots where slot.leftStamp == leftStamp {
            left.storage[left.count] = slot.element
            left.count += 1
        }
        makeRoom(for: capacity)
        load(left)
    }
}

/// Sizes of the intersection and the union of two sets.
public struct Overlap: Sendable, Equatable {
    /// Elements in both sets.
    public var intersection: Int
    /// Elements in either set.
    public var union: Int

    /// Creates an overlap.
    public init(intersection: Int, union: Int) {
        self.intersection = intersection
        self.union = union
    }

    /// Jaccard similarity; 0 for two empty sets, which have nothing in common.
    public var jaccard: Double {
        union == 0 ? 0 : Double(intersection) / Double(union)
    }
}

/// Exact sizes of intersection and union of one shingle set with many others.
///
/// An open-addressing table (linear probing) holds the left set; each right set passes through the
/// same table under a stamp of its own, so that nothing is cleared between comparisons. Elements
/// are hashes already and index the table by their low bits. Copies agree in runs: after an element
/// that both have, the next of the one is compared with the next of the other before the table is
/// asked.
@_spi(Core) public struct JaccardCounter: Sendable {
    /// An element of the left set, or one that only the right set has.
    private struct Slot {
        var element: UInt64 = 0
        /// The comparison, or the left set, that it belongs to.
        var stamp: UInt32 = 0
        /// Where the element stands first on the left.
        var place: UInt32 = 0
    }

    private var slots = [Slot](repeating: Slot(), count: 1024)
    /// The left elements in the order of their text.
    private var left: [LeftElement] = []
    /// Different ones among them.
    private var leftCount = 0
    /// Stamps begin above that of slots nobody used.
    private var leftStamp: UInt32 = 1
    private var rightStamp: UInt32 = 1

    /// A left element at its place in the text.
    private struct LeftElement {
        var element: UInt64
        /// Where it stands first.
        var firstPlace: UInt32
        /// The comparison in which it was met last; counted at its first place.
        var met: UInt32
    }

    /// Elements between looks at what can still be reached.
    private static let stretch = 64

    /// Creates a counter without a left set.
    public init() {}

    /// Makes a set the left side of the following comparisons.
    ///
    /// - Parameter elements: Hashes, repeats allowed.
    /// - Complexity: Linear.
    public mutating func load(_ elements: borrowing ShingleHashes) {
        makeRoom(for: 2 * elements.count)
        elements.withHashes { insert($0) }
    }

    private mutating func insert(_ hashes: Span<UInt64>) {
        // The stamps of comparisons with the set before are used up.
        leftStamp = rightStamp + 1
        rightStamp = leftStamp
        leftCount = Self.insert(hashes, stamp: leftStamp, in: &slots, into: &left)
    }

    private static func insert(
        _ hashes: Span<UInt64>,
        stamp: UInt32,
        in slots: inout [Slot],
        into left: inout [LeftElement]
    ) -> Int {
        var slots = slots.mutableSpan
        var distinct = 0
        left.removeAll(keepingCapacity: true)
        left.append(addingCapacity: hashes.count) { left in
            for index in 0..<hashes.count {
                let place = UInt32(truncatingIfNeeded: index)
                let element = hashes[index]
                let first = firstPlace(of: element, or: place, stamp, in: &slots)
                if first == place { distinct += 1 }
                left.append(LeftElement(element: element, firstPlace: first, met: 0))
            }
        }
        return distinct
    }

    /// Where an element of the left set stands first: where it was put in, if it is new.
    @inline(__always)
    private static func firstPlace(
        of element: UInt64,
        or place: UInt32,
        _ stamp: UInt32,
        in slots: inout MutableSpan<Slot>
    ) -> UInt32 {
        let mask = slots.count - 1
        var position = Int(truncatingIfNeeded: element) & mask
        while slots[position].stamp == stamp {
            if slots[position].element == element { return slots[position].place }
            position = (position + 1) & mask
        }
        slots[position] = Slot(element: element, stamp: stamp, place: place)
        return place
    }

    /// Compares a set with the left one.
    ///
    /// - Parameter elements: Hashes, repeats allowed.
    /// - Returns: Sizes of intersection and union; their quotient is the Jaccard similarity.
    /// - Complexity: Linear in `elements`.
    public mutating func compare(_ elements: borrowing ShingleHashes) -> Overlap {
        // No similarity is below zero.
        compare(elements, atLeast: 0) ?? Overlap(intersection: 0, union: 0)
    }

    /// Compares a set with the left one as far as it takes to tell that they are too different.
    ///
    /// - Parameters:
    ///   - elements: Hashes, repeats allowed.
    ///   - threshold: Jaccard similarity, 0 to 1.
    /// - Returns: Sizes of intersection and union; `nil` if the similarity is below the threshold.
    /// - Complexity: Linear in `elements`.
    public mutating func compare(
        _ elements: borrowing ShingleHashes,
        atLeast threshold: Double
    ) -> Overlap? {
        if 2 * (leftCount + elements.count) > slots.count {
            grow(for: 2 * (leftCount + elements.count))
        }
        rightStamp += 1
        let stamps = (left: leftStamp, right: rightStamp)
        var overlap = Overlap(intersection: 0, union: leftCount)
        let isReached = elements.withHashes { hashes in
            var next = 0
            for start in stride(from: 0, to: hashes.count, by: Self.stretch) {
                let end = Swift.min(start + Self.stretch, hashes.count)
                let part = hashes.extracting(start..<end)
                Self.match(part, stamps, in: &slots, &left, next: &next, &overlap)
                // All that is to come may be shared; what is in the union stays there.
                var best = overlap
                best.intersection += hashes.count - end
                if best.jaccard < threshold { return false }
            }
            return true
        }
        return isReached && overlap.jaccard >= threshold ? overlap : nil
    }

    /// Counts a stretch of the right set.
    ///
    /// - Parameters:
    ///   - hashes: The stretch.
    ///   - stamps: Of the left set and of this comparison.
    ///   - slots: The table.
    ///   - left: The left elements.
    ///   - next: Where the run that the right set is in goes on, on the left.
    ///   - overlap: Grows by what is found.
    private static func match(
        _ hashes: Span<UInt64>,
        _ stamps: (left: UInt32, right: UInt32),
        in slots: inout [Slot],
        _ left: inout [LeftElement],
        next: inout Int,
        _ overlap: inout Overlap
    ) {
        var slots = slots.mutableSpan
        var left = left.mutableSpan
        for index in 0..<hashes.count {
            let element = hashes[index]
            if next == left.count || left[next].element != element {
                guard let place = place(of: element, stamps, in: &slots, &overlap.union) else {
                    continue
                }
                next = Int(place)
            }
            let first = Int(left[next].firstPlace)
            next += 1
            if left[first].met != stamps.right {
                left[first].met = stamps.right
                overlap.intersection += 1
            }
        }
    }

    /// Where an element stands on the left; one that does not is counted, once, in the union.
    ///
    /// Left elements were placed before any right one, so right-only slots never cut their chains.
    @inline(__always)
    private static func place(
        of element: UInt64,
        _ stamps: (left: UInt32, right: UInt32),
        in slots: inout MutableSpan<Slot>,
        _ union: inout Int
    ) -> UInt32? {
        let mask = slots.count - 1
        var position = Int(truncatingIfNeeded: element) & mask
        while true {
            let slot = slots[position]
            let isLeft = slot.stamp == stamps.left
            guard isLeft || slot.stamp == stamps.right else { break }
            if slot.element == element { return isLeft ? slot.place : nil }
            position = (position + 1) & mask
        }
        slots[position] = Slot(element: element, stamp: stamps.right, place: 0)
        union += 1
        return nil
    }

    /// Starts afresh with a larger table, or when the stamps have used up half their 32 bits.
    private mutating func makeRoom(for capacity: Int) {
        guard capacity > slots.count || rightStamp > .max / 2 else { return }
        var size = slots.count
        while size < capacity { size *= 2 }
        slots = [Slot](repeating: Slot(), count: size)
        rightStamp = 1
    }

    /// Moves the left set into a larger table.
    private mutating func grow(for capacity: Int) {
        let elements = left.map(\.element)
        makeRoom(for: capacity)
        insert(elements.span)
    }
}

/// Sizes of the intersection and the union of two sets.
@_spi(Core) public struct Overlap: Sendable, Equatable {
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

/// How many pairs an element of sets may be met in, as a rank: 0 where it surely is in none.
///
/// Counted in buckets of hashes: elements that fall into one bucket share their count. That only
/// changes the order, which may be any as long as it is the same for all sets; and 0 stays exact proof
/// that no pair shares the element.
struct ElementFrequencies {
    private var asked: [UInt32]
    /// Holders on the other side; empty in a self-join.
    private var known: [UInt32] = []
    private let slots: ElementSlots

    /// Counts elements.
    ///
    /// - Parameters:
    ///   - elements: Elements, one set's behind the other's.
    ///   - ends: Where each set ends.
    ///   - texts: The text of each set.
    ///   - sides: Which pairs are looked for.
    /// - Complexity: Linear in the elements.
    init(_ elements: [UInt64], _ ends: [Int], _ texts: [UInt32], _ sides: JoinSides) {
        guard !sides.isSelfJoin else {
            slots = ElementSlots(elementCount: elements.count, firstBit: 0)
            asked = [UInt32](repeating: 0, count: slots.count)
            slots.count(elements.span, in: &asked)
            return
        }
        let sets = zip([0] + ends, ends).map { $0..<$1 }
        let askedCount = sets.indices.reduce(0) { sum, set in
            sides.query.contains(texts[set]) ? sum + sets[set].count : sum
        }
        // As many slots as keep most strangers of the other side off those of this one; and by the
        // upper bits, for ``HashFilter`` goes by the lower ones, so that the strangers that pass it
        // do not fall on the slots of those that they pass for.
        slots = ElementSlots(elementCount: 2 * askedCount, firstBit: 32)
        asked = [UInt32](repeating: 0, count: slots.count)
        known = asked
        for (set, range) in sets.enumerated() {
            let own = elements.span.extracting(range)
            if sides.query.contains(texts[set]) { slots.count(own, in: &asked) }
            if sides.reference.contains(texts[set]) { slots.count(own, in: &known) }
        }
    }

    /// The rank of an element of one of the sets; common ones have high ranks.
    subscript(element: UInt64) -> UInt32 {
        let slot = slots[element]
        // In a self-join every set has one other fewer than there are holders.
        guard !known.isEmpty else { return asked[slot] - 1 }
        // Of two numbers of 32 bits the product has 64.
        return UInt32(clamping: UInt64(asked[slot]) * UInt64(known[slot]))
    }
}

/// Slots that hashes are counted in, at least two for each, up to 2^28.
private struct ElementSlots {
    private let firstBit: UInt64
    private let mask: UInt64

    /// - Parameters:
    ///   - elementCount: How many hashes are counted.
    ///   - firstBit: The lowest bit of a hash that chooses its slot, at most 32.
    init(elementCount: Int, firstBit: UInt64) {
        var size = 1024
        while size < 2 * elementCount, size < 1 << 28 { size *= 2 }
        self.firstBit = firstBit
        mask = UInt64(size - 1)
    }

    var count: Int { Int(mask) + 1 }

    @inline(__always)
    subscript(element: UInt64) -> Int {
        Int(truncatingIfNeeded: element >> firstBit & mask)
    }

    func count(_ elements: Span<UInt64>, in counts: inout [UInt32]) {
        for index in 0..<elements.count { counts[self[elements[index]]] += 1 }
    }
}

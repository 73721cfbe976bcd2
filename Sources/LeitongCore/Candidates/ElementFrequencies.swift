/// How many pairs an element of sets may be met in, as a rank: 0 where it surely is in none.
///
/// Counted in buckets of hashes: elements that fall into one bucket share their count. That only
/// changes the order, which may be any as long as it is the same for all sets; and 0 stays exact proof
/// that no pair shares the element.
struct ElementFrequencies {
    private var asked: [UInt32]
    /// Holders on the other side; empty in a self-join.
    private var known: [UInt32] = []
    /// Slots are chosen by the upper bits, for ``HashFilter`` goes by the lower ones: strangers that
    /// pass it must not all fall on the slots of those that they pass for.
    private let shift: UInt64

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
            shift = Self.shift(for: elements.count)
            asked = Self.counts(shift)
            Self.count(elements.span, shift, in: &asked)
            return
        }
        let sets = zip([0] + ends, ends).map { $0..<$1 }
        let askedCount = sets.indices.reduce(0) { sum, set in
            sides.query.contains(texts[set]) ? sum + sets[set].count : sum
        }
        // As many slots as keep most strangers of the other side off those of this one.
        shift = Self.shift(for: 2 * askedCount)
        asked = Self.counts(shift)
        known = asked
        for (set, range) in sets.enumerated() {
            let own = elements.span.extracting(range)
            if sides.query.contains(texts[set]) { Self.count(own, shift, in: &asked) }
            if sides.reference.contains(texts[set]) { Self.count(own, shift, in: &known) }
        }
    }

    /// What leaves a number of a slot of a hash: at least two slots an element, up to 2^28 in all.
    private static func shift(for elementCount: Int) -> UInt64 {
        var bits: UInt64 = 10
        while bits < 28, 1 << Int(bits) < 2 * elementCount { bits += 1 }
        return 64 - bits
    }

    private static func counts(_ shift: UInt64) -> [UInt32] {
        [UInt32](repeating: 0, count: 1 << Int(64 - shift))
    }

    private static func count(_ elements: Span<UInt64>, _ shift: UInt64, in counts: inout [UInt32])
    {
        for index in 0..<elements.count {
            counts[Int(truncatingIfNeeded: elements[index] >> shift)] += 1
        }
    }

    /// The rank of an element of one of the sets; common ones have high ranks.
    subscript(element: UInt64) -> UInt32 {
        let slot = Int(truncatingIfNeeded: element >> shift)
        // In a self-join every set has one other fewer than there are holders.
        guard !known.isEmpty else { return asked[slot] - 1 }
        // Of two numbers of 32 bits the product has 64.
        return UInt32(clamping: UInt64(asked[slot]) * UInt64(known[slot]))
    }
}

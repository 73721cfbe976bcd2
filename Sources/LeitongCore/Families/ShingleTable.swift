/// The different shingles of a family: how many members hold each, and where it is kept.
///
/// Open addressing with linear probing; elements are hashes already and index the table by their
/// low bits. Half of the slots are free.
struct ShingleTable: Sendable {
    /// Where a shingle of a member is kept.
    enum Place {
        case bit(Int)
        case list(UInt32)
        /// It is kept nowhere, or the member has it already.
        case nowhere
    }

    private struct Slot {
        var shingle: UInt64 = 0
        /// Members that hold it; 0 for a free slot.
        var holders: UInt32 = 0
        /// The member that was met with it last.
        var last = UInt32.max
        /// Its bit, with the highest bit set, or its list; ``unkept`` for neither.
        var number = Self.unkept

        static let unkept = UInt32.max
        static let bitFlag: UInt32 = 1 << 31
    }

    private var slots = [Slot](repeating: Slot(), count: 1024)
    private var used = 0
    /// Shingles that have lists of their holders.
    private(set) var listCount = 0

    /// Counts the different shingles of a member.
    ///
    /// - Returns: How many there are.
    mutating func count(_ hashes: Span<UInt64>, of member: UInt32) -> Int {
        while 2 * (used + hashes.count) > slots.count { grow() }
        return Self.count(hashes, of: member, in: &slots, &used)
    }

    private static func count(
        _ hashes: Span<UInt64>,
        of member: UInt32,
        in slots: inout [Slot],
        _ used: inout Int
    ) -> Int {
        var slots = slots.mutableSpan
        var distinct = 0
        for index in 0..<hashes.count {
            let position = position(of: hashes[index], in: slots.span)
            if slots[position].holders == 0 {
                slots[position].shingle = hashes[index]
                used += 1
            }
            guard slots[position].last != member else { continue }
            slots[position].last = member
            slots[position].holders += 1
            distinct += 1
        }
        return distinct
    }

    @inline(__always)
    private static func position(of shingle: UInt64, in slots: Span<Slot>) -> Int {
        let mask = slots.count - 1
        var position = Int(truncatingIfNeeded: shingle) & mask
        while slots[position].holders != 0, slots[position].shingle != shingle {
            position = (position + 1) & mask
        }
        return position
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: 2 * old.count)
        for slot in old where slot.holders != 0 {
            slots[Self.position(of: slot.shingle, in: slots.span)] = slot
        }
    }

    /// How many members hold the shingles that at least so many hold.
    func holderCounts(atLeast least: Int) -> [Int] {
        slots.lazy.map { Int($0.holders) }.filter { $0 >= least }
    }

    /// Numbers the shingles: bits for those that many hold, lists for those that several hold.
    ///
    /// - Parameter least: Fewest holders of a shingle that has a bit.
    mutating func number(bitsFrom least: Int) {
        var bitCount: UInt32 = 0
        listCount = 0
        for position in slots.indices {
            slots[position].last = .max
            let holders = Int(slots[position].holders)
            if holders >= least {
                slots[position].number = bitCount | Slot.bitFlag
                bitCount += 1
            } else if holders > 1 {
                slots[position].number = UInt32(listCount)
                listCount += 1
            }
        }
    }

    /// Where a shingle of a member is kept; nowhere when it is met again.
    mutating func place(of shingle: UInt64, in member: UInt32) -> Place {
        let position = Self.position(of: shingle, in: slots.span)
        guard slots[position].last != member else { return .nowhere }
        slots[position].last = member
        let number = slots[position].number
        guard number != Slot.unkept else { return .nowhere }
        return number & Slot.bitFlag == 0 ? .list(number) : .bit(Int(number & ~Slot.bitFlag))
    }
}

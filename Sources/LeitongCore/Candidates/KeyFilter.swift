/// Tells the keys of a band that stand once from those that may stand more often.
///
/// Nearly all keys stand once, and need not be sorted. Source: B. Bloom, Space/time trade-offs in
/// hash coding with allowable errors, 1970, with one hash function: keys are hashes. One key in a
/// few is kept for a stranger's sake; none that stands twice is lost.
package struct KeyFilter: Sendable {
    /// Two bits a slot: met, and met again.
    private var slots: [UInt8] = []
    private var shift: UInt32 = 0

    /// Slots for each key.
    private static let slotsPerKey = 4

    /// Creates a filter without keys.
    package init() {}

    /// Forgets all keys.
    ///
    /// - Parameter keyCount: How many will be added.
    package mutating func reset(keyCount: Int) {
        // At least four slots, so that there is a byte; at most one a key there can be.
        var bits: UInt32 = 2
        while bits < 32, 1 << Int(bits) < Self.slotsPerKey * keyCount { bits += 1 }
        shift = 32 - bits
        let byteCount = 1 << Int(bits) / 4
        slots.removeAll(keepingCapacity: true)
        slots.append(contentsOf: repeatElement(0, count: byteCount))
    }

    /// Adds keys.
    package mutating func insert(_ keys: Span<UInt32>) {
        Self.insert(keys, shift: shift, into: &slots)
    }

    private static func insert(_ keys: Span<UInt32>, shift: UInt32, into slots: inout [UInt8]) {
        var slots = slots.mutableSpan
        for index in 0..<keys.count {
            let slot = keys[index] >> shift
            let once: UInt8 = 1 << UInt8(truncatingIfNeeded: 2 * (slot & 3))
            let byte = slots[Int(slot >> 2)]
            slots[Int(slot >> 2)] = byte | once | (byte & once) << 1
        }
    }

    /// Whether a key was added twice, as far as the filter can tell.
    @inline(__always)
    func mayRepeat(_ key: UInt32) -> Bool {
        let slot = key >> shift
        return slots[Int(slot >> 2)] >> UInt8(truncatingIfNeeded: 2 * (slot & 3)) & 2 != 0
    }

    /// Appends entries for the keys that may stand more than once.
    ///
    /// - Parameters:
    ///   - keys: Keys that were all inserted before.
    ///   - texts: Text of each key, or `UInt32.max` where it has none.
    ///   - entries: Receives the entries, in the order of the keys.
    package func appendRepeated(
        _ keys: Span<UInt32>,
        of texts: Span<UInt32>,
        to entries: inout [BandEntry]
    ) {
        precondition(keys.count == texts.count)
        for start in stride(from: 0, to: keys.count, by: Self.blockLength) {
            // Written either way and then counted or not: which keys repeat is hard to foresee.
            var block = InlineArray<256, BandEntry>(repeating: .filler)
            var count = 0
            for index in start..<Swift.min(start + Self.blockLength, keys.count) {
                block[count] = BandEntry(key: keys[index], text: texts[index])
                let isWanted = mayRepeat(keys[index]) && texts[index] != .max
                count += isWanted ? 1 : 0
            }
            for index in 0..<count { entries.append(block[index]) }
        }
    }

    private static let blockLength = 256
}

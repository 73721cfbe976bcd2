import LeitongAlgorithms

/// The generator behind every choice of this module; equal seeds give equal sequences.
extension SplitMix64 {
    /// A generator for one named place, so that a change elsewhere leaves its choices alone.
    init(seed: UInt64, place: String, number: Int) {
        // FNV-1a (Fowler, Noll, Vo), 64 bits; wrapping by definition.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in place.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        self.init(seed: seed, stream: hash, number: number)
    }

    /// A generator for one number of one stream.
    init(seed: UInt64, stream: UInt64, number: Int) {
        // Wrapping: each part is mixed modulo 2^64 before the next is added.
        let mixedSeed = Self.mixed(seed &+ stream)
        self.init(seed: Self.mixed(mixedSeed &+ UInt64(truncatingIfNeeded: number)))
    }

    /// A number from 0 up to, not including, `bound`.
    ///
    /// The choice is the high half of a product (D. Lemire, Fast random integer generation in an
    /// interval, 2019) without its rejection step: for the small bounds used here the bias is under
    /// 2^-40, and every call takes exactly one number, whatever the standard library does.
    mutating func below(_ bound: Int) -> Int {
        precondition(bound > 0, "a choice needs at least one possibility")
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// One element, each equally likely.
    mutating func element<Element>(of elements: [Element]) -> Element {
        elements[below(elements.count)]
    }

    /// Whether an event of so many in a thousand happens.
    mutating func happens(perThousand share: Int) -> Bool {
        below(1000) < share
    }

    /// Moves `count` elements chosen at random, in random order, to the front.
    ///
    /// Source: R. Durstenfeld, Algorithm 235: Random permutation, 1964, stopped early.
    mutating func shufflePrefix<Element>(_ count: Int, of elements: inout [Element]) {
        for position in 0..<min(count, elements.count) {
            elements.swapAt(position, position + below(elements.count - position))
        }
    }
}

private import CBackground

/// How surprising each character is in ordinary official prose.
///
/// A character n-gram model with interpolated back-off (Chen and Goodman, An Empirical Study of
/// Smoothing Techniques for Language Modeling, 1998), kept as a randomised table: an n-gram is known
/// by its bucket and 16 bits of its hash (Talbot and Osborne, Smoothed Bloom Filter Language
/// Models: Tera-Scale LMs on the Cheap, 2007). One look-up in seven thousand takes a stranger's entry
/// for its own; that scalar is believed to be a few bits less or more surprising than it is.
///
/// All costs are whole sixteenths of a bit, read from the table and added as integers: equal bits on
/// every machine.
public struct BackgroundModel: Sendable {
    /// Longest n-gram a model may hold.
    static let orderLimit = 6
    /// No scalar costs more: twelve bits, in sixteenths.
    static let costLimit = 192

    /// The model that is shipped.
    public static let standard = shipped()

    /// Longest n-gram.
    public let order: Int
    /// Where each bucket begins in `entries`, and one entry more.
    private let bucketStarts: [UInt32]
    /// In each bucket by rising value: 16 bits of hash, 8 bits of cost, 8 bits of penalty.
    private let entries: [UInt32]

    /// Number of n-grams it holds.
    public var entryCount: Int { entries.count }

    init(order: Int, bucketStarts: [UInt32], entries: [UInt32]) {
        self.order = order
        self.bucketStarts = bucketStarts
        self.entries = entries
    }

    private static func shipped() -> BackgroundModel {
        let count = leitong_background_size()
        // Safe: the bytes are a constant of the program, as many as the other function says.
        let bytes = unsafe [UInt8](
            UnsafeBufferPointer(start: leitong_background_bytes(), count: count)
        )
        do {
            return try BackgroundModel(bytes: bytes)
        } catch {
            preconditionFailure("the shipped background model is damaged: \(error)")
        }
    }

    /// Surprisal of each scalar from `start` on, in bits: multiples of 1/16, at most 12.
    ///
    /// A wildcard costs nothing, and nothing before it is looked back on.
    ///
    /// - Parameters:
    ///   - scalars: Folded text.
    ///   - start: The first scalar that is asked for; those before it are its context.
    ///   - bits: Buffer that receives one value a scalar from `start` on.
    /// - Complexity: Linear; at most `order` look-ups a scalar.
    public func surprisals(of scalars: Span<UInt32>, from start: Int, into bits: inout [Float]) {
        precondition(start >= 0 && start <= scalars.count, "no such scalar")
        bits.removeAll(keepingCapacity: true)
        bits.reserveCapacity(scalars.count - start)
        let starts = bucketStarts.span
        let entries = entries.span
        var context = Context()
        for index in Swift.max(0, start - order + 1)..<start {
            _ = cost(at: index, of: scalars, after: &context, starts, entries)
        }
        bits.append(addingCapacity: scalars.count - start) { bits in
            for index in start..<scalars.count {
                let sixteenths = cost(at: index, of: scalars, after: &context, starts, entries)
                bits.append(Float(sixteenths) / 16)
            }
        }
    }
}

extension BackgroundModel {
    /// Cost of a scalar in sixteenths of a bit.
    ///
    /// The n-grams that end at the scalar are looked up from the shortest on. With an n-gram the
    /// table holds all its parts, so the first that is missing ends the search. The cost is that of
    /// the longest found, and a penalty for each longer context that it did not follow.
    @inline(__always)
    private func cost(
        at index: Int,
        of scalars: Span<UInt32>,
        after context: inout Context,
        _ starts: Span<UInt32>,
        _ entries: Span<UInt32>
    ) -> Int {
        let scalar = scalars[index]
        if scalar == FoldedText.wildcard {
            context = Context()
            return 0
        }
        let longest = Swift.min(order, context.run + 1)
        context.run = longest
        var cost = NGramHash.unknownCost(of: scalar)
        let limit = NGramHash.costLimit(of: scalar)
        var penalties: UInt64 = 0
        var hash = NGramHash()
        var length = 0
        while length < longest {
            hash.prepend(scalars[index - length])
            guard let entry = Self.entry(of: hash, starts, entries) else { break }
            length += 1
            cost = Int(entry >> 8 & 0xFF)
            penalties |= UInt64(entry & 0xFF) << UInt64(8 * length)
        }
        if length > 0 { cost += context.penalty(from: length) }
        // Contexts of the full length there are none: one more scalar would make them too long.
        context.penalties = penalties & (1 << UInt64(8 * order) - 1)
        return Swift.min(cost, limit)
    }

    /// The entry of an n-gram, if there is one.
    ///
    /// A walk over eight entries or so. Halving the bucket, and comparing sixteen entries at once,
    /// were tried and are slower: from a walk the processor reads on into the next look-up.
    @inline(__always)
    private static func entry(
        of hash: NGramHash,
        _ starts: Span<UInt32>,
        _ entries: Span<UInt32>
    ) -> UInt32? {
        let (bucket, fingerprint) = hash.place(among: starts.count - 1)
        let end = Int(starts[bucket + 1])
        var position = Int(starts[bucket])
        while position < end {
            let entry = entries[position]
            if entry >> 16 >= fingerprint { return entry >> 16 == fingerprint ? entry : nil }
            position += 1
        }
        return nil
    }
}

/// What is known of the n-grams that end before a scalar.
private struct Context {
    /// Scalars since the last wildcard, as far as they matter.
    var run = 0
    /// Penalty of the n-gram of each length, a byte each; 0 for those the model does not hold.
    var penalties: UInt64 = 0

    /// Sum of the penalties of this length and all longer ones.
    @inline(__always)
    func penalty(from length: Int) -> Int {
        let bytes = penalties >> UInt64(8 * length)
        let pairs = (bytes & 0x00FF_00FF_00FF_00FF) + (bytes >> 8 & 0x00FF_00FF_00FF_00FF)
        // Wraps: the sum of the four numbers stands in the uppermost, what is above it is cut off.
        return Int((pairs &* 0x0001_0001_0001_0001) >> 48)
    }
}

/// Hash of an n-gram, from its last scalar to its first.
struct NGramHash {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Lengthens the n-gram by the scalar before it.
    @inline(__always)
    mutating func prepend(_ scalar: UInt32) {
        // Wraps: a product modulo 2^64 by an odd number loses nothing of the state.
        state = (state ^ UInt64(scalar)) &* 0xD6E8_FEB8_6659_FD93
        state ^= state >> 32
    }

    /// Bucket and fingerprint.
    @inline(__always)
    func place(among bucketCount: Int) -> (bucket: Int, fingerprint: UInt32) {
        // Wraps: see above. One more round, so that all bits depend on the last scalar.
        var mixed = state &* 0xD6E8_FEB8_6659_FD93
        mixed ^= mixed >> 32
        // Cannot overflow: both factors have 32 bits.
        let bucket = (mixed >> 32 &* UInt64(bucketCount)) >> 32
        return (Int(bucket), UInt32(truncatingIfNeeded: mixed & 0xFFFF))
    }

    /// Cost of a scalar that the model does not hold, in sixteenths of a bit.
    ///
    /// What a character of running text carries in the scripts the model was not trained on: about
    /// two bits a letter (Shannon, Prediction and Entropy of Printed English, 1951, gives less than
    /// that with the words known), the ten digits all alike, ten bits of an ideograph that is rare
    /// in prose of this kind.
    @inline(__always)
    static func unknownCost(of scalar: UInt32) -> Int {
        Swift.min(160, costLimit(of: scalar))
    }

    /// The most that a scalar costs, in sixteenths of a bit.
    @inline(__always)
    static func costLimit(of scalar: UInt32) -> Int {
        if scalar >= 0x3400, scalar <= 0x9FFF { return BackgroundModel.costLimit }
        if scalar < 0x80 { return scalar &- 0x30 < 10 ? 53 : 34 }
        if scalar >= 0x3041, scalar <= 0x30FF { return 80 }
        if scalar >= 0xAC00, scalar <= 0xD7A3 { return 96 }
        return ScalarWidth.width(of: scalar) == 2 ? BackgroundModel.costLimit : 34
    }
}

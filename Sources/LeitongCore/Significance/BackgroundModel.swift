private import CBackground

/// How surprising each character is in ordinary official prose.
///
/// ```swift
/// var options = ComparisonOptions()
/// options.background = try BackgroundModel(bytes: store.read())
/// options.backgroundName = "minutes of meetings"
/// ```
///
/// A character n-gram model with interpolated back-off (Chen and Goodman, An Empirical Study of
/// Smoothing Techniques for Language Modeling, 1998), kept as a randomised table: an n-gram is known
/// by its line and 16 bits of its hash (Talbot and Osborne, Smoothed Bloom Filter Language
/// Models: Tera-Scale LMs on the Cheap, 2007). One look-up in four thousand takes a stranger's entry
/// for its own; that scalar is believed to be a few bits less or more surprising than it is.
///
/// All costs are whole sixteenths of a bit, read from the table and added as integers: equal bits on
/// every machine. Chinese characters are known by their Simplified forms: a text in Traditional ones
/// tells as much.
public struct BackgroundModel: Sendable {
    /// Longest n-gram a model may hold.
    static let orderLimit = 6
    /// No scalar costs more: twelve bits, in sixteenths.
    static let costLimit = 192

    /// The model that is shipped.
    public static let standard = shipped()

    /// Longest n-gram.
    public let order: Int
    /// Number of n-grams it holds.
    public let entryCount: Int
    private let lines: NGramLines

    /// Scalars before another that its surprisal may depend on, back to the last wildcard at most.
    ///
    /// Where as many scalars before them are equal, equal scalars are equally surprising: of a run
    /// that two texts share only the first so many can differ.
    public var contextLength: Int { order - 1 }

    init(order: Int, entryCount: Int, lines: NGramLines) {
        self.order = order
        self.entryCount = entryCount
        self.lines = lines
    }

    private static func shipped() -> BackgroundModel {
        // Safe: the bytes are a constant of the program, as many as the other function says.
        let bytes = unsafe UnsafeRawBufferPointer(
            start: leitong_background_bytes(),
            count: leitong_background_size()
        )
        do {
            return try unsafe BackgroundModel(constant: bytes)
        } catch {
            preconditionFailure("the shipped background model is damaged: \(error)")
        }
    }

    /// Surprisal of each scalar from `start` on, in bits: multiples of 1/16, at most 12.
    ///
    /// A wildcard costs nothing, and nothing before it is looked back on. More than
    /// ``contextLength`` scalars before `start` change nothing.
    ///
    /// - Parameters:
    ///   - scalars: Folded text.
    ///   - start: The first scalar that is asked for; those before it are its context.
    ///   - bits: Buffer that receives one value a scalar from `start` on.
    /// - Complexity: Linear; at most `order` look-ups a scalar.
    public func surprisals(of scalars: Span<UInt32>, from start: Int, into bits: inout [Float]) {
        var costs: [UInt8] = []
        self.costs(of: scalars, from: start, into: &costs)
        bits.removeAll(keepingCapacity: true)
        bits.append(contentsOf: costs.lazy.map { Float($0) / 16 })
    }

    /// Surprisal of each scalar from `start` on in sixteenths of a bit, as ``surprisals(of:from:into:)``
    /// gives it in bits.
    func costs(of scalars: Span<UInt32>, from start: Int, into costs: inout [UInt8]) {
        precondition(start >= 0 && start <= scalars.count, "no such scalar")
        costs.removeAll(keepingCapacity: true)
        let first = Swift.max(0, start - contextLength)
        let simplified = simplified(scalars, from: first)
        let places = places(of: simplified)
        var context = Context()
        lines.withTable { table in
            costs.append(addingCapacity: scalars.count - start) { costs in
                for index in simplified.indices {
                    let ahead = (index + Self.scalarsAhead) * order
                    table.fetch(places[Swift.min(ahead, places.count - order)...].prefix(order))
                    let own = index * order
                    let cost = cost(
                        of: simplified[index],
                        places[own..<own + order],
                        after: &context,
                        in: table
                    )
                    if first + index >= start { costs.append(UInt8(cost)) }
                }
            }
        }
    }

    /// Scalars between asking for a line of the table and looking into it: a line comes from memory
    /// in the time that takes.
    private static let scalarsAhead = 4

    private func simplified(_ scalars: Span<UInt32>, from first: Int) -> [UInt32] {
        let forms = SimplifiedForms.standard
        var simplified: [UInt32] = []
        simplified.reserveCapacity(scalars.count - first)
        for index in first..<scalars.count { simplified.append(forms[scalars[index]]) }
        return simplified
    }

    /// Where the n-grams that end at each scalar are to be looked up.
    ///
    /// There are `order` of them a scalar, from the shortest. Those that begin before the first
    /// scalar are never asked for.
    private func places(of scalars: [UInt32]) -> [NGramPlace] {
        var places: [NGramPlace] = []
        places.reserveCapacity(scalars.count * order)
        for index in scalars.indices {
            var hash = NGramHash()
            for length in 0..<order {
                if index >= length { hash.prepend(scalars[index - length]) }
                places.append(hash.place(among: lines.count))
            }
        }
        return places
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
        of scalar: UInt32,
        _ places: ArraySlice<NGramPlace>,
        after context: inout Context,
        in table: borrowing NGramTable
    ) -> Int {
        if scalar == FoldedText.wildcard {
            context = Context()
            return 0
        }
        let longest = Swift.min(order, context.run + 1)
        context.run = longest
        var cost = NGramHash.unknownCost(of: scalar)
        let limit = NGramHash.costLimit(of: scalar)
        var penalties: UInt64 = 0
        var length = 0
        while length < longest {
            guard let entry = table.entry(at: places[places.startIndex + length]) else { break }
            length += 1
            cost = Int(entry >> 8)
            penalties |= UInt64(entry & 0xFF) << UInt64(8 * length)
        }
        if length > 0 { cost += context.penalty(from: length) }
        // Contexts of the full length there are none: one more scalar would make them too long.
        context.penalties = penalties & (1 << UInt64(8 * order) - 1)
        return Swift.min(cost, limit)
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

import LeitongStorage

/// What the text of a piece tells as it stands in one of two places.
struct Weighing: Sendable {
    private let rules: SignificanceRules
    private(set) var rawBits: Float = 0
    private(set) var bits: Float = 0
    /// The surprisal of all scalars in sixteenths of a bit.
    private var sixteenths = 0
    /// Share of its bits that a scalar keeps from the last seed on.
    private var weight: Float = 1
    /// Whether no scalar so far counted less than it tells.
    private var isUndiscounted = true
    private var counts: [Int] = []

    /// Sixteenths up to which a `Float` holds every number of them: so far no sum was rounded.
    private static let exactLimit = 1 << 24

    init(rules: SignificanceRules) {
        self.rules = rules
    }

    /// What it tells, and how many documents hold the middling seed; 1 if there is none.
    var evidence: Evidence {
        mutating get {
            counts.sort()
            let documents = counts.isEmpty ? 1 : counts[counts.count / 2]
            return Evidence(rawBits: rawBits, bits: bits, documents: documents)
        }
    }

    /// Begins with another piece.
    ///
    /// The discount of the first whole seed holds from the first scalar on: what stands before it
    /// belongs to it.
    mutating func begin(
        with ranges: some Sequence<Range<Int>>,
        _ seeds: Range<Int>,
        _ index: SeedIndex
    ) {
        (rawBits, bits, sixteenths, weight, isUndiscounted) = (0, 0, 0, 1, true)
        counts.removeAll(keepingCapacity: true)
        let positions = index.seeds.span
        for range in ranges {
            let seed = index.firstSeed(from: range.lowerBound, in: seeds)
            guard seed < seeds.upperBound,
                Int(positions[seed].position) + SeedRule.wideLength <= range.upperBound
            else { continue }
            weight = rules.weight(ofDocuments: index.documentCount(ofSeed: seed))
            return
        }
    }

    /// Adds a stretch.
    ///
    /// - Parameters:
    ///   - range: Its scalars.
    ///   - seeds: The seeds of the document it stands in.
    ///   - index: All seeds.
    ///   - costs: Surprisals in sixteenths of a bit.
    ///   - first: Which of them is that of the first scalar.
    mutating func add(
        _ range: Range<Int>,
        _ seeds: Range<Int>,
        _ index: SeedIndex,
        costs: [UInt8],
        from first: Int
    ) {
        let costs = costs.span.extracting(first..<first + range.count)
        let positions = index.seeds.span
        var start = range.lowerBound
        var seed = index.firstSeed(from: start, in: seeds)
        while seed < seeds.upperBound {
            let position = Int(positions[seed].position)
            // A seed that reaches beyond the stretch tells of other text.
            guard position + SeedRule.wideLength <= range.upperBound else { break }
            add(costs.extracting(start - range.lowerBound..<position - range.lowerBound))
            start = position
            let count = index.documentCount(ofSeed: seed)
            weight = rules.weight(ofDocuments: count)
            counts.append(count)
            seed += 1
        }
        add(costs.extracting(start - range.lowerBound..<range.count))
    }

    /// Adds scalars that count alike.
    ///
    /// Whole sixteenths are added as integers as long as no sum of them would be rounded. From the
    /// first scalar on that counts less each is added by itself: a sum of fractions depends on the
    /// order in which they are added.
    private mutating func add(_ costs: Span<UInt8>) {
        if costs.isEmpty { return }
        var sum = 0
        for offset in costs.indices { sum += Int(costs[offset]) }
        sixteenths += sum
        let isExact = sixteenths <= Self.exactLimit
        if isExact { rawBits = Float(sixteenths) / 16 }
        if isExact, isUndiscounted, weight == 1 {
            bits = rawBits
            return
        }
        isUndiscounted = isUndiscounted && weight == 1
        for offset in costs.indices {
            let surprisal = Float(costs[offset]) / 16
            if !isExact { rawBits += surprisal }
            bits += surprisal * weight
        }
    }
}

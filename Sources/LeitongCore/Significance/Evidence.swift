import LeitongStorage

/// How much shared text tells.
package struct Evidence: Sendable, Equatable {
    /// Surprisal of the matched text in official prose, in bits.
    package var rawBits: Float
    /// The same, less where many documents hold the text.
    package var bits: Float
    /// Documents that hold the middling seed of the text; 1 if it has no seed.
    package var documents: Int

    /// Creates an account of how much a text tells.
    package init(rawBits: Float, bits: Float, documents: Int) {
        self.rawBits = rawBits
        self.bits = bits
        self.documents = documents
    }

    /// What pieces tell together.
    ///
    /// - Parameter pieces: What each tells; at least one.
    init(joining pieces: [Evidence]) {
        rawBits = pieces.reduce(0) { $0 + $1.rawBits }
        bits = pieces.reduce(0) { $0 + $1.bits }
        documents = pieces.map(\.documents).sorted()[pieces.count / 2]
    }
}

/// What the text of a piece tells as it stands in one of two places.
private struct Weighing {
    let rules: SignificanceRules
    private(set) var rawBits: Float = 0
    private(set) var bits: Float = 0
    /// Share of its bits that a scalar keeps from the last seed on.
    private var weight: Float = 1
    private var counts: [Int] = []

    init(rules: SignificanceRules) {
        self.rules = rules
    }

    /// Documents that hold the middling seed; 1 if there is none.
    var documents: Int {
        counts.isEmpty ? 1 : counts.sorted()[counts.count / 2]
    }

    /// What it tells.
    var evidence: Evidence { Evidence(rawBits: rawBits, bits: bits, documents: documents) }

    /// Takes the discount of the first whole seed: what stands before it belongs to it.
    mutating func begin(with ranges: some Sequence<Range<Int>>, _ index: SeedIndex) {
        for range in ranges {
            let seed = index.firstSeed(from: range.lowerBound)
            guard seed < index.seeds.count,
                Int(index.seeds[seed].position) + SeedRule.wideLength <= range.upperBound
            else { continue }
            weight = rules.weight(ofDocuments: index.documentCount(ofSeed: seed))
            return
        }
    }

    /// Adds a stretch.
    @inline(__always)
    mutating func add(_ range: Range<Int>, _ index: SeedIndex, surprisal: (Int) -> Float) {
        var seed = index.firstSeed(from: range.lowerBound)
        for offset in 0..<range.count {
            let scalar = range.lowerBound + offset
            if seed < index.seeds.count, Int(index.seeds[seed].position) == scalar {
                // A seed that reaches beyond the stretch tells of other text.
                if scalar + SeedRule.wideLength <= range.upperBound {
                    let count = index.documentCount(ofSeed: seed)
                    weight = rules.weight(ofDocuments: count)
                    counts.append(count)
                }
                seed += 1
            }
            let surprisal = surprisal(offset)
            rawBits += surprisal
            bits += surprisal * weight
        }
    }
}

/// Weighs passages.
package struct EvidenceScale: Sendable {
    private let model: BackgroundModel
    private let rules: SignificanceRules
    /// Surprisals of the document that was asked for last, as far as they are known.
    private var surprisals: [Float] = []
    private var isKnown: [Bool] = []
    private var current = -1
    private var block: [Float] = []
    private var scalars: [UInt32] = []
    /// Surprisals of the first scalars of a stretch in its second place.
    private var head: [Float] = []

    /// Scalars that are looked up together.
    private static let blockLength = 256
    /// Scalars of a text by itself between looks at the limit.
    private static let pieceLength = 32
    /// Scalars before a run that its first surprisals look back on.
    private static let context = 8

    /// Creates a scale.
    package init(model: BackgroundModel, rules: SignificanceRules) {
        self.model = model
        self.rules = rules
    }

    /// Weighs a piece of a passage.
    ///
    /// What stands before a stretch makes its first characters more or less surprising, and other
    /// seeds may be chosen there. So it is weighed as it stands in either document, and the lower
    /// of the two counts: no matter which comes first.
    ///
    /// - Parameters:
    ///   - stretches: What agrees in the piece, rising; not empty.
    ///   - document: The first document.
    ///   - stream: All documents.
    ///   - index: Their seeds, which tell how many documents hold what.
    /// - Returns: What the stretches tell.
    /// - Complexity: Linear in the stretches.
    package mutating func weigh(
        _ stretches: some Collection<EqualStretch>,
        document: Int,
        stream: FoldedStream,
        index: SeedIndex
    ) -> Evidence {
        let documentStart = stream.documentStarts[document]
        var first = Weighing(rules: rules)
        var second = Weighing(rules: rules)
        first.begin(with: stretches.lazy.map(\.aRange), index)
        second.begin(with: stretches.lazy.map(\.bRange), index)
        for stretch in stretches {
            read(stretch.aRange, document: document, stream: stream)
            let own = stretch.a - documentStart
            first.add(stretch.aRange, index) { surprisals[own + $0] }
        }
        // What tells too little already is no copy, whatever it tells in the other place.
        if Double(first.rawBits) < rules.setPhraseBits { return first.evidence }
        for stretch in stretches {
            readHead(of: stretch, stream)
            let own = stretch.a - documentStart
            second.add(stretch.bRange, index) {
                $0 < head.count ? head[$0] : surprisals[own + $0]
            }
        }
        let lower = second.bits < first.bits ? second : first
        return Evidence(
            rawBits: Swift.min(first.rawBits, second.rawBits),
            bits: lower.bits,
            documents: lower.documents
        )
    }

    /// Looks up the surprisals of the first scalars of a stretch after what stands before its second
    /// place; those of the others depend on the stretch alone.
    private mutating func readHead(of stretch: EqualStretch, _ stream: FoldedStream) {
        let start = stream.documentStarts[stream.document(at: stretch.b)]
        let context = Swift.max(start, stretch.b - Self.context)
        let end = stretch.b + Swift.min(stretch.length, Self.context)
        model.surprisals(
            of: stream.scalars.span.extracting(context..<end),
            from: stretch.b - context,
            into: &head
        )
    }

    /// Weighs a run of text by itself.
    ///
    /// - Returns: Its surprisal in bits.
    package mutating func rawBits(of range: Range<Int>, document: Int, stream: FoldedStream) -> Float
    {
        read(range, document: document, stream: stream)
        let documentStart = stream.documentStarts[document]
        return range.reduce(0) { $0 + surprisals[$1 - documentStart] }
    }

    /// Weighs a text by itself, as far as it matters.
    ///
    /// - Parameters:
    ///   - text: Folded text.
    ///   - limit: Bits from which on more make no difference.
    /// - Returns: Its surprisal in bits, or the limit if it is more.
    /// - Complexity: Linear in the scalars that are needed to reach the limit.
    package mutating func rawBits(of text: borrowing FoldedText, upTo limit: Float) -> Float {
        var bits: Float = 0
        var start = 0
        // Out of `self` while they are lent.
        var scalars: [UInt32] = []
        swap(&scalars, &self.scalars)
        scalars.removeAll(keepingCapacity: true)
        while start < text.scalarCount, bits < limit {
            let end = Swift.min(start + Self.pieceLength, text.scalarCount)
            let context = Swift.max(0, start - Self.context)
            text.decodeScalars(start..<end, appendingTo: &scalars)
            model.surprisals(
                of: scalars.span.extracting(context..<end),
                from: start - context,
                into: &block
            )
            for scalar in block { bits += scalar }
            start = end
        }
        swap(&scalars, &self.scalars)
        return Swift.min(bits, limit)
    }

    /// Makes sure that the surprisals of a range are known.
    ///
    /// Passages of a document overlap, and come one after the other: a block is looked up once.
    private mutating func read(_ range: Range<Int>, document: Int, stream: FoldedStream) {
        let place = stream.range(ofDocument: document)
        if document != current {
            current = document
            surprisals.removeAll(keepingCapacity: true)
            surprisals.append(contentsOf: repeatElement(0, count: place.count))
            isKnown = [Bool](repeating: false, count: place.count / Self.blockLength + 1)
        }
        let first = (range.lowerBound - place.lowerBound) / Self.blockLength
        let last = (range.upperBound - 1 - place.lowerBound) / Self.blockLength
        guard first <= last else { return }
        for number in first...last where !isKnown[number] {
            isKnown[number] = true
            let start = place.lowerBound + number * Self.blockLength
            let end = Swift.min(start + Self.blockLength, place.upperBound)
            let context = Swift.max(place.lowerBound, start - Self.context)
            model.surprisals(
                of: stream.scalars.span.extracting(context..<end),
                from: start - context,
                into: &block
            )
            for (offset, bits) in block.enumerated() {
                surprisals[start - place.lowerBound + offset] = bits
            }
        }
    }
}

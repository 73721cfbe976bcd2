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

/// Weighs passages.
package struct EvidenceScale: Sendable {
    private let model: BackgroundModel
    private let rules: SignificanceRules
    /// Surprisals of the document that was asked for last in sixteenths of a bit, as far as they are
    /// known.
    private var costs: [UInt8] = []
    private var isKnown: [Bool] = []
    private var current = -1
    private var block: [UInt8] = []
    private var scalars: [UInt32] = []
    /// Surprisals of a stretch in its second place.
    private var otherCosts: [UInt8] = []
    private var first: Weighing
    private var second: Weighing

    /// Scalars that are looked up together: a passage is often no longer than one of these.
    private static let blockLength = 32
    /// Scalars of a text by itself between looks at the limit.
    private static let pieceLength = 32
    /// Scalars before a run that its first surprisals look back on.
    private static let context = 8

    /// Creates a scale.
    package init(model: BackgroundModel, rules: SignificanceRules) {
        self.model = model
        self.rules = rules
        first = Weighing(rules: rules)
        second = Weighing(rules: rules)
    }

    /// Weighs a piece of a passage.
    ///
    /// What stands before a stretch makes its first characters more or less surprising, and other
    /// seeds may be chosen there. So it is weighed as it stands in either document, and the lower
    /// of the two counts: no matter which comes first.
    ///
    /// - Parameters:
    ///   - stretches: What agrees in the piece, rising; not empty.
    ///   - documents: The two documents.
    ///   - stream: All documents.
    ///   - index: Their seeds, which tell how many documents hold what.
    /// - Returns: What the stretches tell.
    /// - Complexity: Linear in the stretches.
    package mutating func weigh(
        _ stretches: some Collection<EqualStretch>,
        documents: (a: Int, b: Int),
        stream: FoldedStream,
        index: SeedIndex
    ) -> Evidence {
        let documentStart = stream.documentStarts[documents.a]
        var seeds = index.seeds(ofDocument: documents.a)
        first.begin(with: stretches.lazy.map(\.aRange), seeds, index)
        for stretch in stretches {
            read(stretch.aRange, document: documents.a, stream: stream)
            let own = stretch.a - documentStart
            first.add(stretch.aRange, seeds, index, costs: costs, from: own)
        }
        let inFirst = first.evidence
        // What tells too little already is no copy, whatever it tells in the other place.
        if Double(inFirst.rawBits) < rules.setPhraseBits { return inFirst }
        seeds = index.seeds(ofDocument: documents.b)
        second.begin(with: stretches.lazy.map(\.bRange), seeds, index)
        for stretch in stretches {
            let own = stretch.a - documentStart
            readOther(stretch, own, start: stream.documentStarts[documents.b], stream)
            second.add(stretch.bRange, seeds, index, costs: otherCosts, from: 0)
        }
        let inSecond = second.evidence
        let lower = inSecond.bits < inFirst.bits ? inSecond : inFirst
        return Evidence(
            rawBits: Swift.min(inFirst.rawBits, inSecond.rawBits),
            bits: lower.bits,
            documents: lower.documents
        )
    }

    /// Looks up the surprisals of the first scalars of a stretch after what stands before its second
    /// place; those of the others depend on the stretch alone.
    private mutating func readOther(
        _ stretch: EqualStretch,
        _ own: Int,
        start: Int,
        _ stream: FoldedStream
    ) {
        let length = Swift.min(stretch.length, model.contextLength)
        let context = Swift.max(start, stretch.b - model.contextLength)
        model.costs(
            of: stream.scalars.span.extracting(context..<stretch.b + length),
            from: stretch.b - context,
            into: &otherCosts
        )
        otherCosts.append(contentsOf: costs[own + length..<own + stretch.length])
    }

    /// Weighs a run of text by itself.
    ///
    /// - Returns: Its surprisal in bits.
    package mutating func rawBits(of range: Range<Int>, document: Int, stream: FoldedStream)
        -> Float
    {
        read(range, document: document, stream: stream)
        let documentStart = stream.documentStarts[document]
        return range.reduce(0) { $0 + Float(costs[$1 - documentStart]) / 16 }
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
            model.costs(
                of: scalars.span.extracting(context..<end),
                from: start - context,
                into: &block
            )
            for cost in block { bits += Float(cost) / 16 }
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
            costs.removeAll(keepingCapacity: true)
            costs.append(contentsOf: repeatElement(0, count: place.count))
            isKnown.removeAll(keepingCapacity: true)
            let blockCount = place.count / Self.blockLength + 1
            isKnown.append(contentsOf: repeatElement(false, count: blockCount))
        }
        guard !range.isEmpty else { return }
        var next = (range.lowerBound - place.lowerBound) / Self.blockLength
        let end = (range.upperBound - 1 - place.lowerBound) / Self.blockLength + 1
        while next < end {
            let first = next
            while next < end, !isKnown[next] {
                isKnown[next] = true
                next += 1
            }
            if first < next { lookUp(first..<next, place, stream) }
            next += 1
        }
    }

    /// Looks up the surprisals of neighbouring blocks of a document.
    private mutating func lookUp(_ blocks: Range<Int>, _ place: Range<Int>, _ stream: FoldedStream)
    {
        let start = place.lowerBound + blocks.lowerBound * Self.blockLength
        let end = Swift.min(
            place.lowerBound + blocks.upperBound * Self.blockLength,
            place.upperBound
        )
        let context = Swift.max(place.lowerBound, start - Self.context)
        model.costs(
            of: stream.scalars.span.extracting(context..<end),
            from: start - context,
            into: &block
        )
        costs.replaceSubrange(
            start - place.lowerBound..<end - place.lowerBound,
            with: block
        )
    }
}

import LeitongStorage

/// How much shared text tells.
public struct Evidence: Sendable, Equatable {
    /// Surprisal of the matched text in official prose, in bits.
    public var rawBits: Float
    /// The same, less where many documents hold the text.
    public var bits: Float
    /// Documents that hold the middling seed of the text; 1 if it has no seed.
    public var documents: Int

    /// Creates an account of how much a text tells.
    public init(rawBits: Float, bits: Float, documents: Int) {
        self.rawBits = rawBits
        self.bits = bits
        self.documents = documents
    }
}

/// Weighs passages.
public struct EvidenceScale: Sendable {
    private let model: BackgroundModel
    private let rules: SignificanceRules
    /// Surprisals of the document that was asked for last, as far as they are known.
    private var surprisals: [Float] = []
    private var isKnown: [Bool] = []
    private var current = -1
    private var block: [Float] = []
    private var scalars: [UInt32] = []
    private var counts: [Int] = []

    /// Scalars that are looked up together.
    private static let blockLength = 256
    /// Scalars of a text by itself between looks at the limit.
    private static let pieceLength = 32
    /// Scalars before a run that its first surprisals look back on.
    private static let context = 8

    /// Creates a scale.
    public init(model: BackgroundModel, rules: SignificanceRules) {
        self.model = model
        self.rules = rules
    }

    /// Weighs a passage.
    ///
    /// - Parameters:
    ///   - passage: The passage.
    ///   - stream: All documents.
    ///   - index: Their seeds, which tell how many documents hold what.
    /// - Returns: What its equal stretches tell.
    /// - Complexity: Linear in the passage.
    public mutating func weigh(
        _ passage: Passage,
        stream: FoldedStream,
        index: SeedIndex
    ) -> Evidence {
        read(passage.a, document: passage.aDocument, stream: stream)
        let documentStart = stream.documentStarts[passage.aDocument]
        counts.removeAll(keepingCapacity: true)
        var evidence = Evidence(rawBits: 0, bits: 0, documents: 1)
        for range in passage.equalRanges {
            weigh(range, from: documentStart, index: index, into: &evidence)
        }
        counts.sort()
        if !counts.isEmpty { evidence.documents = counts[counts.count / 2] }
        return evidence
    }

    /// Adds what an equal stretch tells.
    private mutating func weigh(
        _ range: Range<Int>,
        from documentStart: Int,
        index: SeedIndex,
        into evidence: inout Evidence
    ) {
        var seed = index.firstSeed(from: range.lowerBound)
        var weight: Float = 1
        for scalar in range {
            if seed < index.seeds.count, Int(index.seeds[seed].position) == scalar {
                // A seed that reaches beyond the stretch tells of other text.
                if scalar + SeedRule.wideLength <= range.upperBound {
                    let count = index.documentCount(ofSeed: seed)
                    weight = rules.weight(ofDocuments: count)
                    counts.append(count)
                }
                seed += 1
            }
            let bits = surprisals[scalar - documentStart]
            evidence.rawBits += bits
            evidence.bits += bits * weight
        }
    }

    /// Weighs a run of text by itself.
    ///
    /// - Returns: Its surprisal in bits.
    public mutating func rawBits(of range: Range<Int>, document: Int, stream: FoldedStream) -> Float
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
    public mutating func rawBits(of text: borrowing FoldedText, upTo limit: Float) -> Float {
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

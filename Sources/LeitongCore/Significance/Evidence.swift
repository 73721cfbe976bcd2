/// How much shared text tells.
public struct Evidence: Sendable, Equatable {
    /// Surprisal of the matched text in official prose, in bits.
    public var rawBits: Float
    /// The same, less where many documents hold the text.
    public var bits: Float
    /// Documents that hold the middling seed of the text; 1 if it has no seed.
    public var documents: Int
}

/// Weighs passages.
public struct EvidenceScale: Sendable {
    private let model: BackgroundModel
    private let rules: SignificanceRules
    private var surprisals: [Float] = []
    private var counts: [Int] = []

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
    /// - Complexity: Linear in the passage.
    public mutating func weigh(
        _ passage: Passage,
        stream: FoldedStream,
        index: SeedIndex
    ) -> Evidence {
        readSurprisals(of: passage.a, document: passage.aDocument, stream: stream)
        let seeds = index.seeds(in: passage.a)
        counts.removeAll(keepingCapacity: true)
        var evidence = Evidence(rawBits: 0, bits: 0, documents: 1)
        var seed = seeds.lowerBound
        var weight: Float = 1
        var position = passage.a.lowerBound
        for run in passage.runs {
            let end = position + run.aLength
            if run.kind == .equal {
                // Until a first seed begins, the one that is next holds most of the run.
                weight = 1
                while seed < seeds.upperBound, Int(index.seeds[seed].position) < position {
                    seed += 1
                }
                for scalar in position..<end {
                    if seed < seeds.upperBound, Int(index.seeds[seed].position) == scalar {
                        // A seed that reaches beyond the run tells of other text.
                        if scalar + SeedRule.wideLength <= end {
                            let count = index.documentCount(ofSeed: seed)
                            weight = rules.weight(ofDocuments: count)
                            counts.append(count)
                        }
                        seed += 1
                    }
                    let bits = surprisals[scalar - passage.a.lowerBound]
                    evidence.rawBits += bits
                    evidence.bits += bits * weight
                }
            }
            position = end
        }
        counts.sort()
        if !counts.isEmpty { evidence.documents = counts[counts.count / 2] }
        return evidence
    }

    /// Weighs a run of text by itself.
    ///
    /// - Returns: Its surprisal in bits.
    public mutating func rawBits(of range: Range<Int>, document: Int, stream: FoldedStream) -> Float {
        readSurprisals(of: range, document: document, stream: stream)
        return surprisals.reduce(0, +)
    }

    /// Weighs a text by itself.
    ///
    /// - Returns: Its surprisal in bits.
    public mutating func rawBits(of scalars: Span<UInt32>) -> Float {
        model.surprisals(of: scalars, from: 0, into: &surprisals)
        return surprisals.reduce(0, +)
    }

    private mutating func readSurprisals(
        of range: Range<Int>,
        document: Int,
        stream: FoldedStream
    ) {
        let documentStart = stream.documentStarts[document]
        let start = Swift.max(documentStart, range.lowerBound - Self.context)
        model.surprisals(
            of: stream.scalars.span.extracting(start..<range.upperBound),
            from: range.lowerBound - start,
            into: &surprisals
        )
    }
}

import LeitongStorage

/// Judges pieces of passages: how much each tells, and what it is taken for.
struct PieceClassifier: Sendable {
    private let stream: FoldedStream
    private let index: SeedIndex
    private let rules: SignificanceRules
    private let minRun: Int
    private let allMasks: TextMasks
    private var pairMasks: PairMasks
    /// Which of the masks hold between the two documents at hand.
    private var pairKinds = PairMasks.Kinds()
    /// The masks that hold between the two documents at hand.
    private(set) var masks: TextMasks
    /// Whether what is parted is a long copy itself, in its order, not a run of it that stands elsewhere.
    private var isInOrder = false
    /// Where the long passages of the pair at hand stand, if most of it is copied.
    private var longPlaces: [PassagePlace] = []
    private var scale: EvidenceScale

    init(
        stream: FoldedStream,
        index: SeedIndex,
        seedRule: SeedRule,
        masks: TextMasks,
        units: [Range<Int>],
        model: BackgroundModel,
        rules: SignificanceRules
    ) {
        self.stream = stream
        self.index = index
        self.rules = rules
        minRun = seedRule.minRun
        allMasks = masks
        self.masks = masks
        pairMasks = PairMasks(masks, units: units)
        scale = EvidenceScale(model: model, rules: rules)
    }

    /// Looks at all that two documents share.
    mutating func look(at chains: [PassageChain]) {
        pairMasks.look(at: chains)
        longPlaces.removeAll(keepingCapacity: true)
        guard !allMasks.common.isEmpty else { return }
        for chain in chains {
            takeMasks(of: chain)
            if isLong(chain.passage) { longPlaces.append(chain.passage.place) }
        }
    }

    /// Begins with what one copy explains, in its order.
    mutating func begin(with chain: PassageChain) {
        takeMasks(of: chain)
        isInOrder = standsInOrder(chain.passage)
    }

    private mutating func takeMasks(of chain: PassageChain) {
        let kinds = pairMasks.kinds(of: chain)
        guard kinds != pairKinds else { return }
        pairKinds = kinds
        masks = pairMasks.masks(for: kinds)
    }

    /// Whether a passage is a long one, or stands in both documents between the same long ones.
    private func standsInOrder(_ passage: Passage) -> Bool {
        guard !longPlaces.isEmpty else { return false }
        let (a, b) = (passage.a, passage.b)
        return longPlaces.contains(passage.place)
            || longPlaces.allSatisfy { long in
                long.a.upperBound <= a.lowerBound && long.b.upperBound <= b.lowerBound
                    || a.upperBound <= long.a.lowerBound && b.upperBound <= long.b.lowerBound
            }
    }

    /// What is judged from now on stands elsewhere than in the order of the copy.
    mutating func leaveOrder() {
        isInOrder = false
    }

    /// Whether a passage tells so much that it is no phrase, were it all one piece.
    ///
    /// It is asked where text that most documents hold is copied whole, and not elsewhere.
    private mutating func isLong(_ passage: Passage) -> Bool {
        guard masks.common.isEmpty, !allMasks.common.isEmpty else { return false }
        let stretches = passage.equalStretches
        guard !stretches.isEmpty else { return false }
        let evidence = weigh(stretches, documents: passage.documents)
        return Double(evidence.rawBits) >= rules.richBits
    }

    /// How much stretches tell together.
    mutating func weigh(
        _ stretches: some Collection<EqualStretch>,
        documents: (a: Int, b: Int)
    ) -> Evidence {
        scale.weigh(stretches, documents: documents, stream: stream, index: index)
    }

    /// Whether marks are of no account for a passage.
    func isUnmarked(_ passage: Passage) -> Bool {
        !masks.touch(passage.a) && !masks.touch(passage.b)
    }

    /// What a passage that is one stretch without a mark is taken for.
    mutating func judged(unmarked stretch: EqualStretch, of passage: Passage) -> PassageRow {
        let evidence = weigh(CollectionOfOne(stretch), documents: passage.documents)
        return PassageRow(
            passage: passage,
            pieceClass: isSetPhrase(stretch, evidence) ? .setPhrase : .copy,
            evidence: evidence
        )
    }

    /// Judges the pieces of a part.
    mutating func judged(
        _ pieces: inout PassageStretches,
        _ part: ClosedRange<Int>
    ) -> [JudgedPiece] {
        guard pieces.isMarked else {
            return withDiscountedRemnants(judgedPieces(pieces, part), pieces)
        }
        // Marked text that tells too little for a piece of its own belongs to what it stands beside.
        for range in pieces.markedPieces(of: part) where isPhrase(range, of: pieces) {
            pieces.mark(range, as: .none)
        }
        // What one of the two rules joins may be what the other is about. Each round that changes a mark
        // joins two pieces, so that there are no more rounds than pieces.
        var judged = judgedPieces(pieces, part)
        for _ in judged.indices {
            let hasAbsorbed = absorbSlivers(judged, &pieces)
            guard absorbQuotations(judged, &pieces) || hasAbsorbed else { break }
            judged = judgedPieces(pieces, part)
        }
        return withDiscountedRemnants(judged, pieces)
    }

    /// Takes a piece that is too short to be found by itself for what the copy beside it is, where it
    /// tells too little only because many documents hold it: as many hold the copy.
    private func withDiscountedRemnants(
        _ judged: [JudgedPiece],
        _ pieces: PassageStretches
    ) -> [JudgedPiece] {
        guard judged.count > 1 else { return judged }
        var result = judged
        for (number, piece) in judged.enumerated()
        where piece.pieceClass == .setPhrase
            && Double(piece.evidence.rawBits) >= rules.setPhraseBits
            && pieces.width(of: piece.range) < 2 * minRun
        {
            let isBesideCopy = [number - 1, number + 1]
                .contains {
                    judged.indices.contains($0) && judged[$0].pieceClass == .copy
                        && pieces.areClose(judged[$0].range, piece.range)
                }
            if isBesideCopy { result[number].pieceClass = .copy }
        }
        return result
    }

    private mutating func judgedPieces(
        _ pieces: PassageStretches,
        _ part: ClosedRange<Int>
    ) -> [JudgedPiece] {
        pieces.pieces(of: part)
            .map { range in
                let mark = pieces.marks[range.lowerBound]
                let stretches = pieces.stretches[range]
                let evidence = weigh(stretches, documents: pieces.documents)
                let pieceClass = pieceClass(mark, stretches, evidence)
                return JudgedPiece(range: range, evidence: evidence, pieceClass: pieceClass)
            }
    }

    /// Takes the mark off quotations that stand in a longer copy: whoever copied the text around them
    /// copied them with it.
    ///
    /// Longer is what tells at least as much: the words that lead in to a
    /// quotation are often shared with it, and make no copy of it.
    ///
    /// - Returns: Whether there was any.
    private func absorbQuotations(
        _ judged: [JudgedPiece],
        _ pieces: inout PassageStretches
    ) -> Bool {
        var hasAbsorbed = false
        for (number, piece) in judged.enumerated()
        where pieces.marks[piece.range.lowerBound] == .quoted {
            let around = [number - 1, number + 1]
                .filter {
                    judged.indices.contains($0) && judged[$0].pieceClass == .copy
                        && pieces.marks[judged[$0].range.lowerBound] == .none
                        && pieces.areClose(judged[$0].range, piece.range)
                }
            let bitsAround = around.reduce(0) { $0 + judged[$1].evidence.rawBits }
            guard !around.isEmpty, bitsAround >= piece.evidence.rawBits else { continue }
            pieces.mark(piece.range, as: .none)
            hasAbsorbed = true
        }
        return hasAbsorbed
    }

    /// Marks what is too little for a row as the marked text that it stands beside.
    ///
    /// Where a mark begins is known to a few characters only. Beside text that most documents hold that
    /// goes for every piece that is too short to be found by itself.
    ///
    /// - Returns: Whether there was anything of that kind.
    private func absorbSlivers(_ judged: [JudgedPiece], _ pieces: inout PassageStretches) -> Bool {
        var hasAbsorbed = false
        for (number, piece) in judged.enumerated()
        where pieces.width(of: piece.range) < 2 * minRun {
            let isPhrase =
                piece.pieceClass == .setPhrase
                && Double(piece.evidence.rawBits) < rules.setPhraseBits
            guard isPhrase || pieces.marks[piece.range.lowerBound] == .none else { continue }
            let neighbour = [number - 1, number + 1]
                .first {
                    guard judged.indices.contains($0),
                        pieces.areClose(judged[$0].range, piece.range)
                    else { return false }
                    let mark = pieces.marks[judged[$0].range.lowerBound]
                    return isPhrase ? mark != .none : mark == .common
                }
            guard let neighbour else { continue }
            pieces.mark(piece.range, as: pieces.marks[judged[neighbour].range.lowerBound])
            hasAbsorbed = true
        }
        return hasAbsorbed
    }

    /// Whether stretches tell too little for a piece of their own.
    private mutating func isPhrase(_ range: ClosedRange<Int>, of pieces: PassageStretches) -> Bool {
        let evidence = weigh(pieces.stretches[range], documents: pieces.documents)
        return Double(evidence.rawBits) < rules.setPhraseBits
    }

    private func pieceClass(
        _ mark: TextMark,
        _ stretches: ArraySlice<EqualStretch>,
        _ evidence: Evidence
    ) -> PieceClass {
        switch mark {
        case .template: return .template
        case .common: return .common
        case .bibliography: return .quotation
        case .quoted where evidence.documents >= rules.quotedDocuments && isQuotation(stretches):
            return .quotation
        case .quoted, .none: break
        }
        return isSetPhrase(stretches[stretches.startIndex], evidence) ? .setPhrase : .copy
    }

    /// Whether marked text is a quotation: a sentence or two of one paragraph.
    private func isQuotation(_ stretches: ArraySlice<EqualStretch>) -> Bool {
        guard let first = stretches.first, let last = stretches.last else { return false }
        let places = [first.a..<last.aRange.upperBound, first.b..<last.bRange.upperBound]
        return places.contains { masks.quotingParagraphs.rangeCount(in: $0) == 1 }
    }

    /// Whether a piece that begins with a stretch tells too little for a copy.
    ///
    /// Of what is copied whole it does not matter how many hold it. Where it stands in the order of
    /// the copy it does not even matter how little it says; elsewhere it is a phrase that the text
    /// repeats.
    private func isSetPhrase(_ first: EqualStretch, _ evidence: Evidence) -> Bool {
        guard isCopiedWhole(first) else {
            return rules.isSetPhrase(bits: evidence.bits, rawBits: evidence.rawBits)
        }
        return !isInOrder && rules.isSetPhrase(bits: evidence.rawBits, rawBits: evidence.rawBits)
    }

    /// Whether a stretch is of text that most documents hold, and that two documents share so much of
    /// that it is a copy between them: then it does not matter how many hold it.
    private func isCopiedWhole(_ stretch: EqualStretch) -> Bool {
        masks.common.isEmpty && !allMasks.common.isEmpty
            && (allMasks.common.contains(stretch.a) || allMasks.common.contains(stretch.b))
    }
}

/// A piece of a passage, and what it is taken for.
struct JudgedPiece {
    /// Its stretches.
    var range: ClosedRange<Int>
    var evidence: Evidence
    var pieceClass: PieceClass
}

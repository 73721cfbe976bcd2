import LeitongStorage

/// Parts what one copy explains into rows: each a copy to the character, and of one class.
///
/// - A gap wider than ``gapLimit``, or one whose passage would agree in less than half, parts it: at
///   its widest gap, until each part agrees in half.
/// - A piece is a stretch in which no gap is wider than ``pieceGapLimit``. What it tells is judged by
///   itself, never summed up over gaps. Neighbouring pieces of one class are a row, but for set
///   phrases, each of which is one.
/// - Marked text (a template, what most documents hold, a quotation) is a piece of its own, if it
///   tells as much as a copy does; a set phrase inside a copy belongs to the copy.
/// - Text in another order is one piece if it is the same to three fifths (``ShuffleMeasure``).
/// - Of what is sure to be found each run lies in a row at both its places, and none is shown as
///   deleted here and inserted there.
package struct PassageParter: Sendable {
    /// Width of the widest gap inside a row: 30 Chinese characters.
    static let gapLimit = 60
    /// Width of the widest gap inside a piece: 4 Chinese characters.
    static let pieceGapLimit = 8
    /// Share of a row that agrees.
    static let leastIdentity = 0.5

    private let stream: FoldedStream
    private let index: SeedIndex
    private let rules: SignificanceRules
    private let seedRule: SeedRule
    private let allMasks: TextMasks
    /// The masks that hold between the two documents at hand.
    private var masks: TextMasks
    /// Whether what is parted is a long copy itself, in its order, not a run of it that stands elsewhere.
    private var isInOrder = false
    private var pairMasks: PairMasks
    private let windows: RepeatedWindows
    private var scale: EvidenceScale
    private var shuffles = ShuffleMeasure()
    private var tree = GapTree()

    /// Creates a parter.
    ///
    /// - Parameters:
    ///   - stream: All documents.
    ///   - index: Their seeds.
    ///   - seedRule: The rule they were chosen by.
    ///   - windows: What stands in very many places, and is told by that.
    ///   - masks: What is known of the text.
    ///   - units: Where documents, or the sections of one, lie in the stream; rising.
    ///   - model: How surprising ordinary prose is.
    ///   - rules: When shared text is a copy.
    package init(
        stream: FoldedStream,
        index: SeedIndex,
        seedRule: SeedRule,
        windows: RepeatedWindows,
        masks: TextMasks,
        units: [Range<Int>],
        model: BackgroundModel,
        rules: SignificanceRules
    ) {
        self.stream = stream
        self.index = index
        self.seedRule = seedRule
        self.windows = windows
        allMasks = masks
        self.masks = masks
        pairMasks = PairMasks(masks, units: units)
        self.rules = rules
        scale = EvidenceScale(model: model, rules: rules)
    }

    /// Looks at all that two documents share, before any of it is parted.
    ///
    /// Where what would be common or quoted is more than half of the shorter of the two, it is a copy
    /// between them as any other text.
    ///
    /// - Complexity: Linear in the runs of the chains; logarithmic in the marks.
    package mutating func look(at chains: [PassageChain]) {
        pairMasks.look(at: chains)
    }

    /// The rows of what one copy explains.
    ///
    /// - Parameter chain: The copy.
    /// - Returns: The rows, in rising order of the first place.
    /// - Complexity: Linear in the runs; those of passages inside times the rows.
    package mutating func rows(of chain: PassageChain) -> [PassageRow] {
        masks = pairMasks.masks(of: chain)
        isInOrder = isLong(chain.passage)
        var rows: [PassageRow] = []
        var inner = chain.inner
        if !chain.parts.isEmpty {
            if let row = shuffledRow(of: chain) {
                rows.append(row)
                inner += chain.parts
            } else {
                for part in chain.parts { rows += parted(part) }
            }
        } else {
            rows = parted(chain.passage)
        }
        isInOrder = false
        addUntold(chain.passage.certainMatches, inner, to: &rows)
        rows.removeAll { !isWorthTelling($0) }
        guard rows.count > 1 else { return rows }
        let sorted = rows.sorted(byPlace: { $0.passage.place })
        // Of text that repeats itself several passages may lead to one row.
        return sorted.indices
            .filter {
                $0 == 0 || sorted[$0].passage.place != sorted[$0 - 1].passage.place
            }
            .map { sorted[$0] }
    }

    /// Whether a passage tells so much that it is no phrase, were it all one piece.
    ///
    /// It is asked where text that most documents hold is copied whole, and not elsewhere.
    private mutating func isLong(_ passage: Passage) -> Bool {
        guard masks.common.isEmpty, !allMasks.common.isEmpty else { return false }
        let stretches = passage.equalStretches
        guard !stretches.isEmpty else { return false }
        let evidence = scale.weigh(
            stretches,
            document: passage.aDocument,
            stream: stream,
            index: index
        )
        return Double(evidence.rawBits) >= rules.richBits
    }

    /// Whether a set phrase is told by a row.
    ///
    /// Scattered crumbs are no phrase, and what a repeated run tells is told. How many documents hold
    /// it does not matter.
    private func isWorthTelling(_ row: PassageRow) -> Bool {
        guard row.pieceClass == .setPhrase else { return true }
        let tellsSomething = Double(row.evidence.rawBits) >= rules.setPhraseBits
        guard tellsSomething || !row.passage.certainMatches.isEmpty else { return false }
        return !windows.tellAll(of: row.passage, in: stream)
            || row.passage.certainMatches.contains {
                isRepeatedAtOnce($0.aRange) || isRepeatedAtOnce($0.bRange)
            }
    }

    /// Whether a run that is sure to be found stands in a stretch twice so near that its places overlap.
    ///
    /// A repeated run lists such places as one longer place, and so puts not each two of them side by
    /// side.
    private func isRepeatedAtOnce(_ range: Range<Int>) -> Bool {
        let scalars = stream.scalars.span
        let document = stream.range(ofDocument: stream.document(at: range.lowerBound))
        for shift in 1..<Swift.max(2, range.count) {
            let first = Swift.max(document.lowerBound, range.lowerBound - shift)
            let end = Swift.min(document.upperBound - shift, range.upperBound)
            var length = 0
            for position in first..<Swift.max(first, end) {
                length = scalars[position] == scalars[position + shift] ? length + 1 : 0
                if length >= seedRule.minRun { return true }
            }
        }
        return false
    }

    // MARK: - Text in order

    /// The rows of a passage whose text stands in order.
    private mutating func parted(_ passage: Passage) -> [PassageRow] {
        if let row = unpartedRow(of: passage) { return [row] }
        var pieces = PassageStretches(passage, in: stream.scalars.span, masks: masks)
        guard !pieces.stretches.isEmpty else { return [] }
        var rows: [PassageRow] = []
        var open: [ClosedRange<Int>] = parts(of: pieces, 0...pieces.stretches.count - 1).reversed()
        while let part = open.popLast() {
            let judged = judged(&pieces, part)
            let groups = Self.groups(judged)
            for group in groups {
                let range =
                    judged[group.lowerBound].range
                    .lowerBound...judged[group.upperBound - 1]
                    .range.upperBound
                // Without the pieces beside it, it may agree in less than half.
                let again = groups.count > 1 ? parts(of: pieces, range) : [range]
                if again.count > 1 {
                    for part in again.reversed() { open.append(part) }
                    continue
                }
                rows.append(row(of: passage, pieces, range, judged[group]))
            }
        }
        return rows
    }

    /// The row of a passage without a change and without a mark: most are.
    private mutating func unpartedRow(of passage: Passage) -> PassageRow? {
        guard passage.runs.count == 1, passage.a.lowerBound != passage.b.lowerBound,
            !masks.touch(passage.a), !masks.touch(passage.b)
        else { return nil }
        let stretch = EqualStretch(
            a: passage.a.lowerBound,
            b: passage.b.lowerBound,
            length: passage.a.count
        )
        let evidence = scale.weigh(
            CollectionOfOne(stretch),
            document: passage.aDocument,
            stream: stream,
            index: index
        )
        return PassageRow(
            passage: passage,
            pieceClass: isSetPhrase(stretch, evidence) ? .setPhrase : .copy,
            evidence: evidence
        )
    }

    /// Parts a range of stretches until each part agrees in half, and none has a gap too wide.
    private mutating func parts(
        of pieces: PassageStretches,
        _ range: ClosedRange<Int>
    ) -> [ClosedRange<Int>] {
        if pieces.isWhole(range) { return [range] }
        tree.build(pieces.gaps[range.lowerBound..<range.upperBound])
        var parts: [ClosedRange<Int>] = []
        let base = range.lowerBound
        tree.parts {
            pieces.isWhole(base + $0...base + $1)
        } _: {
            parts.append(base + $0...base + $1)
        }
        return parts
    }

    /// Judges the pieces of a part.
    private mutating func judged(
        _ pieces: inout PassageStretches,
        _ part: ClosedRange<Int>
    ) -> [JudgedPiece] {
        // Marked text that tells too little for a piece of its own belongs to what it stands beside.
        for range in pieces.markedPieces(of: part) where isPhrase(range, of: pieces) {
            pieces.mark(range, as: .none)
        }
        let judged = judgedPieces(pieces, part)
        let hasAbsorbed = absorbSlivers(judged, &pieces)
        guard absorbQuotations(judged, &pieces) || hasAbsorbed else {
            return withDiscountedRemnants(judged, pieces)
        }
        return withDiscountedRemnants(judgedPieces(pieces, part), pieces)
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
            && pieces.width(of: piece.range) < 2 * seedRule.minRun
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

    /// Takes the mark off quotations that stand in a longer copy: whoever copied the text around them
    /// copied them with it.
    ///
    /// - Returns: Whether there was any.
    private func absorbQuotations(
        _ judged: [JudgedPiece],
        _ pieces: inout PassageStretches
    ) -> Bool {
        var hasAbsorbed = false
        for (number, piece) in judged.enumerated()
        where pieces.marks[piece.range.lowerBound] == .quoted {
            let isInCopy = [number - 1, number + 1]
                .contains {
                    judged.indices.contains($0) && judged[$0].pieceClass == .copy
                        && pieces.marks[judged[$0].range.lowerBound] == .none
                        && pieces.areClose(judged[$0].range, piece.range)
                }
            guard isInCopy else { continue }
            pieces.mark(piece.range, as: .none)
            hasAbsorbed = true
        }
        return hasAbsorbed
    }

    private mutating func judgedPieces(
        _ pieces: PassageStretches,
        _ part: ClosedRange<Int>
    ) -> [JudgedPiece] {
        pieces.pieces(of: part)
            .map { range in
                let mark = pieces.marks[range.lowerBound]
                let evidence = weigh(pieces.stretches[range], of: pieces)
                let pieceClass = pieceClass(mark, pieces.stretches[range], evidence)
                return JudgedPiece(range: range, evidence: evidence, pieceClass: pieceClass)
            }
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
        where pieces.width(of: piece.range) < 2 * seedRule.minRun {
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

    private mutating func weigh(
        _ stretches: ArraySlice<EqualStretch>,
        of pieces: PassageStretches
    ) -> Evidence {
        scale.weigh(stretches, document: pieces.aDocument, stream: stream, index: index)
    }

    /// Whether stretches tell too little for a piece of their own.
    private mutating func isPhrase(_ range: ClosedRange<Int>, of pieces: PassageStretches) -> Bool {
        Double(weigh(pieces.stretches[range], of: pieces).rawBits) < rules.setPhraseBits
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

    /// Neighbouring pieces of one class, but for set phrases.
    private static func groups(_ judged: [JudgedPiece]) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        for (index, piece) in judged.enumerated() {
            if let last = groups.last, piece.pieceClass != .setPhrase,
                judged[last.lowerBound].pieceClass == piece.pieceClass
            {
                groups[groups.count - 1] = last.lowerBound..<index + 1
            } else {
                groups.append(index..<index + 1)
            }
        }
        return groups
    }

    private func row(
        of passage: Passage,
        _ pieces: PassageStretches,
        _ range: ClosedRange<Int>,
        _ judged: ArraySlice<JudgedPiece>
    ) -> PassageRow {
        PassageRow(
            passage: pieces.passage(range, of: passage),
            pieceClass: judged[judged.startIndex].pieceClass,
            evidence: Evidence(joining: judged.map(\.evidence))
        )
    }

    // MARK: - Text in another order

    /// A row for text in another order; `nil` if it is too unlike, or no copy.
    private mutating func shuffledRow(of chain: PassageChain) -> PassageRow? {
        let passage = chain.passage
        guard shuffles.share(passage.a, passage.b, of: stream) >= ShuffleMeasure.least else {
            return nil
        }
        var stretches = passage.equalStretches
        let inOrder = stretches.count
        var (aTold, bTold) = (
            DisjointRanges(stretches.map(\.aRange)), DisjointRanges(stretches.map(\.bRange))
        )
        for stretch in chain.parts.flatMap(\.equalStretches).sorted(by: { $0.a < $1.a })
        where !aTold.overlaps(stretch.aRange) && !bTold.overlaps(stretch.bRange) {
            stretches.append(stretch)
            aTold = DisjointRanges(aTold.ranges + [stretch.aRange])
            bTold = DisjointRanges(bTold.ranges + [stretch.bRange])
        }
        // Where nothing was moved the text is not shuffled: it stands several times.
        guard stretches.count > inOrder else { return nil }
        stretches.sort { $0.a < $1.a }
        let isMarked = stretches.contains { masks.mark(at: $0.a) < .quoted }
        guard !isMarked, inOrder > 0 else {
            return nil
        }
        let evidence = scale.weigh(
            stretches,
            document: passage.aDocument,
            stream: stream,
            index: index
        )
        if rules.isSetPhrase(bits: evidence.bits, rawBits: evidence.rawBits) { return nil }
        return PassageRow(passage: passage, pieceClass: .copy, evidence: evidence)
    }

    // MARK: - What is sure to be found

    /// Adds rows for the runs that no row holds, or only as deleted here and inserted there.
    private mutating func addUntold(
        _ certain: [EqualStretch],
        _ inner: [Passage],
        to rows: inout [PassageRow]
    ) {
        for passage in inner where passage.certainMatches.contains(where: { !isTold($0, by: rows) })
        {
            for row in parted(passage)
            where row.passage.certainMatches.contains(where: { !isTold($0, by: rows) }) {
                rows.append(row)
            }
        }
        let all = certain + inner.flatMap(\.certainMatches)
        for match in all where !isTold(match, by: rows) {
            guard let document = rows.first?.passage ?? inner.first else { continue }
            var passage = Passage(
                aDocument: document.aDocument,
                bDocument: document.bDocument,
                a: match.aRange,
                b: match.bRange,
                runs: [PassageRun(kind: .equal, aLength: match.length, bLength: match.length)]
            )
            passage.certainMatches = [match]
            let parts = parted(passage)
            // Most of them are rows already.
            for part in parts {
                let isRow = rows.contains { $0.passage.hasPlaces(of: part.passage) }
                if !isRow { rows.append(part) }
            }
            // A run over the border of a mark: it stands in a row that counts for no more than it is.
            if !isTold(match, by: parts) {
                let least = parts.map(\.pieceClass).min { $0.rawValue < $1.rawValue }
                let evidence = scale.weigh(
                    [match],
                    document: passage.aDocument,
                    stream: stream,
                    index: index
                )
                rows.append(
                    PassageRow(
                        passage: passage,
                        pieceClass: least ?? .setPhrase,
                        evidence: evidence
                    )
                )
            }
        }
        // A row that holds a run of another passage is told for it, however little it says.
        for match in all {
            if let holder = rows.firstIndex(where: { $0.passage.holds(match) }),
                !rows[holder].passage.certainMatches.contains(match)
            {
                rows[holder].passage.certainMatches.append(match)
            }
        }
    }

    /// Whether a row holds a run at both its places, and rows show all of it as equal at either.
    private func isTold(_ match: EqualStretch, by rows: [PassageRow]) -> Bool {
        var isHeld = false
        for row in rows where row.passage.holds(match) {
            // Nothing was changed in it.
            if row.passage.runs.count == 1 { return true }
            isHeld = true
        }
        guard isHeld else { return false }
        let equal = rows.flatMap(\.passage.equalStretches)
        return DisjointRanges(equal.map(\.aRange)).hold(match.aRange)
            && DisjointRanges(equal.map(\.bRange)).hold(match.bRange)
    }
}

/// A piece of a passage, and what it is taken for.
private struct JudgedPiece {
    /// Its stretches.
    var range: ClosedRange<Int>
    var evidence: Evidence
    var pieceClass: PieceClass
}

extension Passage {
    /// Whether another stands at the same two places.
    fileprivate func hasPlaces(of other: Passage) -> Bool { a == other.a && b == other.b }

    /// Whether both places of a run lie in it.
    fileprivate func holds(_ run: EqualStretch) -> Bool {
        a.lowerBound <= run.a && run.aRange.upperBound <= a.upperBound
            && b.lowerBound <= run.b && run.bRange.upperBound <= b.upperBound
    }
}

extension DisjointRanges {
    /// Whether all of a range lies in one of these.
    fileprivate func hold(_ range: Range<Int>) -> Bool {
        ranges.contains {
            $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound
        }
    }
}

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
    private let filter: SetPhraseFilter
    private let rules: SignificanceRules
    private var classifier: PieceClassifier
    private var shuffles = ShuffleMeasure()
    private var tree = GapTree()

    /// Creates a parter.
    ///
    /// - Parameters:
    ///   - stream: All documents.
    ///   - index: Their seeds.
    ///   - seedRule: The rule they were chosen by.
    ///   - windows: What stands in very many places, and is reported by that.
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
        self.rules = rules
        filter = SetPhraseFilter(
            stream: stream,
            windows: windows,
            rules: rules,
            minRun: seedRule.minRun
        )
        classifier = PieceClassifier(
            stream: stream,
            index: index,
            seedRule: seedRule,
            masks: masks,
            units: units,
            model: model,
            rules: rules
        )
    }

    /// Looks at all that two documents share, before any of it is parted.
    ///
    /// Where what would be common or quoted is more than half of the shorter of the two, it is a copy
    /// between them as any other text.
    ///
    /// - Complexity: Linear in the runs of the chains; logarithmic in the marks.
    package mutating func look(at chains: [PassageChain]) {
        classifier.look(at: chains)
    }

    /// The rows of what one copy explains.
    ///
    /// - Parameter chain: The copy.
    /// - Returns: The rows, in rising order of the first place.
    /// - Complexity: Linear in the runs; those of passages inside times the rows.
    package mutating func rows(of chain: PassageChain) -> [PassageRow] {
        classifier.begin(with: chain)
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
        classifier.leaveOrder()
        addUnreported(chain.passage.certainMatches, inner, to: &rows)
        rows.removeAll { [filter] in !filter.keeps($0) }
        guard rows.count > 1 else { return rows }
        let sorted = rows.sorted(byPlace: { $0.passage.place })
        // Of text that repeats itself several passages may lead to one row.
        return sorted.indices
            .filter {
                $0 == 0 || sorted[$0].passage.place != sorted[$0 - 1].passage.place
            }
            .map { sorted[$0] }
    }

    // MARK: - Text in order

    /// The rows of a passage whose text stands in order.
    private mutating func parted(_ passage: Passage) -> [PassageRow] {
        if let row = unpartedRow(of: passage) { return [row] }
        var pieces = PassageStretches(passage, in: stream.scalars.span, masks: classifier.masks)
        guard !pieces.stretches.isEmpty else { return [] }
        var rows: [PassageRow] = []
        var open: [ClosedRange<Int>] = parts(of: pieces, 0...pieces.stretches.count - 1).reversed()
        while let part = open.popLast() {
            let judged = classifier.judged(&pieces, part)
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
            classifier.isUnmarked(passage)
        else { return nil }
        let stretch = EqualStretch(
            a: passage.a.lowerBound,
            b: passage.b.lowerBound,
            length: passage.a.count
        )
        return classifier.judged(unmarked: stretch, of: passage)
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
        var (aReported, bReported) = (DisjointPlaces(), DisjointPlaces())
        for stretch in stretches {
            aReported.insert(stretch.aRange)
            bReported.insert(stretch.bRange)
        }
        for stretch in chain.parts.flatMap(\.equalStretches).sorted(by: { $0.a < $1.a })
        where !aReported.overlap(stretch.aRange) && !bReported.overlap(stretch.bRange) {
            stretches.append(stretch)
            aReported.insert(stretch.aRange)
            bReported.insert(stretch.bRange)
        }
        // Where nothing was moved the text is not shuffled: it stands several times.
        guard stretches.count > inOrder else { return nil }
        stretches.sort { $0.a < $1.a }
        let masks = classifier.masks
        let isMarked = stretches.contains {
            masks.touchUncounted($0.aRange) || masks.touchUncounted($0.bRange)
        }
        guard !isMarked, inOrder > 0 else { return nil }
        let evidence = classifier.weigh(stretches, documents: passage.documents)
        if rules.isSetPhrase(bits: evidence.bits, rawBits: evidence.rawBits) { return nil }
        return PassageRow(passage: passage, pieceClass: .copy, evidence: evidence)
    }

    // MARK: - What is sure to be found

    /// Adds rows for the runs that no row holds, or only as deleted here and inserted there.
    private mutating func addUnreported(
        _ certain: [EqualStretch],
        _ inner: [Passage],
        to rows: inout [PassageRow]
    ) {
        for passage in inner
        where !passage.certainMatches.allSatisfy({ ReportedRuns.report($0, by: rows) }) {
            for row in parted(passage)
            where !row.passage.certainMatches.allSatisfy({ ReportedRuns.report($0, by: rows) }) {
                rows.append(row)
            }
        }
        let all = inner.isEmpty ? certain : certain + inner.flatMap(\.certainMatches)
        for match in all where !ReportedRuns.report(match, by: rows) {
            guard let documents = (rows.first?.passage ?? inner.first)?.documents else { continue }
            addRows(of: match, documents, to: &rows)
        }
        // A row that holds a run of another passage is reported for it, however little it says.
        for match in all {
            if let holder = rows.firstIndex(where: { $0.passage.holds(match) }),
                !rows[holder].passage.certainMatches.contains(match)
            {
                rows[holder].passage.certainMatches.append(match)
            }
        }
    }

    /// Adds rows for a run.
    private mutating func addRows(
        of match: EqualStretch,
        _ documents: (a: Int, b: Int),
        to rows: inout [PassageRow]
    ) {
        var passage = Passage(
            aDocument: documents.a,
            bDocument: documents.b,
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
        if ReportedRuns.report(match, by: parts) { return }
        // A run over the border of a mark: it stands in a row that counts for no more than it is.
        let least = parts.map(\.pieceClass).min { $0.rawValue < $1.rawValue }
        let evidence = classifier.weigh(CollectionOfOne(match), documents: documents)
        rows.append(
            PassageRow(passage: passage, pieceClass: least ?? .setPhrase, evidence: evidence)
        )
    }
}

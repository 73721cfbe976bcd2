@_spi(Core) import LeitongCore
import LeitongStorage

/// Nominates pairs of texts that may be copies of each other, and families of texts any two of which
/// may be: those that join a text that is asked about with one that it is compared with.
struct CandidateStage: Sendable {
    let threshold: Double
    let method: CandidateMethod
    /// Which short texts are nominated that differ by one character.
    let shortEdits: ShortEdits
    let texts: DistinctTexts
    /// Reads texts again.
    let lookup: TextLookup

    /// Which pairs of short texts that differ by one character are nominated.
    enum ShortEdits: Sendable {
        case none
        /// As many as join what one edit joins, and where two sides are compared all.
        case joined
        case all
    }

    /// What the stage hands on to verification.
    struct Nominations: Sendable {
        var pairs: [TextPair] = []
        /// Texts that share a band key, or a rare shingle, with very many others, in rising order.
        var largeBuckets: [[UInt32]] = []

        /// What several workers nominated, each pair once.
        static func joining(_ parts: [Nominations]) -> Nominations {
            var result = Nominations()
            for part in parts {
                result.pairs.append(contentsOf: part.pairs)
                result.largeBuckets.append(contentsOf: part.largeBuckets)
            }
            TextPair.sortUnique(&result.pairs)
            return result
        }
    }

    /// Bands a worker takes at once, so that its buffers serve several.
    private static let bandsPerChunk = 4

    /// Nominates the pairs of a text of one side and a text of the other.
    ///
    /// Both sides are texts of one numbering; a text may be on both, and in a self-join all are.
    /// Pairs of two texts that are on one side only are neither made nor kept.
    ///
    /// - Parameters:
    ///   - query: The texts that are asked about.
    ///   - reference: The texts that they are compared with.
    ///   - table: What the first pass learned of the texts; its keys only where bands are used.
    ///   - context: How it is run.
    /// - Returns: Candidates; equal for the same texts and sides, whichever of the two is which.
    /// - Throws: `CancellationError`.
    func candidates(
        of query: TextSet,
        against reference: TextSet,
        in table: SketchTable,
        context: RunContext
    ) async throws -> Nominations {
        let sides = JoinSides(of: query, against: reference).smallerFirst(textCount: texts.count)
        guard sides.isSelfJoin || sides.query.count(of: texts.count) > 0 else {
            return Nominations()
        }
        var nominations =
            switch method {
            case .minHash(let plan):
                try await byBands(plan, table: table, sides, context)
            case .exact:
                try await byPrefixFilter(sides, context)
            }
        guard shortEdits != .none else { return nominations }
        nominations.pairs.append(contentsOf: bySingleEdits(sides))
        TextPair.sortUnique(&nominations.pairs)
        return nominations
    }

    /// Nominates by shared bands.
    private func byBands(
        _ plan: BandPlan,
        table: SketchTable,
        _ sides: JoinSides,
        _ context: RunContext
    ) async throws -> Nominations {
        let scan = BucketScan(
            leastAgreements: BitSketch.leastAgreements(threshold: threshold)
        )
        // A text without shingles has no signature: it can only be equal to another.
        let textOfRow = zip(texts.textOfRow, table.shingleCounts)
            .map { text, shingleCount in shingleCount > 0 ? text : DistinctTexts.noText }
        let parts = try await context.map(
            count: plan.bandCount,
            chunkSize: Self.bandsPerChunk
        ) { bands in
            var result = Nominations()
            var sorter = BandSorter()
            var filter = KeyFilter()
            var entries: [BandEntry] = []
            for band in bands {
                Self.collect(&entries, ofBand: band, table: table, textOfRow, &filter)
                sorter.sort(&entries)
                let (query, reference) = sides.parts(of: entries)
                scan.nominate(
                    of: query.span,
                    against: reference.span,
                    sketches: texts.sketches.span,
                    pairs: &result.pairs,
                    largeBuckets: &result.largeBuckets
                )
            }
            return result
        }
        return Nominations.joining(parts)
    }

    /// Fills the entries of one band, in rising order of the texts: those whose key may repeat.
    private static func collect(
        _ entries: inout [BandEntry],
        ofBand band: Int,
        table: SketchTable,
        _ textOfRow: [UInt32],
        _ filter: inout KeyFilter
    ) {
        filter.reset(keyCount: table.rowCount)
        table.forEachKeys(ofBand: band) { _, keys in filter.insert(keys) }
        entries.removeAll(keepingCapacity: true)
        table.forEachKeys(ofBand: band) { first, keys in
            let texts = textOfRow.span.extracting(first..<first + keys.count)
            filter.appendRepeated(keys, of: texts, to: &entries)
        }
    }

    /// Nominates every pair that can reach the threshold.
    private func byPrefixFilter(
        _ sides: JoinSides,
        _ context: RunContext
    ) async throws -> Nominations {
        var join = PrefixFilterJoin(threshold: threshold, sides: sides)
        try await add(to: &join, sides, meeting: nil, context) { sides.query.contains($0) }
        if !sides.isSelfJoin {
            let filter = join.filter()
            try await add(to: &join, sides, meeting: filter, context) {
                !sides.query.contains($0) && sides.reference.contains($0)
            }
        }
        var result = Nominations()
        join.nominate(pairs: &result.pairs, largeBuckets: &result.largeBuckets)
        return result
    }

    /// Adds the shingle sets of some texts.
    private func add(
        to join: inout PrefixFilterJoin,
        _ sides: JoinSides,
        meeting filter: HashFilter?,
        _ context: RunContext,
        where isWanted: @escaping @Sendable (UInt32) -> Bool
    ) async throws {
        let parts = try await context.map(
            count: texts.count,
            chunkSize: lookup.store.items.chunkSize
        ) { [threshold, lookup] range in
            var part = PrefixFilterJoin(threshold: threshold, sides: sides)
            var lookup = lookup
            for number in range {
                let text = UInt32(number)
                guard isWanted(text) else { continue }
                lookup.read(text)
                part.add(text: text, shingles: lookup.shingles, meeting: filter)
            }
            return part
        }
        for part in parts { join.append(part) }
    }

    /// Nominates short texts that may differ by one character; of a cancelled run only some of them.
    private func bySingleEdits(_ sides: JoinSides) -> [TextPair] {
        var join = SingleEditJoin(sides: sides)
        add(to: &join, meeting: nil) { sides.query.contains($0) }
        if !sides.isSelfJoin {
            let filter = join.filter()
            add(to: &join, meeting: filter) {
                !sides.query.contains($0) && sides.reference.contains($0)
            }
        }
        return join.candidates(expandsAll: shortEdits == .all)
    }

    /// Adds those of some texts that are short.
    private func add(
        to join: inout SingleEditJoin,
        meeting filter: HashFilter?,
        where isWanted: (UInt32) -> Bool
    ) {
        var lookup = lookup
        for number in 0..<texts.count where ShortText.isShort(number, in: texts) {
            if Task.isCancelled { break }
            let text = UInt32(number)
            guard isWanted(text) else { continue }
            lookup.fold(text)
            join.add(text, text: lookup.folded, meeting: filter)
        }
    }
}

/// Which texts are too short for their Jaccard similarity to mean much.
///
/// One substitution in the middle of a text changes five of its shingles: of fewer than 16 that
/// leaves a Jaccard under 0.53 for texts that differ by one character. Such texts also count as
/// copies if one edit turns one into the other; under ten characters one edit changes too much.
enum ShortText {
    static let shingleLimit = 16
    static let leastLength = 10
    /// With long shingles a long text has few too, but its edits are no longer a matter of one.
    static let greatestLength = 60

    static func isShort(_ text: Int, in texts: DistinctTexts) -> Bool {
        let length = texts.lengths[Int(texts.firstParagraphs[text])]
        return texts.shingleCounts[text] < shingleLimit
            && (leastLength...greatestLength).contains(Int(length))
    }
}

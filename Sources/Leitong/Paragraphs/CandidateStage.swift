@_spi(Core) import LeitongCore
import LeitongStorage

/// Nominates pairs of texts that may be copies of each other, and families of texts any two of which
/// may be.
struct CandidateStage: Sendable {
    let threshold: Double

    /// What the stage hands on to verification.
    struct Nominations: Sendable {
        var pairs: [TextPair] = []
        /// Texts that share a band key, or a rare shingle, with very many others, in rising order.
        var largeBuckets: [[UInt32]] = []
    }

    /// Bands a worker takes at once, so that its buffers serve several.
    private static let bandsPerChunk = 4

    /// Nominates by shared bands.
    func byBands(
        _ plan: BandPlan,
        table: SketchTable,
        texts: DistinctTexts,
        context: RunContext
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
                scan.nominate(
                    from: entries.span,
                    sketches: texts.sketches.span,
                    pairs: &result.pairs,
                    largeBuckets: &result.largeBuckets
                )
            }
            return result
        }
        var result = Nominations()
        for part in parts {
            result.pairs.append(contentsOf: part.pairs)
            result.largeBuckets.append(contentsOf: part.largeBuckets)
        }
        TextPair.sortUnique(&result.pairs)
        return result
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
    func byPrefixFilter(
        texts: DistinctTexts,
        lookup: TextLookup,
        context: RunContext
    ) async throws -> Nominations {
        let threshold = threshold
        let parts = try await context.map(
            count: texts.count,
            chunkSize: lookup.items.chunkSize
        ) { range in
            var join = PrefixFilterJoin(threshold: threshold)
            var lookup = lookup
            for text in range {
                lookup.read(UInt32(text))
                join.add(text: UInt32(text), shingles: lookup.shingles)
            }
            return join
        }
        var join = PrefixFilterJoin(threshold: threshold)
        for part in parts { join.append(part) }
        var result = Nominations()
        join.nominate(pairs: &result.pairs, largeBuckets: &result.largeBuckets)
        return result
    }

    /// Nominates short texts that may differ by one character; of a cancelled run only some of them.
    func bySingleEdits(
        texts: DistinctTexts,
        lookup: TextLookup,
        expandsAll: Bool
    ) -> [TextPair] {
        var join = SingleEditJoin()
        var lookup = lookup
        for text in 0..<texts.count where ShortText.isShort(text, in: texts) {
            if Task.isCancelled { break }
            lookup.fold(UInt32(text))
            join.add(UInt32(text), text: lookup.folded)
        }
        return join.candidates(expandsAll: expandsAll)
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

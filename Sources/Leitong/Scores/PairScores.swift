import LeitongCore
import LeitongReport

/// The scores of all pairs of units.
///
/// Covered is the share of a unit's folded characters that stand in a copy shared with the other
/// unit, equal on both sides.
struct PairScores: Sendable {
    private let collection: Collection
    private let comparison: ParagraphComparison
    private let texts: SharedTexts
    private let stream: FoldedStream
    private let holders: ParagraphHolders
    private let units: [Int]

    /// Prepares the scores.
    ///
    /// - Parameters:
    ///   - collection: The documents.
    ///   - comparison: Their paragraphs.
    ///   - texts: What units share.
    ///   - stream: All documents.
    ///   - units: The units to score.
    init(
        collection: Collection,
        comparison: ParagraphComparison,
        texts: SharedTexts,
        stream: FoldedStream,
        units: [Int]
    ) {
        self.collection = collection
        self.comparison = comparison
        self.texts = texts
        self.stream = stream
        self.units = units
        holders = ParagraphHolders(collection, comparison, units: units)
    }

    /// Scores pairs of units, in order.
    ///
    /// - Parameters:
    ///   - threads: Threads at work.
    ///   - isWanted: Whether a pair is asked for.
    /// - Returns: One score a pair that is wanted.
    /// - Complexity: Quadratic in the units that share something; memory for their pairs.
    func all(
        threads: Int,
        where isWanted: @escaping @Sendable (Int, Int) -> Bool
    ) async -> [PairScore] {
        let covered = await coverage(threads: threads)
        let shingles = await shingleSets(threads: threads)
        let rows = await ParallelRanges.map(
            count: units.count,
            chunkSize: 4,
            threads: threads
        ) { range in
            range.flatMap { a in
                (a + 1..<units.count).filter { isWanted(units[a], units[$0]) }
                    .map { b in
                        let resemblance = shingles[a].overlap(with: shingles[b])
                        return score(
                            units[a],
                            units[b],
                            aInB: covered[a][units[b]] ?? UnitShare(),
                            bInA: covered[b][units[a]] ?? UnitShare(),
                            resemblance
                        )
                    }
            }
        }
        return Array(rows.joined())
    }

    /// What of a unit stands in another.
    private struct UnitShare: Sendable {
        var characters = UnitCoverage()
        /// Paragraphs that match one of the other unit's.
        var paragraphs = 0
    }

    private func score(
        _ a: Int,
        _ b: Int,
        aInB: UnitShare,
        bInA: UnitShare,
        _ resemblance: Overlap
    ) -> PairScore {
        let aTotal = texts.units.characterCount(of: texts.units.ranges[a])
        let bTotal = texts.units.characterCount(of: texts.units.ranges[b])
        return PairScore(
            a: collection.units.name(ofUnit: a),
            b: collection.units.name(ofUnit: b),
            aCovered: Rounded.share(aInB.characters.copied, of: aTotal),
            bCovered: Rounded.share(bInA.characters.copied, of: bTotal),
            aShared: Rounded.share(aInB.characters.shared, of: aTotal),
            bShared: Rounded.share(bInA.characters.shared, of: bTotal),
            resemblance: Rounded.similarity(resemblance),
            longest: aInB.characters.holdsSpreadCopies
                ? texts.longestCopy(a, b, stream: stream) : aInB.characters.longest,
            aMatchedCharacters: aInB.characters.copied,
            bMatchedCharacters: bInA.characters.copied,
            aCharacters: aTotal,
            bCharacters: bTotal,
            aMatchedParagraphs: aInB.paragraphs,
            bMatchedParagraphs: bInA.paragraphs
        )
    }

    /// For each unit to score, what of it stands in which other unit.
    private func coverage(threads: Int) async -> [[Int: UnitShare]] {
        let parts = await ParallelRanges.map(
            count: units.count,
            chunkSize: 8,
            threads: threads
        ) { range in range.map { coverage(ofUnit: units[$0]) } }
        return Array(parts.joined())
    }

    private func coverage(ofUnit unit: Int) -> [Int: UnitShare] {
        var shares = UnitCoverage.measure(texts.all(ofUnit: unit), texts.units)
            .mapValues { UnitShare(characters: $0) }
        for paragraph in collection.units.paragraphs(ofUnit: unit) {
            for source in holders.others(holding: paragraph, of: unit) {
                shares[source, default: UnitShare()].paragraphs += 1
            }
        }
        return shares
    }

    private func shingleSets(threads: Int) async -> [ShingleSet] {
        let parts = await ParallelRanges.map(
            count: units.count,
            chunkSize: 8,
            threads: threads
        ) { range in
            var lookup = TextLookup(
                batch: collection.batch,
                texts: comparison.texts,
                folder: comparison.folder,
                shingler: comparison.shingler
            )
            return range.map { position in
                var set = ShingleSet()
                for paragraph in collection.units.paragraphs(ofUnit: units[position]) {
                    let text = comparison.texts.textOfParagraph[paragraph]
                    guard text != DistinctTexts.noText else { continue }
                    lookup.read(text)
                    set.insert(lookup.shingles)
                }
                set.seal()
                return set
            }
        }
        return Array(parts.joined())
    }
}

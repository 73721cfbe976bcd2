import LeitongCore
import LeitongReport

/// The scores of all pairs of units.
///
/// Covered is the share of a unit's folded characters that stand in a copy shared with the other
/// unit: inside a passage, or in a paragraph that matches one of the other's.
struct PairScores: Sendable {
    private let collection: Collection
    private let comparison: ParagraphComparison
    private let text: TextStream
    private let stretches: SharedStretches
    private let spread: SpreadTexts
    private let holders: ParagraphHolders
    private let units: [Int]
    private let options: ComparisonOptions

    /// Prepares the scores.
    ///
    /// - Parameters:
    ///   - collection: The documents.
    ///   - comparison: Their paragraphs.
    ///   - stretches: What their passages share.
    ///   - spread: Texts in very many places.
    ///   - text: The stream.
    ///   - units: The units to score.
    ///   - options: Options, already checked.
    init(
        collection: Collection,
        comparison: ParagraphComparison,
        stretches: SharedStretches,
        spread: SpreadTexts,
        text: TextStream,
        units: [Int],
        options: ComparisonOptions
    ) {
        self.collection = collection
        self.comparison = comparison
        self.stretches = stretches
        self.spread = spread
        self.text = text
        self.units = units
        self.options = options
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
                            aInB: covered[a][units[b]] ?? UnitCoverage(),
                            bInA: covered[b][units[a]] ?? UnitCoverage(),
                            resemblance
                        )
                    }
            }
        }
        return Array(rows.joined())
    }

    private func score(
        _ a: Int,
        _ b: Int,
        aInB: UnitCoverage,
        bInA: UnitCoverage,
        _ resemblance: Overlap
    ) -> PairScore {
        let aTotal = stretches.units.characterCount(of: stretches.units.ranges[a])
        let bTotal = stretches.units.characterCount(of: stretches.units.ranges[b])
        return PairScore(
            a: collection.units.name(ofUnit: a),
            b: collection.units.name(ofUnit: b),
            aCovered: Rounded.share(aInB.copied, of: aTotal),
            bCovered: Rounded.share(bInA.copied, of: bTotal),
            aShared: Rounded.share(aInB.shared, of: aTotal),
            bShared: Rounded.share(bInA.shared, of: bTotal),
            resemblance: Rounded.similarity(resemblance),
            longest: Swift.max(aInB.longest, bInA.longest),
            aMatchedCharacters: aInB.copied,
            bMatchedCharacters: bInA.copied,
            aCharacters: aTotal,
            bCharacters: bTotal,
            aMatchedParagraphs: aInB.paragraphs,
            bMatchedParagraphs: bInA.paragraphs
        )
    }

    /// For each unit to score, what of it stands in which other unit.
    private func coverage(threads: Int) async -> [[Int: UnitCoverage]] {
        let parts = await ParallelRanges.map(
            count: units.count,
            chunkSize: 8,
            threads: threads
        ) { range in
            var evidence = ParagraphEvidence(comparison, options: options)
            return range.map { coverage(ofUnit: units[$0], &evidence) }
        }
        return Array(parts.joined())
    }

    private func coverage(
        ofUnit unit: Int,
        _ evidence: inout ParagraphEvidence
    ) -> [Int: UnitCoverage] {
        var own = Array(stretches.stretches(ofUnit: unit))
        for part in spread.parts(ofUnit: unit) {
            let isCopy = spread.isCopy[part.text]
            for source in spread.sources(of: part) {
                own.append(.init(unit: unit, source: source, range: part.range, isCopy: isCopy))
            }
        }
        var paragraphs: [Int: Int] = [:]
        for paragraph in collection.units.paragraphs(ofUnit: unit) {
            guard let copied = holders.copied(paragraph, of: unit) else { continue }
            let weighed = evidence.weigh(
                copied.text,
                jaccard: copied.jaccard,
                documents: copied.others.count + 1
            )
            let range = text.range(ofParagraph: paragraph)
            let isCopy = weighed.matchClass == .copy
            for source in copied.others {
                paragraphs[source, default: 0] += 1
                own.append(.init(unit: unit, source: source, range: range, isCopy: isCopy))
            }
        }
        own.sort { $0.precedes($1) }
        return UnitCoverage.measure(own, paragraphs: paragraphs, stretches.units)
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

@_spi(Core) import LeitongCore
import LeitongReport

/// The scores of all pairs of units.
///
/// Covered is the share of a unit's folded characters that stand in a copy shared with the other
/// unit, equal on both sides.
struct PairScores: Sendable {
    private let corpus: Corpus
    private let comparison: ParagraphFindings
    private let texts: SharedTexts
    private let stream: FoldedStream
    private let holders: ParagraphHolders
    private let units: [Int]
    private let options: ComparisonOptions
    private let context: RunContext

    /// Prepares the scores.
    ///
    /// - Parameters:
    ///   - corpus: The documents.
    ///   - comparison: Their paragraphs.
    ///   - texts: What units share.
    ///   - stream: All documents.
    ///   - units: The units to score.
    ///   - options: Options, already checked.
    ///   - context: How it is run.
    init(
        corpus: Corpus,
        comparison: ParagraphFindings,
        texts: SharedTexts,
        stream: FoldedStream,
        units: [Int],
        options: ComparisonOptions,
        context: RunContext
    ) {
        self.corpus = corpus
        self.comparison = comparison
        self.texts = texts
        self.stream = stream
        self.units = units
        self.options = options
        self.context = context
        holders = ParagraphHolders.listing(corpus, comparison, units: units)
    }

    /// Units up to which every pair is scored; of more, those that share no copy are counted only.
    static let wholeLimit = 100

    /// Scores pairs of units, in order.
    ///
    /// - Parameter isWanted: Whether a pair is asked for.
    /// - Returns: A score for each pair that is wanted and listed, and how many of those wanted are not
    ///   listed.
    /// - Throws: `CancellationError`.
    /// - Complexity: Linear in what units share and in the pairs that are listed; quadratic in the
    ///   units if all pairs are.
    func all(
        where isWanted: @escaping @Sendable (Int, Int) -> Bool
    ) async throws -> (scores: [PairScore], unlisted: Int) {
        let covered = try await coverage()
        let listsAll = units.count <= Self.wholeLimit || options.listsAllPairs
        let resemblance = try await Resemblance.resemblance(
            of: stream,
            units: units.map { texts.units.ranges[$0] },
            rule: options.shingleRule,
            context: context
        )
        let rows = try await context.map(
            count: units.count,
            chunkSize: 4
        ) { range in
            range.map { a in
                let wanted = (a + 1..<units.count).filter { isWanted(units[a], units[$0]) }
                let listed = wanted.filter {
                    listsAll || (covered[a][units[$0]]?.characters.copied ?? 0) > 0
                        || (covered[$0][units[a]]?.characters.copied ?? 0) > 0
                }
                let scores = listed.map { b in
                    score(
                        units[a],
                        units[b],
                        aInB: covered[a][units[b]] ?? UnitShare(),
                        bInA: covered[b][units[a]] ?? UnitShare(),
                        resemblance(a, b)
                    )
                }
                return (scores: scores, unlisted: wanted.count - listed.count)
            }
        }
        let all = rows.joined()
        return (all.flatMap(\.scores), all.reduce(0) { $0 + $1.unlisted })
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
        _ resemblance: Double
    ) -> PairScore {
        let aTotal = texts.units.characterCount(of: texts.units.ranges[a])
        let bTotal = texts.units.characterCount(of: texts.units.ranges[b])
        return PairScore(
            a: corpus.units.name(ofUnit: a),
            b: corpus.units.name(ofUnit: b),
            aCovered: Rounded.share(aInB.characters.copied, of: aTotal),
            bCovered: Rounded.share(bInA.characters.copied, of: bTotal),
            aShared: Rounded.share(aInB.characters.shared, of: aTotal),
            bShared: Rounded.share(bInA.characters.shared, of: bTotal),
            resemblance: resemblance,
            longest: aInB.characters.holdsWidespreadCopies
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
    private func coverage() async throws -> [[Int: UnitShare]] {
        let parts = try await context.map(
            count: units.count,
            chunkSize: 8
        ) { range in range.map { coverage(ofUnit: units[$0]) } }
        return Array(parts.joined())
    }

    private func coverage(ofUnit unit: Int) -> [Int: UnitShare] {
        var shares = UnitCoverage.measure(texts.all(ofUnit: unit), texts.units)
            .mapValues { UnitShare(characters: $0) }
        for paragraph in corpus.units.paragraphs(ofUnit: unit) {
            for source in holders.others(holding: paragraph, of: unit) {
                shares[source, default: UnitShare()].paragraphs += 1
            }
        }
        return shares
    }
}

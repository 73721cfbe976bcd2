import LeitongCore
import LeitongReport

/// The scores of all pairs of units.
///
/// Covered is the share of a unit's folded characters that stand in a copy shared with the other
/// unit: inside a passage, or in a paragraph that matches one of the other's.
struct PairScores: Sendable {
    private let collection: Collection
    private let comparison: ParagraphComparison
    private let stretches: SharedStretches
    private let units: [Int]
    /// For each ordered pair of units, paragraphs of the first that match one of the second.
    private var matchedParagraphs: [UnitPair: Int] = [:]

    /// Prepares the scores.
    ///
    /// - Parameters:
    ///   - collection: The documents.
    ///   - comparison: Their paragraphs.
    ///   - passages: Their passages, with their final classes.
    ///   - phrases: Runs in very many places.
    ///   - text: The stream.
    ///   - units: The units to score.
    ///   - options: Options, already checked.
    init(
        collection: Collection,
        comparison: ParagraphComparison,
        passages: [FoundPassage],
        phrases: [FoundPhrase],
        text: TextStream,
        units: [Int],
        options: ComparisonOptions
    ) {
        self.collection = collection
        self.comparison = comparison
        self.units = units
        var stretches = SharedStretches(units: UnitRanges(collection, text: text))
        for found in passages { stretches.add(found) }
        for phrase in phrases { stretches.add(phrase, pairs: true) }
        var evidence = ParagraphEvidence(comparison, options: options)
        var matched: [UnitPair: Int] = [:]
        ParagraphHolders(collection, comparison, units: units)
            .forEachCopied { paragraph, unit, others, copiedText, jaccard in
                let weighed = evidence.weigh(
                    copiedText,
                    jaccard: jaccard,
                    documents: others.count + 1
                )
                for other in others {
                    matched[UnitPair(of: unit, by: other), default: 0] += 1
                    stretches.add(
                        text.range(ofParagraph: paragraph),
                        ofUnit: unit,
                        from: other,
                        isCopy: weighed.matchClass == .copy
                    )
                }
            }
        stretches.seal()
        self.stretches = stretches
        matchedParagraphs = matched
    }

    /// What of one unit stands in another.
    struct Covered: Sendable {
        /// Characters that were copied.
        var copied = 0
        /// The same with set phrases and quotations.
        var shared = 0
        /// Characters of the longest copy.
        var longest = 0
        /// Paragraphs that match one of the other unit's.
        var paragraphs = 0
    }

    /// Scores pairs of units, in order.
    ///
    /// - Parameters:
    ///   - threads: Threads at work.
    ///   - isWanted: Whether a pair is asked for.
    func all(
        threads: Int,
        where isWanted: @escaping @Sendable (Int, Int) -> Bool
    ) async -> [PairScore] {
        let covered = coverage()
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
                        return score(units[a], units[b], covered, resemblance)
                    }
            }
        }
        return Array(rows.joined())
    }

    private func score(
        _ a: Int,
        _ b: Int,
        _ covered: [UnitPair: Covered],
        _ resemblance: Overlap
    ) -> PairScore {
        let aInB = covered[UnitPair(of: a, by: b)] ?? Covered()
        let bInA = covered[UnitPair(of: b, by: a)] ?? Covered()
        let aTotal = stretches.units.characterCount(of: stretches.units.ranges[a])
        let bTotal = stretches.units.characterCount(of: stretches.units.ranges[b])
        return PairScore(
            a: collection.units[a].name,
            b: collection.units[b].name,
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

    /// For each ordered pair of units, what of the first stands in the second.
    private func coverage() -> [UnitPair: Covered] {
        var covered: [UnitPair: Covered] = [:]
        for (pair, count) in matchedParagraphs { covered[pair] = Covered(paragraphs: count) }
        for unit in units {
            let own = stretches.stretches(ofUnit: unit)
            var start = own.startIndex
            while start < own.endIndex {
                let source = own[start].source
                let end = own[start...].firstIndex { $0.source != source } ?? own.endIndex
                if source != SharedStretches.unnamed {
                    let pair = UnitPair(of: unit, by: source)
                    measure(own[start..<end], into: &covered[pair, default: Covered()])
                }
                start = end
            }
        }
        return covered
    }

    private func measure(
        _ own: ArraySlice<SharedStretches.Stretch>,
        into covered: inout Covered
    ) {
        var copied = DisjointRanges()
        var shared = DisjointRanges()
        for stretch in own {
            shared.add(stretch.range)
            guard stretch.isCopy else { continue }
            copied.add(stretch.range)
            let length = stretches.units.characterCount(of: stretch.range)
            covered.longest = Swift.max(covered.longest, length)
        }
        func count(_ ranges: DisjointRanges) -> Int {
            ranges.ranges.reduce(0) { $0 + stretches.units.characterCount(of: $1) }
        }
        covered.copied = count(copied)
        covered.shared = count(shared)
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
                for paragraph in collection.units[units[position]].paragraphs {
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

/// Two units by position: what of the first stands in the second.
private struct UnitPair: Hashable, Sendable {
    var of: Int
    var by: Int
}

import LeitongAlgorithms
import LeitongStorage

/// Finds all passages that a document shares with the documents after it, and with itself.
///
/// Hits of seeds become exact matches, matches become chains, chains are aligned and merged.
@_spi(Core) public struct PassageFinder: Sendable {
    private let stream: FoldedStream
    private let index: SeedIndex
    private let rule: SeedRule
    private let pairRule: PairRule
    private let placeLimit: Int
    /// Pairs of frequent seeds, rising.
    private let extraPairs: [TextPair]

    /// Width of a chain without a strong match that is worth aligning: 12 Chinese characters.
    private static let leastWeakWidth = 24
    /// The same for letters.
    private static let leastNarrowWeakWidth = 36
    /// Places of a seed that is rare: a few copies of one text, and no phrase.
    private static let rarePlaces = 3
    /// Characters that agree around a rare seed where there is a copy: two in three of the 32 that an
    /// end is extended by, and hardly ever by chance.
    private static let leastRemnant = 24
    private static let leastRemnantIdentity = 0.6

    /// Creates a finder.
    ///
    /// - Parameters:
    ///   - stream: All documents.
    ///   - index: Their seeds.
    ///   - rule: The rule they were chosen by.
    ///   - pairRule: Which documents are compared.
    ///   - placeLimit: Seeds in more places are not paired, but for `extraPairs`.
    ///   - extraPairs: Pairs of frequent seeds from ``SeedLengthener``, sorted, each once.
    public init(
        stream: FoldedStream,
        index: SeedIndex,
        rule: SeedRule,
        pairRule: PairRule,
        placeLimit: Int,
        extraPairs: [TextPair]
    ) {
        self.stream = stream
        self.index = index
        self.rule = rule
        self.pairRule = pairRule
        self.placeLimit = placeLimit
        self.extraPairs = extraPairs
    }

    /// Finds what some documents share with others.
    ///
    /// - Parameters:
    ///   - documents: The documents that come first in their pairs.
    ///   - body: Receives what two documents share, by first document, then second: what one copy
    ///     explains each, by place.
    public func forEachPair(of documents: Range<Int>, _ body: ([PassageChain]) -> Void) {
        var hits = HitList()
        var work = PassageWork(rule: rule)
        for document in documents {
            collectHits(of: document, into: &hits)
            hits.group()
            hits.forEachGroup { other, hits in
                // A document that shares very much takes long: of a run that was cancelled nothing is
                // wanted any more.
                if Task.isCancelled { return }
                let chains = chainsOfPair(document, other, hits, &work)
                if !chains.isEmpty { body(chains) }
            }
            hits.removeAll()
        }
    }

    /// Gathers the places in later documents, or later in this one, of every seed of a document.
    private func collectHits(of document: Int, into hits: inout HitList) {
        let numbers = index.firstSeedOfDocument[document]..<index.firstSeedOfDocument[document + 1]
        for number in numbers {
            let group = index.groupOfSeed[number]
            guard group != SeedIndex.noGroup else { continue }
            let slots = Int(index.groupStarts[Int(group)])..<Int(index.groupStarts[Int(group) + 1])
            guard slots.count <= placeLimit else { continue }
            let isRare = slots.count <= Self.rarePlaces
            for slot in slots where index.members[slot] > number {
                append(number, Int(index.members[slot]), document, isRare: isRare, &hits)
            }
        }
        var extra = firstExtraPair(from: UInt32(truncatingIfNeeded: numbers.lowerBound))
        while extra < extraPairs.count, Int(extraPairs[extra].first) < numbers.upperBound {
            let pair = extraPairs[extra]
            append(Int(pair.first), Int(pair.second), document, isRare: false, &hits)
            extra += 1
        }
    }

    @inline(__always)
    private func append(
        _ first: Int,
        _ second: Int,
        _ document: Int,
        isRare: Bool,
        _ hits: inout HitList
    ) {
        let other = index.seeds[second]
        guard pairRule.allows(document, Int(other.document)) else { return }
        hits.append(
            SeedHit(
                document: other.document,
                a: index.seeds[first].position,
                b: other.position,
                isRare: isRare
            )
        )
    }

    private func firstExtraPair(from number: UInt32) -> Int {
        extraPairs.indices.partitioningIndex { extraPairs[$0].first >= number }
    }

    private func chainsOfPair(
        _ aDocument: Int,
        _ bDocument: Int,
        _ hits: ArraySlice<SeedHit>,
        _ work: inout PassageWork
    ) -> [PassageChain] {
        let pair = DocumentPair(
            aDocument: aDocument,
            bDocument: bDocument,
            a: stream.range(ofDocument: aDocument),
            b: stream.range(ofDocument: bDocument)
        )
        // Which alignment is found must not depend on which document comes first: the pair is always
        // looked at from the same side.
        guard stream.precedes(pair.b, pair.a) else { return chains(hits, of: pair, &work) }
        var exchanged = hits.map(\.exchanged)
        exchanged.sort(by: SeedHit.precedes)
        let chains = chains(exchanged[...], of: pair.exchanged, &work)
        return chains.map(\.exchanged).sorted(byPlace: { $0.passage.place })
    }

    private func chains(
        _ hits: ArraySlice<SeedHit>,
        of pair: DocumentPair,
        _ work: inout PassageWork
    ) -> [PassageChain] {
        let scalars = stream.scalars.span
        let matches = exactMatches(hits, of: pair, in: scalars)
        guard matches.contains(where: { $0.isStrong || $0.isRare }) || matches.count > 1 else {
            return []
        }
        var passages: [Passage] = []
        for chain in work.chainer.chains(matches, isOneDocument: pair.aDocument == pair.bDocument) {
            let chained = chain.map { matches[$0] }
            if let passage = Self.passage(chained, of: pair, in: scalars, &work.aligner) {
                passages.append(passage)
            }
        }
        return work.merger.merged(passages, in: scalars)
    }

    /// Aligns a chain if that is worth it.
    ///
    /// - Returns: `nil` if the chain is no more than chance or habit would make.
    private static func passage(
        _ chain: [ExactMatch],
        of pair: DocumentPair,
        in scalars: Span<UInt32>,
        _ aligner: inout PassageAligner
    ) -> Passage? {
        if isWorthAligning(chain) { return aligner.passage(chain, of: pair, in: scalars) }
        // Of a heavily edited copy hardly more is left than a seed that stands nowhere else: the
        // text around it shows whether it is one.
        guard chain.contains(where: { $0.isRare && $0.scalarWidth == 2 }) else { return nil }
        let passage = aligner.passage(chain, of: pair, in: scalars, isRemnant: true)
        let isCopy =
            passage.matched >= leastRemnant && passage.identity >= leastRemnantIdentity
        return isCopy ? passage : nil
    }

    /// Turns hits, by diagonal, into exact matches, each once.
    private func exactMatches(
        _ hits: ArraySlice<SeedHit>,
        of pair: DocumentPair,
        in scalars: Span<UInt32>
    ) -> [ExactMatch] {
        var extender = MatchExtender(rule: rule, aLength: pair.a.count, bLength: pair.b.count)
        var matches: [ExactMatch] = []
        for hit in hits {
            if let last = matches.last, last.b - last.a == hit.diagonal, Int(hit.a) < last.aEnd {
                if hit.isRare { matches[matches.count - 1].isRare = true }
                continue
            }
            let match = extender.match(at: Int(hit.a), Int(hit.b), in: scalars, pair.a, pair.b)
            if var match {
                match.isRare = hit.isRare
                matches.append(match)
            }
        }
        // Most pairs share one.
        if matches.count > 1 { matches.sort { $0.a != $1.a ? $0.a < $1.a : $0.b < $1.b } }
        return matches
    }

    private static func isWorthAligning(_ chain: [ExactMatch]) -> Bool {
        if chain.contains(where: \.isStrong) { return true }
        guard chain.count > 1, let first = chain.first, let last = chain.last else { return false }
        let width = chain.reduce(0) { $0 + $1.width }
        let span = Swift.max(last.aEnd - first.a, last.bEnd - first.b) * first.scalarWidth
        let least = first.scalarWidth == 2 ? leastWeakWidth : leastNarrowWeakWidth
        return width >= least && 3 * width >= span
    }
}

/// The buffers one worker keeps from pair to pair.
private struct PassageWork {
    var chainer = Chainer()
    var aligner: PassageAligner
    var merger: PassageMerger

    init(rule: SeedRule) {
        aligner = PassageAligner(rule: rule)
        merger = PassageMerger(rule: rule)
    }
}

import LeitongAlgorithms
@_spi(Core) import LeitongCore
import LeitongStorage

/// Decides text by text which stay: the greedy star rule of ``Deduplicator``.
///
/// The candidates of small buckets are verified before. Texts of families (forms, near-copies of one
/// text) are compared here, exactly, with those of the family that stay so far: among near-copies
/// those are few, and where they are many a comparison takes nanoseconds (``ShingleFamily``).
struct KeptTexts {
    /// A text that stays, and how similar it is to one that does not.
    struct Original: Sendable, Equatable {
        var text: UInt32
        var similarity: Double
    }

    /// Texts that stay although they were compared with some of their candidates only.
    private(set) var partlyComparedCount = 0
    private let threshold: Double
    private let candidateLimit: Int
    private let edges: [TextEdge]
    private let edgesOfText: EdgesOfTexts
    private let families: TextFamilies
    private var counters: [FamilyCounter]
    private var counts: [UInt32] = []
    /// The members of each family that stay, in the order in which that was decided.
    private var keptOfFamily: [[UInt32]]
    /// Position of each text in the order, once it was decided that it stays; ``notKept`` before.
    private var rankOfKept: [UInt32]
    private var originals: [UInt32: Original] = [:]

    private static let notKept = UInt32.max

    /// Of texts that differ: they may have the same shingles, but are not alike to the last sign.
    private static func similarity(_ overlap: Overlap) -> Double {
        Swift.min(overlap.jaccard, Rounded.underOne)
    }

    /// Prepares the decision.
    ///
    /// - Parameters:
    ///   - textCount: Number of the texts.
    ///   - edges: Verified pairs.
    ///   - families: Texts that are compared here.
    ///   - shingles: What their texts have in common, a family each.
    ///   - threshold: Jaccard similarity from which on a text goes.
    ///   - candidateLimit: How many of a family that stay a text is compared with.
    init(
        textCount: Int,
        edges: [TextEdge],
        families: TextFamilies,
        shingles: [ShingleFamily],
        threshold: Double,
        candidateLimit: Int
    ) {
        self.threshold = threshold
        self.candidateLimit = candidateLimit
        self.edges = edges
        self.families = families
        edgesOfText = EdgesOfTexts.listing(edges, at: edges.indices, textCount: textCount)
        counters = shingles.map { FamilyCounter($0) }
        rankOfKept = [UInt32](repeating: Self.notKept, count: textCount)
        keptOfFamily = [[UInt32]](repeating: [], count: shingles.count)
    }

    /// The text that stays instead of one that does not; `nil` for one that stays.
    func original(of text: UInt32) -> Original? {
        originals[text]
    }

    /// Decides for all texts.
    ///
    /// - Parameter order: The texts, the first to stay first.
    /// - Throws: `CancellationError`.
    mutating func choose(in order: [UInt32]) throws {
        for (rank, text) in order.enumerated() {
            try Task.checkCancellation()
            let related = nearestRelated(to: text)
            if let original = nearer(nearestKept(to: text), related) {
                originals[text] = original
                continue
            }
            rankOfKept[Int(text)] = UInt32(rank)
            guard let (family, member) = membership(of: text) else { continue }
            if keptOfFamily[family].count > candidateLimit { partlyComparedCount += 1 }
            keptOfFamily[family].append(member)
        }
    }

    /// The more similar of two, or the one that was decided first.
    private func nearer(_ first: Original?, _ second: Original?) -> Original? {
        guard let first, let second else { return first ?? second }
        let ranks = (rankOfKept[Int(first.text)], rankOfKept[Int(second.text)])
        return (second.similarity, ranks.0) > (first.similarity, ranks.1) ? second : first
    }

    /// The most similar text that stays, among those verified before.
    private func nearestKept(to text: UInt32) -> Original? {
        var best: (original: Original, rank: UInt32)?
        for index in edgesOfText[text] {
            let edge = edges[Int(index)]
            let other = edge.other(than: text)
            let rank = rankOfKept[Int(other)]
            guard rank != Self.notKept else { continue }
            let similarity = Self.similarity(edge.overlap)
            guard similarity >= threshold else { continue }
            if let best, (best.original.similarity, rank) >= (similarity, best.rank) { continue }
            best = (Original(text: other, similarity: similarity), rank)
        }
        return best?.original
    }

    /// The family of a text, and its number there.
    private func membership(of text: UInt32) -> (family: Int, member: UInt32)? {
        guard let family = families.family(of: text) else { return nil }
        // The members of a family rise.
        let number = families.members[family].partitioningIndex { $0 >= text }
        return (family, UInt32(number))
    }

    /// The most similar text of its family that stays.
    private mutating func nearestRelated(to text: UInt32) -> Original? {
        guard let (family, member) = membership(of: text) else { return nil }
        let kept = keptOfFamily[family]
        guard !kept.isEmpty else { return nil }
        counters[family].load(Int(member))
        let compared = kept.span.extracting(..<Swift.min(kept.count, candidateLimit))
        guard
            let found = counters[family]
                .nearest(among: compared, atLeast: threshold, counts: &counts)
        else { return nil }
        let text = families.members[family][Int(kept[found.position])]
        return Original(text: text, similarity: Self.similarity(found.overlap))
    }
}

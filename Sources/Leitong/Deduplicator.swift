@_spi(Core) import LeitongCore
import LeitongModel

/// Finds what can be removed from a corpus so that no duplicates are left.
///
/// ```swift
/// let corpus = Corpus(pages.map { InputText(id: $0.address, text: $0.text) })
/// let result = try await Deduplicator().deduplicate(corpus)
/// for removal in result.removals {
///     print(corpus.documents[removal.item].name, removal.reason.rawValue)
/// }
/// ```
///
/// Two documents, or paragraphs, are duplicates if their folded text is equal or the Jaccard
/// similarity of their shingle sets reaches the threshold. They are gone through in the order in
/// which they deserve to stay (``KeepRule``); each stays unless it is verified to be a duplicate of
/// one *that stays*. So nothing goes by a chain: where B is like A, and C like B but not like A, then
/// B goes and C stays.
public struct Deduplicator: Sendable {
    /// What is a duplicate, and which one stays.
    public let options: DeduplicationOptions

    /// Creates a deduplicator.
    ///
    /// - Parameter options: What is a duplicate, and which one stays; checked when duplicates are looked for.
    public init(options: DeduplicationOptions = .init()) {
        self.options = options
    }

    /// Finds duplicates.
    ///
    /// - Parameters:
    ///   - corpus: The documents; with their dates.
    ///   - context: How it is run; the result does not depend on it.
    /// - Returns: What to remove; equal for equal documents and options.
    /// - Throws: ``LeitongError`` if an option cannot be honoured, or for want of scratch space;
    ///   `CancellationError` soon after the task was cancelled.
    /// - Complexity: Linear in the text, plus the verified candidates.
    public func deduplicate(
        _ corpus: Corpus,
        context: RunContext = .init()
    ) async throws -> Deduplication {
        try await context.run { try await compare(corpus, context) }
    }

    private func compare(_ corpus: Corpus, _ context: RunContext) async throws -> Deduplication {
        let comparison = options.comparison
        let method = try comparison.candidateMethod()
        guard options.candidateLimit >= 1 else {
            throw LeitongError.outOfRange(.candidates)
        }
        let candidates = try await candidates(in: corpus.batch, method: method, context)
        try context.begin(.verifying)
        let (families, lookup) = (candidates.families, candidates.lookup)
        let shingles = try await context.map(
            count: families.members.count,
            chunkSize: 1
        ) { range in
            range.map { FamilyStage.family(of: families.members[$0], lookup: lookup) }
        }
        let edges = try await VerificationStage(
            threshold: comparison.threshold,
            texts: candidates.texts,
            takesShortEdits: false
        )
        .verify(
            candidates.pairs.filter { families.family(of: $0) == nil },
            lookup: lookup,
            context: context
        )
        let order = KeepOrder.ordering(candidates, keep: options.keep)
        let undatedCount =
            options.keep == .earliest ? corpus.batch.documents.count { $0.date == nil } : 0
        var choice = KeptTexts(
            textCount: candidates.texts.count,
            edges: edges,
            families: families,
            shingles: Array(shingles.joined()),
            threshold: comparison.threshold,
            candidateLimit: options.candidateLimit
        )
        try choice.choose(in: order.texts)
        return result(choice, order, candidates.texts, undatedCount: undatedCount)
    }

    private func candidates(
        in batch: DocumentBatch,
        method: CandidateMethod,
        _ context: RunContext
    ) async throws -> TextCandidates {
        let isParagraphs = options.level == .paragraph
        return try await CandidateSearch(
            // A document is compared however short; one without a letter tells nothing.
            minLength: isParagraphs ? options.comparison.minParagraph : 1,
            options: options.comparison,
            method: method,
            expandsAll: false,
            takesShortEdits: false
        )
        .candidates(
            among: ComparedItems(isParagraphs ? .paragraphs : .documents, of: batch),
            context: context
        )
    }

    /// Spreads what was decided of texts over the items that hold them.
    private func result(
        _ choice: KeptTexts,
        _ order: KeepOrder,
        _ texts: DistinctTexts,
        undatedCount: Int
    ) -> Deduplication {
        var removals: [Deduplication.Removal] = []
        var uncomparedCount = 0
        for (item, text) in texts.textOfParagraph.enumerated() {
            guard text != DistinctTexts.noText else {
                uncomparedCount += 1
                continue
            }
            if let original = choice.original(of: text) {
                removals.append(
                    Deduplication.Removal(
                        item: item,
                        kept: Int(order.heads[Int(original.text)]),
                        reason: .near,
                        similarity: original.similarity
                    )
                )
            } else if item != Int(order.heads[Int(text)]) {
                let kept = Int(order.heads[Int(text)])
                removals.append(
                    Deduplication.Removal(item: item, kept: kept, reason: .equal, similarity: 1)
                )
            }
        }
        return Deduplication(
            level: options.level,
            removals: removals,
            unitCount: texts.textOfParagraph.count,
            uncomparedCount: uncomparedCount,
            partlyComparedCount: choice.partlyComparedCount,
            undatedCount: undatedCount
        )
    }
}

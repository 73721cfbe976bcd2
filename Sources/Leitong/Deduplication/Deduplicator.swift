import LeitongCore
import LeitongModel

/// Finds what can be removed from a corpus so that no duplicates are left.
///
/// ```swift
/// let corpus = try await (try Loader()).load(paths: ["pages.jsonl"])
/// let result = try await Deduplicator().deduplicate(corpus)
/// for removal in result.removals {
///     print(corpus.batch.documents[removal.unit].name, removal.reason.rawValue)
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
    /// Told which stage runs.
    public let progress: RunProgress

    /// Creates a deduplicator.
    public init(options: DeduplicationOptions = .init(), progress: RunProgress = .silent) {
        self.options = options
        self.progress = progress
    }

    /// Finds duplicates.
    ///
    /// - Parameter corpus: The documents; with their dates.
    /// - Returns: What to remove; equal for equal documents and options, whatever the threads.
    /// - Throws: ``LeitongError`` if an option cannot be honoured, or for want of scratch space.
    /// - Complexity: Linear in the text, plus the verified candidates.
    public func deduplicate(_ corpus: Corpus) async throws -> Deduplication {
        try await RunMemory.run(options.comparison.memory, progress: progress) {
            try await compare(corpus)
        }
    }

    private func compare(_ corpus: Corpus) async throws -> Deduplication {
        let comparison = options.comparison
        let plan = try comparison.bandPlan()
        guard options.candidateLimit >= 1 else {
            throw LeitongError.outOfRange(.candidates)
        }
        let candidates = try await candidates(in: corpus.batch, plan: plan)
        progress.begin(.verifying)
        let (families, lookup) = (candidates.families, candidates.lookup)
        let shingles = await ParallelRanges.map(
            count: families.members.count,
            chunkSize: 1,
            threads: comparison.threads
        ) { range in
            range.map { FamilyStage.family(of: families.members[$0], lookup: lookup) }
        }
        let edges = await VerificationStage(
            threshold: comparison.threshold,
            texts: candidates.texts,
            threads: comparison.threads,
            takesShortEdits: false
        )
        .verify(candidates.pairs.filter { families.family(of: $0) == nil }, lookup: lookup)
        let order = KeepOrder(candidates, keep: options.keep)
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
        choice.choose(in: order.texts)
        return result(choice, order, candidates.texts, undatedCount: undatedCount)
    }

    private func candidates(in batch: DocumentBatch, plan: BandPlan?) async throws -> TextCandidates
    {
        let isParagraphs = options.level == .paragraph
        return try await TextCandidates(
            ComparedUnits(isParagraphs ? .paragraphs : .documents, of: batch),
            // A document is compared however short; one without a letter tells nothing.
            minLength: isParagraphs ? options.comparison.minParagraph : 1,
            options: options.comparison,
            plan: plan,
            expandsAll: false,
            takesShortEdits: false,
            progress: progress
        )
    }

    /// Spreads what was decided of texts over the units that hold them.
    private func result(
        _ choice: KeptTexts,
        _ order: KeepOrder,
        _ texts: DistinctTexts,
        undatedCount: Int
    ) -> Deduplication {
        var removals: [Deduplication.Removal] = []
        var uncomparedCount = 0
        for (unit, text) in texts.textOfParagraph.enumerated() {
            guard text != DistinctTexts.noText else {
                uncomparedCount += 1
                continue
            }
            if let original = choice.original(of: text) {
                removals.append(
                    Deduplication.Removal(
                        unit: unit,
                        kept: Int(order.heads[Int(original.text)]),
                        reason: .near,
                        similarity: original.similarity
                    )
                )
            } else if unit != Int(order.heads[Int(text)]) {
                let kept = Int(order.heads[Int(text)])
                removals.append(
                    Deduplication.Removal(unit: unit, kept: kept, reason: .equal, similarity: 1)
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

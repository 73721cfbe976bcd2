import LeitongCore
import LeitongDocuments

/// The stage for paragraphs: from documents to verified pairs of texts.
///
/// 1. fold, collapse equal paragraphs, sign, nominate (``TextCandidates``);
/// 2. verify the candidates exactly (``VerificationStage``, ``RepresentativeStage``).
struct ParagraphComparison: Sendable {
    let batch: DocumentBatch
    let texts: DistinctTexts
    /// Verified pairs of different texts, in rising order, each once.
    let edges: [TextEdge]
    /// Texts without a copy that were not compared with all that are somewhat like them.
    let partlyCompared: [UInt32]
    let folder: Folder
    let shingler: Shingler

    /// Compares the paragraphs of a batch.
    ///
    /// - Parameters:
    ///   - batch: The documents.
    ///   - options: Options, already checked.
    ///   - plan: Bands, or `nil` for the exact join.
    ///   - expandsAll: Whether every pair over the threshold is wanted.
    ///   - looksForCopies: Whether copies are wanted; if not, the paragraphs are measured only.
    ///   - progress: Told which stage runs.
    /// - Throws: What says that no scratch space is to be had, where memory ends.
    init(
        _ batch: DocumentBatch,
        options: ComparisonOptions,
        plan: BandPlan?,
        expandsAll: Bool,
        looksForCopies: Bool = true,
        progress: RunProgress
    ) async throws {
        let candidates = try await TextCandidates(
            ComparedUnits(.paragraphs, of: batch),
            minLength: options.minParagraph,
            options: options,
            plan: plan,
            expandsAll: expandsAll,
            takesShortEdits: true,
            nominates: looksForCopies,
            progress: progress
        )
        let texts = candidates.texts
        let lookup = candidates.lookup
        let nominations = candidates.nominations

        if looksForCopies { progress.begin(.verifying) }
        var edges = await VerificationStage(
            threshold: options.threshold,
            texts: texts,
            threads: options.threads
        )
        .verify(nominations.pairs, lookup: lookup)
        var representatives = RepresentativeStage(
            threshold: options.threshold,
            representativeLimit: options.representativeLimit,
            texts: texts,
            lookup: lookup
        )
        for bucket in nominations.largeBuckets { representatives.verify(bucket: bucket) }
        edges.append(contentsOf: representatives.edges)
        edges.sort { $0.pair < $1.pair }

        self.batch = batch
        self.texts = texts
        self.edges = Self.withoutRepeats(edges)
        if looksForCopies { progress.count(.verified, self.edges.count) }
        folder = lookup.folder
        shingler = lookup.shingler
        let copied = Set(self.edges.flatMap { [$0.pair.first, $0.pair.second] })
        partlyCompared = representatives.partlyCompared.subtracting(copied)
            .filter { texts.repeats[$0] == nil }.sorted()
    }

    /// Whether a unit has a paragraph that was compared.
    func hasComparedParagraphs(in unit: CollectionUnit) -> Bool {
        unit.paragraphs.contains { texts.textOfParagraph[$0] != DistinctTexts.noText }
    }

    private static func withoutRepeats(_ edges: [TextEdge]) -> [TextEdge] {
        var kept: [TextEdge] = []
        kept.reserveCapacity(edges.count)
        for edge in edges where kept.last?.pair != edge.pair { kept.append(edge) }
        return kept
    }
}

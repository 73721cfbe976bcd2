import LeitongCore
import LeitongDocuments

/// The stage for paragraphs: from documents to verified pairs of texts.
///
/// 1. fold, collapse equal paragraphs, sign (``SketchStage``, ``DistinctTexts``);
/// 2. nominate candidates (``CandidateStage``);
/// 3. verify them exactly (``VerificationStage``, ``RepresentativeStage``).
struct ParagraphComparison: Sendable {
    let batch: DocumentBatch
    let texts: DistinctTexts
    /// Verified pairs of different texts, in rising order, each once.
    let edges: [TextEdge]
    /// Texts without a copy that were not compared with all that are somewhat like them.
    let partlyCompared: [UInt32]
    /// How many pairs were verified.
    let candidateCount: Int
    let folder: Folder
    let shingler: Shingler

    /// Compares the paragraphs of a batch.
    ///
    /// - Parameters:
    ///   - batch: The documents.
    ///   - options: Options, already checked.
    ///   - plan: Bands, or `nil` for the exact join.
    ///   - expandsAll: Whether every pair over the threshold is wanted.
    ///   - progress: Told which stage runs.
    init(
        _ batch: DocumentBatch,
        options: ComparisonOptions,
        plan: BandPlan?,
        expandsAll: Bool,
        progress: RunProgress
    ) async {
        let folder = Folder(level: options.folding)
        let shingler = Shingler(rule: options.shingleRule)
        progress.begin(.signing)
        let chunks = await SketchStage(
            folder: folder,
            shingler: shingler,
            hasher: MinHasher(seed: options.seed),
            bands: plan,
            minParagraph: options.minParagraph
        )
        .run(batch, threads: options.threads)
        let texts = DistinctTexts(chunks)
        let lookup = TextLookup(batch: batch, texts: texts, folder: folder, shingler: shingler)

        progress.begin(.nominating)
        let stage = CandidateStage(
            threshold: options.threshold,
            expandsAll: expandsAll,
            threads: options.threads
        )
        var nominations =
            if let plan {
                await stage.byBands(plan, chunks: chunks, texts: texts)
            } else {
                await stage.byPrefixFilter(texts: texts, lookup: lookup)
            }
        nominations.pairs.append(
            contentsOf: stage.bySingleEdits(
                texts: texts,
                lookup: lookup,
                // The exact join gives nothing up.
                expandsAll: expandsAll || plan == nil
            )
        )
        TextPair.sortUnique(&nominations.pairs)

        progress.begin(.verifying)
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
        self.folder = folder
        self.shingler = shingler
        candidateCount = nominations.pairs.count
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

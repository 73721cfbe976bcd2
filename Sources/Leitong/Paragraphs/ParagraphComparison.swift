import LeitongAlgorithms
@_spi(Core) import LeitongCore
import LeitongModel

/// The stage for paragraphs: from documents to verified pairs of texts.
///
/// 1. fold, collapse equal paragraphs, sign, nominate (``TextCandidates``);
/// 2. verify the candidates exactly (``VerificationStage``, ``FamilyStage``).
struct ParagraphComparison: Sendable {
    let batch: DocumentBatch
    let texts: DistinctTexts
    /// Verified pairs of different texts, in rising order, each once: all there are, but of families
    /// a spanning forest, the most similar first, unless all were wanted.
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

        if looksForCopies { progress.begin(.verifying) }
        let families = await FamilyStage(
            threshold: options.threshold,
            listsAll: expandsAll,
            isExact: plan == nil,
            centerLimit: options.representativeLimit,
            threads: options.threads
        )
        .compare(candidates.families, lookup: lookup)
        // What was compared in a family need not be verified again; but one edit may join short texts.
        let pairs = candidates.pairs.filter { pair in
            guard let family = candidates.families.family(of: pair) else { return true }
            return !families.isWhole[family] || ShortText.isShort(Int(pair.first), in: texts)
        }
        var edges = await VerificationStage(
            threshold: options.threshold,
            texts: texts,
            threads: options.threads
        )
        .verify(pairs, lookup: lookup)
        edges.append(contentsOf: families.edges)
        edges.sort { $0.pair < $1.pair }

        self.batch = batch
        self.texts = texts
        self.edges = Self.withoutRepeats(edges)
        if looksForCopies { progress.count(.verified, self.edges.count) }
        folder = lookup.folder
        shingler = lookup.shingler
        var open = Set(families.open)
        for edge in self.edges where !open.isEmpty {
            open.remove(edge.pair.first)
            open.remove(edge.pair.second)
        }
        partlyCompared = open.filter { texts.repeats[$0] == nil }.sorted()
    }

    /// Whether a unit has a paragraph that was compared.
    func hasComparedParagraphs(in unit: ScoredDocument) -> Bool {
        unit.paragraphs.contains { texts.textOfParagraph[$0] != DistinctTexts.noText }
    }

    /// Whether a pair is among ``edges``.
    ///
    /// - Complexity: Logarithmic.
    func areVerified(_ pair: TextPair) -> Bool {
        let position = edges.partitioningIndex { $0.pair >= pair }
        return position < edges.count && edges[position].pair == pair
    }

    private static func withoutRepeats(_ edges: [TextEdge]) -> [TextEdge] {
        var kept: [TextEdge] = []
        kept.reserveCapacity(edges.count)
        for edge in edges where kept.last?.pair != edge.pair { kept.append(edge) }
        return kept
    }
}

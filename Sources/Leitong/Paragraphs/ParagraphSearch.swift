@_spi(Core) import LeitongCore
import LeitongModel

/// The stage for paragraphs: from documents to verified pairs of texts.
///
/// 1. fold, collapse equal paragraphs, sign, nominate (``CandidateSearch``);
/// 2. verify the candidates exactly (``VerificationStage``, ``FamilyStage``).
struct ParagraphSearch: Sendable {
    /// Options, already checked.
    let options: ComparisonOptions
    /// How candidates are found.
    let method: CandidateMethod
    /// Whether every pair over the threshold is wanted.
    let expandsAll: Bool
    /// Whether copies are wanted; if not, the paragraphs are measured only.
    var looksForCopies = true
    /// Which documents are compared.
    var pairRule = PairRule.all

    /// Compares the paragraphs of a batch.
    ///
    /// - Parameters:
    ///   - batch: The documents.
    ///   - context: How it is run.
    /// - Returns: What was found; equal for equal documents and options.
    /// - Throws: `CancellationError`, or what says that no scratch space is to be had.
    /// - Complexity: Linear in the text, plus the verified candidates.
    func findings(in batch: DocumentBatch, context: RunContext) async throws -> ParagraphFindings {
        let candidates = try await CandidateSearch(
            minLength: options.minParagraph,
            options: options,
            method: method,
            expandsAll: expandsAll,
            takesShortEdits: true,
            nominates: looksForCopies,
            pairRule: pairRule
        )
        .candidates(among: ComparedItems(.paragraphs, of: batch), context: context)
        let texts = candidates.texts
        if looksForCopies { try context.begin(.verifying) }
        let (edges, leftOpen) = try await verifiedEdges(of: candidates, context)
        if looksForCopies { context.progress.count(.verified, edges.count) }
        var open = Set(leftOpen)
        for edge in edges where !open.isEmpty {
            open.remove(edge.pair.first)
            open.remove(edge.pair.second)
        }
        return ParagraphFindings(
            store: candidates.lookup.store,
            texts: texts,
            edges: edges,
            partlyCompared: open.filter { texts.repeats[$0] == nil }.sorted(),
            shingler: candidates.lookup.shingler
        )
    }

    /// The verified pairs in rising order, each once, and the texts of families that were left open.
    private func verifiedEdges(
        of candidates: TextCandidates,
        _ context: RunContext
    ) async throws -> (edges: [TextEdge], open: [UInt32]) {
        let (texts, lookup) = (candidates.texts, candidates.lookup)
        let families = try await FamilyStage(
            threshold: options.threshold,
            listsAll: expandsAll,
            isExact: method == .exact,
            sides: candidates.sides,
            centerLimit: options.representativeLimit
        )
        .compare(candidates.families, lookup: lookup, context: context)
        // What was compared in a family need not be verified again; but one edit may join short texts.
        let pairs = candidates.pairs.filter { pair in
            guard let family = candidates.families.family(of: pair) else { return true }
            return !families.isWhole[family] || ShortText.isShort(Int(pair.first), in: texts)
        }
        var edges = try await VerificationStage(threshold: options.threshold, texts: texts)
            .verify(pairs, lookup: lookup, context: context)
        edges.append(contentsOf: families.edges)
        edges.sort { $0.pair < $1.pair }
        return (Self.withoutRepeats(edges), families.open)
    }

    private static func withoutRepeats(_ edges: [TextEdge]) -> [TextEdge] {
        var kept: [TextEdge] = []
        kept.reserveCapacity(edges.count)
        for edge in edges where kept.last?.pair != edge.pair { kept.append(edge) }
        return kept
    }
}

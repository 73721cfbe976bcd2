@_spi(Core) import LeitongCore

/// Tells the different texts of a corpus apart, and nominates pairs of them that may be copies.
///
/// 1. fold, collapse equal items, sign (``SketchStage``, ``DistinctTexts``);
/// 2. nominate candidates (``CandidateStage``), and join buckets that are too large for pairs to
///    families (``TextFamilies``).
struct CandidateSearch: Sendable {
    /// Items of fewer folded characters are left out.
    let minLength: Int
    /// Options, already checked.
    let options: ComparisonOptions
    /// Bands, or `nil` for the exact join.
    let plan: BandPlan?
    /// Whether every pair of short texts over the threshold is wanted.
    let expandsAll: Bool
    /// Whether short texts are nominated that differ by one character.
    let takesShortEdits: Bool
    /// Whether candidates are wanted; if not, the texts are told apart only.
    var nominates = true
    /// Which documents are compared.
    ///
    /// Where that is one side with another, candidates join the two, and all with all where they are
    /// the same. Of paragraphs only.
    var pairRule = PairRule.all

    /// Nominates candidates.
    ///
    /// - Parameters:
    ///   - items: Paragraphs or documents.
    ///   - context: How it is run.
    /// - Returns: The texts, and which of them may be copies.
    /// - Throws: `CancellationError`, or what says that no scratch space is to be had.
    func candidates(among items: ComparedItems, context: RunContext) async throws -> TextCandidates
    {
        let folder = Folder(level: options.folding)
        let shingler = Shingler(rule: options.shingleRule)
        try context.begin(.signing)
        let table = try await SketchStage(
            folder: folder,
            shingler: shingler,
            hasher: MinHasher(seed: options.seed),
            bands: nominates ? plan : nil,
            minParagraph: minLength
        )
        .run(items, context: context)
        let texts = try DistinctTexts.collapsing(table, memory: context.memory)
        let lookup = TextLookup(items: items, texts: texts, folder: folder, shingler: shingler)
        context.progress.count(.texts, texts.count)
        guard nominates else {
            let families = TextFamilies.joining([], textCount: texts.count)
            return TextCandidates(texts: texts, families: families, lookup: lookup)
        }
        try context.begin(.nominating)
        var nominations = try await nominations(table, texts, lookup, context)
        nominations.pairs = joined(nominations.pairs, texts, items)
        context.progress.count(.candidates, nominations.pairs.count)
        return TextCandidates(
            texts: texts,
            pairs: nominations.pairs,
            families: TextFamilies.joining(nominations.largeBuckets, textCount: texts.count),
            lookup: lookup
        )
    }

    /// The candidates that join documents that are compared.
    private func joined(
        _ pairs: [TextPair],
        _ texts: DistinctTexts,
        _ items: ComparedItems
    ) -> [TextPair] {
        if pairRule.isAll { return pairs }
        let holders = TextHolders(texts, of: items.batch, pairRule: pairRule)
        return pairs.filter { holders.areCompared($0.first, $0.second) }
    }

    private func nominations(
        _ table: SketchTable,
        _ texts: DistinctTexts,
        _ lookup: TextLookup,
        _ context: RunContext
    ) async throws -> CandidateStage.Nominations {
        let stage = CandidateStage(threshold: options.threshold)
        var nominations =
            if let plan {
                try await stage.byBands(plan, table: table, texts: texts, context: context)
            } else {
                try await stage.byPrefixFilter(texts: texts, lookup: lookup, context: context)
            }
        guard takesShortEdits else { return nominations }
        nominations.pairs.append(
            contentsOf: stage.bySingleEdits(
                texts: texts,
                lookup: lookup,
                // The exact join gives nothing up.
                expandsAll: expandsAll || plan == nil
            )
        )
        TextPair.sortUnique(&nominations.pairs)
        return nominations
    }
}

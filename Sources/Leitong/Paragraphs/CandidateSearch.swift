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
    /// How candidates are found.
    let method: CandidateMethod
    /// Whether every pair of short texts over the threshold is wanted.
    let expandsAll: Bool
    /// Whether short texts are nominated that differ by one character.
    let takesShortEdits: Bool
    /// Whether candidates are wanted; if not, the texts are told apart only.
    var nominates = true
    /// Which documents are compared.
    ///
    /// Where that is one side with another, only texts across are nominated. Of paragraphs only.
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
        let store = TextStore(items, folder: Folder(level: options.folding))
        let shingler = Shingler(rule: options.shingleRule)
        try context.begin(.signing)
        let table = try await SketchStage(
            shingler: shingler,
            hasher: MinHasher(seed: options.seed),
            bands: nominates ? method.plan : nil,
            minParagraph: minLength
        )
        .run(store, context: context)
        let texts = try DistinctTexts.collapsing(table, memory: context.memory)
        let lookup = TextLookup(store, texts: texts, shingler: shingler)
        context.progress.count(.texts, texts.count)
        guard nominates else {
            let families = TextFamilies.joining([], textCount: texts.count)
            return TextCandidates(texts: texts, families: families, lookup: lookup)
        }
        try context.begin(.nominating)
        let sides = JoinSides(texts, of: items.batch, pairRule: pairRule)
        let nominations = try await nominations(sides, lookup, texts, table, context)
        context.progress.count(.candidates, nominations.pairs.count)
        return TextCandidates(
            texts: texts,
            pairs: nominations.pairs,
            families: TextFamilies.joining(
                nominations.largeBuckets,
                textCount: texts.count,
                sides: sides
            ),
            sides: sides,
            lookup: lookup
        )
    }

    /// Nominates texts that may be copies, and that are compared.
    private func nominations(
        _ sides: JoinSides,
        _ lookup: TextLookup,
        _ texts: DistinctTexts,
        _ table: SketchTable,
        _ context: RunContext
    ) async throws -> CandidateStage.Nominations {
        var nominations = try await CandidateStage(
            threshold: options.threshold,
            method: method,
            shortEdits: takesShortEdits ? shortEdits : .none,
            texts: texts,
            lookup: lookup
        )
        .candidates(of: sides.query, against: sides.reference, in: table, context: context)
        if case .listed = pairRule {
            let batch = lookup.store.items.batch
            let holders = TextHolders(texts, of: batch, pairRule: pairRule)
            nominations.pairs.removeAll { !holders.areCompared($0.first, $0.second) }
        }
        return nominations
    }

    /// How many pairs of short texts are nominated: the exact join gives nothing up.
    private var shortEdits: CandidateStage.ShortEdits {
        expandsAll || method == .exact ? .all : .joined
    }
}

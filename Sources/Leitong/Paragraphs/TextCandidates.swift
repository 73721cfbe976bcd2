@_spi(Core) import LeitongCore

/// The different texts of a corpus, and which pairs of them may be copies.
///
/// 1. fold, collapse equal units, sign (``SketchStage``, ``DistinctTexts``);
/// 2. nominate candidates (``CandidateStage``), and join buckets that are too large for pairs to
///    families (``TextFamilies``).
struct TextCandidates: Sendable {
    let texts: DistinctTexts
    /// Candidates in rising order, each once.
    let pairs: [TextPair]
    /// Texts any two of which are candidates.
    let families: TextFamilies
    /// Reads the texts again.
    let lookup: TextLookup

    /// Nominates candidates among units.
    ///
    /// - Parameters:
    ///   - units: Paragraphs or documents.
    ///   - minLength: Units of fewer folded characters are left out.
    ///   - options: Options, already checked.
    ///   - plan: Bands, or `nil` for the exact join.
    ///   - expandsAll: Whether every pair of short texts over the threshold is wanted.
    ///   - takesShortEdits: Whether short texts are nominated that differ by one character.
    ///   - nominates: Whether candidates are wanted; if not, the texts are told apart only.
    ///   - progress: Told which stage runs.
    /// - Throws: ``StorageError`` where memory ends and no scratch space is to be had.
    init(
        _ units: ComparedUnits,
        minLength: Int,
        options: ComparisonOptions,
        plan: BandPlan?,
        expandsAll: Bool,
        takesShortEdits: Bool,
        nominates: Bool = true,
        progress: RunProgress
    ) async throws {
        let folder = Folder(level: options.folding)
        let shingler = Shingler(rule: options.shingleRule)
        let memory = RunMemory.current
        progress.begin(.signing)
        let table = try await SketchStage(
            folder: folder,
            shingler: shingler,
            hasher: MinHasher(seed: options.seed),
            bands: nominates ? plan : nil,
            minParagraph: minLength
        )
        .run(units, threads: options.threads, memory: memory)
        let texts = try DistinctTexts(table, memory: memory)
        let lookup = TextLookup(units: units, texts: texts, folder: folder, shingler: shingler)
        progress.count(.texts, texts.count)
        self.texts = texts
        self.lookup = lookup
        guard nominates else {
            pairs = []
            families = TextFamilies([], textCount: texts.count)
            return
        }

        progress.begin(.nominating)
        let stage = CandidateStage(
            threshold: options.threshold,
            threads: options.threads
        )
        var nominations =
            if let plan {
                await stage.byBands(plan, table: table, texts: texts)
            } else {
                await stage.byPrefixFilter(texts: texts, lookup: lookup)
            }
        if takesShortEdits {
            nominations.pairs.append(
                contentsOf: stage.bySingleEdits(
                    texts: texts,
                    lookup: lookup,
                    // The exact join gives nothing up.
                    expandsAll: expandsAll || plan == nil
                )
            )
            TextPair.sortUnique(&nominations.pairs)
        }
        progress.count(.candidates, nominations.pairs.count)
        pairs = nominations.pairs
        families = TextFamilies(nominations.largeBuckets, textCount: texts.count)
    }
}

@_spi(Core) import LeitongCore
import LeitongModel
import LeitongReport
import LeitongStorage

/// The stage for passages: from documents to weighed passages and phrases.
///
/// 1. fold the documents to one stream (``StreamStage``);
/// 2. choose and group seeds (``SeedStage``);
/// 3. lengthen seeds in very many places until they are rare (`SeedLengthener`, `RepeatedRuns`);
/// 4. chain and align what the documents share (`PassageFinder`), and weigh it (`EvidenceScale`);
/// 5. tell each text once (``PhraseGroups``, ``PassageClusters``).
struct PassageComparison: Sendable {
    let text: TextStream
    /// Where the units lie.
    let units: UnitRanges
    /// What is known of the text.
    let masks: TextMasks
    /// When text is common.
    let commonRule: CommonRule
    /// Passages by first document, then second, then place.
    let list: PassageList
    /// Whether a cluster and nearer copies tell each passage.
    let isImplied: [Bool]
    /// Runs of text told once with all their places, in order of the first place.
    let phrases: [FoundPhrase]
    /// All texts that stand in several places and are not told pair by pair, whatever else tells
    /// them: what scores are made of besides ``passages``.
    let spread: [FoundPhrase]
    /// Copies of one text in three places or more.
    let clusters: [FoundCluster]

    /// Groups of seeds a chunk of the splitter.
    private static let groupChunk = 256
    /// Documents a chunk of the finder: few, for one document may share much with very many.
    private static let documentChunk = 8
    /// Runs a chunk of what is asked of each.
    private static let runChunk = 256

    /// Passages by first document, then second, then place.
    var passages: FlatArray<FoundPassage> { list.passages }

    init(
        _ corpus: Corpus,
        options: ComparisonOptions,
        rule: SeedRule,
        pairRule: PairRule = .all,
        progress: RunProgress
    ) async throws {
        progress.begin(.seeding)
        let budget = RunMemory.current
        let text = try await StreamStage(folder: Folder(level: options.folding), budget: budget)
            .run(corpus.batch, threads: options.threads)
        progress.count(.characters, text.scalars.scalars.count)
        let template = try await Self.templateText(text, options, rule, progress)
        units = UnitRanges(corpus, text: text, template: template)
        commonRule = CommonRule(corpus, pairRule: pairRule, share: options.commonShare)
        var masks = TextMasks()
        masks.quoted = text.quoted
        masks.quotingParagraphs = text.quotingParagraphs
        masks.template = template
        if !options.countsBibliography { masks.bibliography = text.bibliographies(of: corpus) }
        let (found, repeatedRuns) = try await Self.search(
            text.scalars,
            options,
            rule,
            pairRule,
            &masks,
            CommonCount(units: units, rule: commonRule),
            progress
        )
        self.masks = masks
        progress.begin(.gathering)
        progress.count(.passages, found.passages.count)
        let grouped = try await PhraseGroups(
            found,
            stream: text.scalars,
            budget: budget,
            threads: options.threads
        )
        let clusters = try await PassageClusters(
            grouped.list.passages,
            documentCount: text.scalars.documentCount,
            pairRule: pairRule,
            budget: budget,
            threads: options.threads
        )
        let classifier = PhraseClassifier(
            stream: text.scalars,
            units: units,
            masks: masks,
            commonRule: commonRule,
            rules: options.significance
        )
        let runs = await Self.weigh(repeatedRuns, by: classifier, options)
        let told = await ParallelRanges.map(
            count: runs.count,
            chunkSize: Self.runChunk,
            threads: options.threads
        ) { range in
            range.map { clusters.tells(runs[$0]) }
        }
        let copied = await ParallelRanges.map(
            count: runs.count,
            chunkSize: Self.runChunk,
            threads: options.threads
        ) { range in
            runs[range].filter { !$0.isCopy }.flatMap { clusters.copies(of: $0) }
        }
        self.text = text
        list = grouped.list
        isImplied =
            options.listsAllPairs
            ? [Bool](repeating: false, count: clusters.isImplied.count) : clusters.isImplied
        self.clusters = clusters.clusters
        let untold = zip(runs, told.joined()).filter { !$1 }.map(\.0)
        phrases = (grouped.phrases + untold)
            .sorted { ($0.starts[0], $0.length) < ($1.starts[0], $1.length) }
        spread = grouped.phrases + runs + copied.joined()
        progress.count(.phrases, runs.count)
    }

    /// What documents have of templates: what passages of the shortest run or more have equal with
    /// them.
    private static func templateText(
        _ text: TextStream,
        _ options: ComparisonOptions,
        _ rule: SeedRule,
        _ progress: RunProgress
    ) async throws -> TextMask {
        guard let templates = options.templates else { return TextMask() }
        let folder = Folder(level: options.folding)
        let forms = try await StreamStage(folder: folder, budget: RunMemory.current)
            .run(templates.corpus.batch, threads: options.threads)
        let stream = text.scalars.joined(with: forms.scalars)
        let isForm = (0..<stream.documentCount).map { $0 >= text.scalars.documentCount }
        var options = options
        // However little a form says, it was given to all.
        options.significance.setPhraseBits = 0
        var masks = TextMasks()
        let found = try await search(
            stream,
            options,
            rule,
            .against(isForm),
            &masks,
            CommonCount(units: UnitRanges(), rule: CommonRule(sides: [], share: 1)),
            progress
        )
        .passages
        var ranges: [Range<Int>] = []
        for entry in found.passages where entry.passage.matched >= rule.minRun {
            var start = entry.passage.a.lowerBound
            for run in found.runs(of: entry.passage) {
                if run.kind == .equal { ranges.append(start..<start + run.aLength) }
                start += run.aLength
            }
        }
        return TextMask(DisjointRanges(ranges).ranges)
    }

    /// Finds what documents share; what it is found by is gone when this returns.
    ///
    /// - Returns: The passages, and the runs that stand in very many places.
    private static func search(
        _ stream: FoldedStream,
        _ options: ComparisonOptions,
        _ rule: SeedRule,
        _ pairRule: PairRule,
        _ masks: inout TextMasks,
        _ common: CommonCount,
        _ progress: RunProgress
    ) async throws -> (passages: PassageList, runs: [RepeatedRun]) {
        let index = try await SeedStage(rule: rule, budget: RunMemory.current)
            .run(stream, threads: options.threads)
        progress.count(.seeds, index.seeds.count)
        masks.common = CommonText(
            stream: stream,
            index: index,
            seedRule: rule,
            units: common.units,
            rule: common.rule
        )
        .mask()
        let splitter = SeedLengthener(
            stream: stream,
            index: index,
            rule: rule,
            pairRule: pairRule,
            placeLimit: options.placeLimit
        )
        var split = await split(splitter, index: index, options: options)
        var extraPairs: [TextPair] = []
        for part in split.indices {
            extraPairs.append(contentsOf: split[part].pairs)
            split[part].pairs = []
        }
        var windows = RepeatedWindows(split, scalarCount: stream.scalars.count, rule: rule)
        let repeated = RepeatedRuns(split, stream: stream, rule: rule)
        split = []
        let spanning = SpanningRuns(
            repeated,
            windows: windows,
            stream: stream,
            index: index,
            rule: rule,
            pairRule: pairRule,
            placeLimit: options.placeLimit
        )
        windows.except(spanning)
        extraPairs.append(contentsOf: spanning.pairs)
        TextPair.sortUnique(&extraPairs)
        progress.begin(.chaining)
        let finder = PassageFinder(
            stream: stream,
            index: index,
            rule: rule,
            pairRule: pairRule,
            placeLimit: options.placeLimit,
            extraPairs: extraPairs
        )
        let parter = PassageParter(
            stream: stream,
            index: index,
            seedRule: rule,
            windows: windows,
            masks: masks,
            units: common.units.ranges,
            model: options.background,
            rules: options.significance
        )
        let found = try await find(finder, parter, stream, options)
        return (found, repeated.adding(spanning.runs))
    }

    private static func split(
        _ splitter: SeedLengthener,
        index: SeedIndex,
        options: ComparisonOptions
    ) async -> [SeedLengthener.Result] {
        let frequent = (0..<index.groupCount)
            .filter { index.size(ofGroup: $0) > options.placeLimit }
        return await ParallelRanges.map(
            count: frequent.count,
            chunkSize: groupChunk,
            threads: options.threads
        ) { range in
            var splitter = splitter
            var result = SeedLengthener.Result()
            for group in frequent[range] { splitter.split(group: group, into: &result) }
            return result
        }
    }

    /// Finds passages, parts them into rows, and weighs these.
    private static func find(
        _ finder: PassageFinder,
        _ parter: PassageParter,
        _ stream: FoldedStream,
        _ options: ComparisonOptions
    ) async throws -> PassageList {
        var writer = PassageList.Writer(budget: RunMemory.current)
        let chunks = OrderedWork.chunks(of: stream.documentCount, limit: documentChunk) { _ in 1 }
        try await OrderedWork.forEach(chunks, threads: options.threads) { range in
            var parter = parter
            var found = PassageList.Part()
            finder.forEachPair(of: range) { chains in
                parter.look(at: chains)
                for chain in chains { found.append(parter.rows(of: chain)) }
            }
            return found
        } consume: { part in
            try writer.append(part)
        }
        return try writer.finish()
    }

    /// Weighs runs in very many places.
    private static func weigh(
        _ runs: [RepeatedRun],
        by classifier: PhraseClassifier,
        _ options: ComparisonOptions
    ) async -> [FoundPhrase] {
        let parts = await ParallelRanges.map(
            count: runs.count,
            chunkSize: runChunk,
            threads: options.threads
        ) { range in
            var scale = EvidenceScale(model: options.background, rules: options.significance)
            return runs[range].map { classifier.phrase($0, &scale) }
        }
        return Array(parts.joined())
    }
}

/// What common text is counted by.
private struct CommonCount {
    var units: UnitRanges
    var rule: CommonRule
}

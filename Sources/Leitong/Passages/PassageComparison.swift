import LeitongCore
import LeitongDocuments
import LeitongReport
import LeitongStorage

/// The stage for passages: from documents to weighed passages and phrases.
///
/// 1. fold the documents to one stream (``StreamStage``);
/// 2. choose and group seeds (``SeedStage``);
/// 3. lengthen seeds in very many places until they are rare (`RunSplitter`, `RepeatedRuns`);
/// 4. chain and align what the documents share (`PassageFinder`), and weigh it (`EvidenceScale`);
/// 5. tell each text once (``PhraseGroups``, ``PassageClusters``).
struct PassageComparison: Sendable {
    let text: TextStream
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
        _ batch: DocumentBatch,
        options: ComparisonOptions,
        rule: SeedRule,
        pairRule: PairRule = .all,
        progress: RunProgress
    ) async throws {
        progress.begin(.seeding)
        let budget = RunMemory.current
        let text = try await StreamStage(folder: Folder(level: options.folding), budget: budget)
            .run(batch, threads: options.threads)
        progress.count(.characters, text.scalars.scalars.count)
        let (found, repeatedRuns) = try await Self.search(
            text.scalars,
            options,
            rule,
            pairRule,
            progress
        )
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
        let runs = await Self.phrases(repeatedRuns, text.scalars, options)
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

    /// Finds what documents share; what it is found by is gone when this returns.
    ///
    /// - Returns: The passages, and the runs that stand in very many places.
    private static func search(
        _ stream: FoldedStream,
        _ options: ComparisonOptions,
        _ rule: SeedRule,
        _ pairRule: PairRule,
        _ progress: RunProgress
    ) async throws -> (passages: PassageList, runs: [RepeatedRun]) {
        let index = try await SeedStage(rule: rule, budget: RunMemory.current)
            .run(stream, threads: options.threads)
        progress.count(.seeds, index.seeds.count)
        let splitter = RunSplitter(
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
        let found = try await find(finder, windows, stream, index, options)
        return (found, repeated.adding(spanning.runs))
    }

    private static func split(
        _ splitter: RunSplitter,
        index: SeedIndex,
        options: ComparisonOptions
    ) async -> [RunSplitter.Result] {
        let frequent = (0..<index.groupCount)
            .filter { index.size(ofGroup: $0) > options.placeLimit }
        return await ParallelRanges.map(
            count: frequent.count,
            chunkSize: groupChunk,
            threads: options.threads
        ) { range in
            var splitter = splitter
            var result = RunSplitter.Result()
            for group in frequent[range] { splitter.split(group: group, into: &result) }
            return result
        }
    }

    /// Finds and weighs passages; drops those that say nothing that is not told otherwise.
    private static func find(
        _ finder: PassageFinder,
        _ windows: RepeatedWindows,
        _ stream: FoldedStream,
        _ index: SeedIndex,
        _ options: ComparisonOptions
    ) async throws -> PassageList {
        var writer = PassageList.Writer(budget: RunMemory.current)
        let chunks = OrderedWork.chunks(of: stream.documentCount, limit: documentChunk) { _ in 1 }
        try await OrderedWork.forEach(chunks, threads: options.threads) { range in
            var scale = EvidenceScale(model: options.background, rules: options.significance)
            var found = PassageList.Part()
            finder.forEachPassage(of: range) { passage in
                let evidence = scale.weigh(passage, stream: stream, index: index)
                let isSetPhrase = options.significance.isSetPhrase(
                    bits: evidence.bits,
                    rawBits: evidence.rawBits
                )
                if isSetPhrase {
                    // Scattered crumbs are no phrase, and what a repeated run tells is told. How
                    // many documents hold them does not matter: that more do takes nothing away.
                    let tellsSomething =
                        Double(evidence.rawBits) >= options.significance.setPhraseBits
                    guard finder.isCertain(passage) || tellsSomething,
                        !windows.tellAll(of: passage, in: stream)
                    else { return }
                }
                found.append(passage, evidence, isSetPhrase ? .setPhrase : .copy)
            }
            return found
        } consume: { part in
            try writer.append(part)
        }
        return try writer.finish()
    }

    /// Weighs runs in very many places.
    private static func phrases(
        _ runs: [RepeatedRun],
        _ stream: FoldedStream,
        _ options: ComparisonOptions
    ) async -> [FoundPhrase] {
        let parts = await ParallelRanges.map(
            count: runs.count,
            chunkSize: runChunk,
            threads: options.threads
        ) { range in
            var scale = EvidenceScale(model: options.background, rules: options.significance)
            return runs[range].map { phrase($0, stream, options.significance, &scale) }
        }
        return Array(parts.joined())
    }

    private static func phrase(
        _ run: RepeatedRun,
        _ stream: FoldedStream,
        _ rules: SignificanceRules,
        _ scale: inout EvidenceScale
    ) -> FoundPhrase {
        let first = run.starts[0]
        let rawBits = scale.rawBits(
            of: first..<first + run.length,
            document: stream.document(at: first),
            stream: stream
        )
        return FoundPhrase(
            starts: run.starts,
            length: run.length,
            documents: stream.documentCount(of: run.starts),
            rawBits: rawBits,
            // A run that tells much is a copy, in however many documents it stands.
            matchClass: Double(rawBits) >= rules.richBits ? .copy : .setPhrase
        )
    }
}

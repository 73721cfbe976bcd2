@_spi(Core) import LeitongCore
import LeitongModel
import LeitongStorage

/// The stage for passages: from documents to weighed passages and phrases.
///
/// 1. fold the documents to one stream (``StreamStage``);
/// 2. choose and group seeds (``SeedStage``);
/// 3. lengthen seeds in very many places until they are rare, chain and align what the documents share,
///    and weigh it (``SharedTextSearch``);
/// 4. list each text once (``RepeatedTextGroups``, ``PassageClusters``).
struct PassageSearch: Sendable {
    /// Options, already checked.
    let options: ComparisonOptions
    /// How seeds are chosen.
    let rule: SeedRule
    /// Which documents are compared.
    var pairRule = PairRule.all

    /// Runs a chunk of what is asked of each.
    private static let runChunk = 256

    /// Finds what the documents of a corpus share.
    ///
    /// - Parameters:
    ///   - corpus: The documents.
    ///   - context: How it is run.
    /// - Returns: What was found; equal for equal documents and options.
    /// - Throws: ``LeitongError`` for more text than positions can count, `CancellationError`, or what
    ///   says that no scratch space is to be had.
    /// - Complexity: Linear in the text but for sorting, plus what is shared.
    func findings(in corpus: Corpus, context: RunContext) async throws -> PassageFindings {
        try context.begin(.seeding)
        let text = try await StreamStage(folder: Folder(level: options.folding))
            .run(corpus.batch, context: context)
        context.progress.count(.characters, text.scalars.scalars.count)
        let template = try await templateText(text, context)
        let units = UnitRanges.locating(corpus, in: text, template: template)
        let commonRule = CommonRule(corpus, pairRule: pairRule, share: options.commonShare)
        var masks = masks(of: text, template: template, in: corpus)
        let (found, repeatedRuns) = try await SharedTextSearch(
            options: options,
            rule: rule,
            pairRule: pairRule
        )
        .passages(
            in: text.scalars,
            &masks,
            common: CommonCount(units: units, rule: commonRule),
            context: context
        )
        let classifier = WidespreadRunClassifier(
            stream: text.scalars,
            units: units,
            masks: masks,
            commonRule: commonRule,
            rules: options.significance
        )
        let gathered = try await gather(found, repeatedRuns, text.scalars, classifier, context)
        return PassageFindings(
            text: text,
            units: units,
            masks: masks,
            commonRule: commonRule,
            list: gathered.list,
            isListedByCluster: gathered.isListedByCluster,
            phrases: gathered.phrases,
            widespread: gathered.widespread,
            clusters: gathered.clusters
        )
    }

    /// What is known of the text before anything is compared.
    private func masks(of text: TextStream, template: TextMask, in corpus: Corpus) -> TextMasks {
        var masks = TextMasks()
        masks.quoted = text.quoted
        masks.quotingParagraphs = text.quotingParagraphs
        masks.template = template
        if !options.countsBibliography { masks.bibliography = text.bibliographies(of: corpus) }
        return masks
    }

    /// Passages, phrases and clusters, each text in one of them.
    private struct Gathered {
        var list: PassageList
        var isListedByCluster: [Bool]
        var phrases: [FoundPhrase]
        var widespread: [FoundPhrase]
        var clusters: [FoundCluster]
    }

    private func gather(
        _ found: PassageList,
        _ repeatedRuns: [RepeatedRun],
        _ stream: FoldedStream,
        _ classifier: WidespreadRunClassifier,
        _ context: RunContext
    ) async throws -> Gathered {
        try context.begin(.gathering)
        context.progress.count(.passages, found.passages.count)
        let grouped = try await RepeatedTextGroups.groups(of: found, in: stream, context: context)
        let clusters = try await PassageClusters.clusters(
            of: grouped.list.passages,
            documentCount: stream.documentCount,
            pairRule: pairRule,
            context: context
        )
        let runs = try await weigh(repeatedRuns, by: classifier, context)
        context.progress.count(.phrases, runs.count)
        let listed = try await listed(runs, by: clusters, context)
        return Gathered(
            list: grouped.list,
            isListedByCluster: options.listsAllPairs
                ? [Bool](repeating: false, count: clusters.isListed.count) : clusters.isListed,
            phrases: (grouped.phrases + zip(runs, listed.isListed).filter { !$1 }.map(\.0))
                .sorted { ($0.starts[0], $0.length) < ($1.starts[0], $1.length) },
            widespread: grouped.phrases + runs + listed.copies,
            clusters: clusters.clusters
        )
    }

    /// Which runs a cluster lists with all their places, and what of the others is part of copies.
    private func listed(
        _ runs: [FoundPhrase],
        by clusters: PassageClusters,
        _ context: RunContext
    ) async throws -> (isListed: [Bool], copies: [FoundPhrase]) {
        let isListed = try await context.map(count: runs.count, chunkSize: Self.runChunk) { range in
            range.map { clusters.list(runs[$0]) }
        }
        let copies = try await context.map(count: runs.count, chunkSize: Self.runChunk) { range in
            runs[range].filter { !$0.isCopy }.flatMap { clusters.copies(of: $0) }
        }
        return (Array(isListed.joined()), Array(copies.joined()))
    }

    /// What documents have of templates: what passages of the shortest run or more have equal with
    /// them.
    private func templateText(_ text: TextStream, _ context: RunContext) async throws -> TextMask {
        guard let templates = options.templates else { return TextMask() }
        let folder = Folder(level: options.folding)
        let formText = try await StreamStage(folder: folder)
            .run(templates.corpus.batch, context: context)
        let stream = text.scalars.joined(with: formText.scalars)
        let isForm = (0..<stream.documentCount).map { $0 >= text.scalars.documentCount }
        var options = options
        // However little a form says, it was given to all.
        options.significance.setPhraseBits = 0
        var masks = TextMasks()
        let found = try await SharedTextSearch(
            options: options,
            rule: rule,
            pairRule: .against(isForm)
        )
        .passages(
            in: stream,
            &masks,
            common: CommonCount(units: UnitRanges.none, rule: CommonRule(sides: [], share: 1)),
            context: context
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

    /// Weighs runs in very many places.
    private func weigh(
        _ runs: [RepeatedRun],
        by classifier: WidespreadRunClassifier,
        _ context: RunContext
    ) async throws -> [FoundPhrase] {
        let options = options
        let parts = try await context.map(count: runs.count, chunkSize: Self.runChunk) { range in
            var scale = EvidenceScale(model: options.background, rules: options.significance)
            return runs[range].map { classifier.phrase($0, &scale) }
        }
        return Array(parts.joined())
    }
}

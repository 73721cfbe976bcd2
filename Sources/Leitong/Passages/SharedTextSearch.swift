@_spi(Core) import LeitongCore
import LeitongStorage

/// Finds what documents share, in their folded text.
///
/// 1. choose and group seeds (``SeedStage``), and tell what is common (``CommonText``);
/// 2. lengthen seeds in very many places until they are rare (`SeedLengthener`, `RepeatedRuns`);
/// 3. chain and align what the documents share (`PassageFinder`), part it into rows and weigh these
///    (`PassageParter`).
struct SharedTextSearch: Sendable {
    let options: ComparisonOptions
    /// How seeds are chosen.
    let rule: SeedRule
    /// Which documents are compared.
    let pairRule: PairRule

    /// Groups of seeds a chunk of the splitter.
    private static let groupChunk = 256
    /// Documents a chunk of the finder: few, for one document may share much with very many.
    private static let documentChunk = 8

    /// Finds passages; what they are found by is gone when this returns.
    ///
    /// - Parameters:
    ///   - stream: The folded text of all documents.
    ///   - masks: What is known of the text; receives what is common.
    ///   - common: What common text is counted by.
    ///   - context: How it is run.
    /// - Returns: The passages, and the runs that stand in very many places.
    /// - Throws: `CancellationError`, or what says that no scratch space is to be had.
    func passages(
        in stream: FoldedStream,
        _ masks: inout TextMasks,
        common: CommonCount,
        context: RunContext
    ) async throws -> (passages: PassageList, runs: [RepeatedRun]) {
        let index = try await SeedStage(rule: rule).run(stream, context: context)
        context.progress.count(.seeds, index.seeds.count)
        masks.common = CommonText(
            stream: stream,
            index: index,
            seedRule: rule,
            units: common.units,
            rule: common.rule
        )
        .mask()
        let repeated = try await repeatedText(in: stream, index, context)
        try context.begin(.chaining)
        let finder = PassageFinder(
            stream: stream,
            index: index,
            rule: rule,
            pairRule: pairRule,
            placeLimit: options.placeLimit,
            extraPairs: repeated.pairs
        )
        let parter = PassageParter(
            stream: stream,
            index: index,
            seedRule: rule,
            windows: repeated.windows,
            masks: masks,
            units: common.units.ranges,
            model: options.background,
            rules: options.significance
        )
        return (try await find(finder, parter, stream, context), repeated.runs)
    }

    /// What stands in very many places.
    private struct RepeatedText {
        var runs: [RepeatedRun]
        var windows: RepeatedWindows
        /// Pairs of seeds that are compared all the same, rising.
        var pairs: [TextPair]
    }

    private func repeatedText(
        in stream: FoldedStream,
        _ index: SeedIndex,
        _ context: RunContext
    ) async throws -> RepeatedText {
        var split = try await split(stream, index, context)
        var pairs: [TextPair] = []
        for part in split.indices {
            pairs.append(contentsOf: split[part].pairs)
            split[part].pairs = []
        }
        try Task.checkCancellation()
        var windows = RepeatedWindows.noting(split, scalarCount: stream.scalars.count, rule: rule)
        try Task.checkCancellation()
        let repeated = RepeatedRuns.joining(split, stream: stream, rule: rule)
        split = []
        try Task.checkCancellation()
        let spanning = SpanningRuns.finding(
            repeated,
            windows: windows,
            stream: stream,
            index: index,
            rule: rule,
            pairRule: pairRule,
            placeLimit: options.placeLimit
        )
        windows.except(spanning)
        pairs.append(contentsOf: spanning.pairs)
        TextPair.sortUnique(&pairs)
        return RepeatedText(
            runs: repeated.adding(spanning.runs),
            windows: windows,
            pairs: pairs
        )
    }

    private func split(
        _ stream: FoldedStream,
        _ index: SeedIndex,
        _ context: RunContext
    ) async throws -> [SeedLengthener.Result] {
        let splitter = SeedLengthener(
            stream: stream,
            index: index,
            rule: rule,
            pairRule: pairRule,
            placeLimit: options.placeLimit
        )
        let frequent = (0..<index.groupCount)
            .filter { index.size(ofGroup: $0) > options.placeLimit }
        return try await context.map(count: frequent.count, chunkSize: Self.groupChunk) { range in
            var splitter = splitter
            var result = SeedLengthener.Result()
            for group in frequent[range] { splitter.split(group: group, into: &result) }
            return result
        }
    }

    /// Finds passages, parts them into rows, and weighs these.
    private func find(
        _ finder: PassageFinder,
        _ parter: PassageParter,
        _ stream: FoldedStream,
        _ context: RunContext
    ) async throws -> PassageList {
        var writer = PassageList.Writer(budget: context.memory)
        let chunks = RunContext.chunks(of: stream.documentCount, limit: Self.documentChunk) { _ in
            1
        }
        try await context.forEach(chunks) { range in
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
}

/// What common text is counted by.
struct CommonCount {
    var units: UnitRanges
    var rule: CommonRule
}

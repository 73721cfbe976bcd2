@_spi(Core) import LeitongCore
import LeitongStorage

/// Chooses and groups the seeds of all documents.
///
/// What is made in the order of the documents is needed in the order of the keys, and then in that
/// of the documents again. Both times the elements are sorted into buckets part by part, written in
/// the order of the parts, and read bucket by bucket: no more than some parts or buckets are in
/// memory besides the flat arrays, which may lie in scratch files.
struct SeedStage: Sendable {
    let rule: SeedRule

    /// Scalars a chunk: so few that some chunks are a small part of the least memory limit, so many
    /// that a chunk's share of a bucket is worth a read.
    private static let chunkLength = 1 << 20

    func run(_ stream: FoldedStream, context: RunContext) async throws -> SeedIndex {
        let seeds = try await collect(stream, context)
        let grouping = try await group(seeds, context)
        var groupOfSeed = FlatArrayWriter<UInt32>(budget: context.memory)
        try await context.forEach(Self.single(grouping.rangeCount)) { range in
            grouping.groups(ofRange: range.lowerBound)
        } consume: { groups in
            try groupOfSeed.append(groups.span)
        }
        return SeedIndex(seeds: seeds, grouping: grouping, groupOfSeed: try groupOfSeed.finish())
    }

    private func collect(_ stream: FoldedStream, _ context: RunContext) async throws
        -> SeedCollection
    {
        var collector = SeedCollector(documentCount: stream.documentCount, budget: context.memory)
        let chunks = RunContext.chunks(of: stream.documentCount, limit: Self.chunkLength) {
            stream.range(ofDocument: $0).count
        }
        try await context.forEach(chunks) { range in
            let batch = winnow(range, of: stream)
            return (batch, SeedPartition(batch))
        } consume: { batch, partition in
            try collector.append(batch, partition)
        }
        return try collector.finish()
    }

    private func group(_ seeds: SeedCollection, _ context: RunContext) async throws -> SeedGrouping
    {
        var collector = SeedGroupCollector(seeds, budget: context.memory)
        try await context.forEach(Self.single(SeedPartition.bucketCount)) {
            SeedGroups.grouping(bucket: $0.lowerBound, of: seeds)
        } consume: { groups in
            try collector.append(groups)
        }
        return try collector.finish()
    }

    private func winnow(_ range: Range<Int>, of stream: FoldedStream) -> SeedBatch {
        var winnower = Winnower(rule: rule)
        var batch = SeedBatch()
        for document in range {
            let place = stream.range(ofDocument: document)
            winnower.winnow(
                stream.scalars.span.extracting(place),
                base: place.lowerBound,
                document: UInt32(document),
                into: &batch
            )
        }
        return batch
    }

    /// Chunks of one.
    private static func single(_ count: Int) -> [Range<Int>] {
        (0..<count).map { $0..<$0 + 1 }
    }
}

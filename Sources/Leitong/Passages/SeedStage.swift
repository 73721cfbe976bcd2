import LeitongCore

/// Chooses and groups the seeds of all documents.
struct SeedStage: Sendable {
    let rule: SeedRule

    /// Documents a chunk.
    private static let chunkSize = 64

    func run(_ stream: FoldedStream, threads: Int) async -> SeedIndex {
        let batches = await ParallelRanges.map(
            count: stream.documentCount,
            chunkSize: Self.chunkSize,
            threads: threads
        ) { range in
            winnow(range, of: stream)
        }
        var firstOrdinals: [Int] = []
        var count = 0
        for batch in batches {
            firstOrdinals.append(count)
            count += batch.seeds.count
        }
        let firsts = firstOrdinals
        let partitions = await ParallelRanges.map(
            count: batches.count,
            chunkSize: 1,
            threads: threads
        ) { range in
            SeedPartition(batches[range.lowerBound], firstOrdinal: firsts[range.lowerBound])
        }
        let buckets = await ParallelRanges.map(
            count: SeedPartition.bucketCount,
            chunkSize: 1,
            threads: threads
        ) { range in
            SeedGroups(bucket: range.lowerBound, of: partitions)
        }
        return SeedIndex(
            seeds: Array(batches.map(\.seeds).joined()),
            documentCount: stream.documentCount,
            buckets: buckets
        )
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
}

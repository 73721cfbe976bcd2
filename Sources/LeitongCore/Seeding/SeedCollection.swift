import LeitongAlgorithms
package import LeitongStorage

/// All seeds of a collection, and their keys by bucket.
package struct SeedCollection: Sendable {
    /// The seeds in order of position; a seed's number is its place here.
    let seeds: FlatArray<Seed>
    /// Number of the first seed of each document, and of one document more.
    let firstSeedOfDocument: [Int]
    private let entries: BucketStore<HashedNumber>
    /// Number of the first seed of each batch.
    private let firstSeedOfBatch: [Int]

    fileprivate init(
        _ seeds: FlatArray<Seed>,
        _ entries: BucketStore<HashedNumber>,
        firstSeedOfDocument: [Int],
        firstSeedOfBatch: [Int]
    ) {
        self.seeds = seeds
        self.entries = entries
        self.firstSeedOfDocument = firstSeedOfDocument
        self.firstSeedOfBatch = firstSeedOfBatch
    }

    /// The keys of a bucket with the numbers of their seeds, which rise.
    func entries(ofBucket bucket: Int) -> [HashedNumber] {
        var result: [HashedNumber] = []
        result.reserveCapacity(entries.count(ofBucket: bucket))
        entries.forEachPart(ofBucket: bucket) { batch, part in
            let first = UInt32(truncatingIfNeeded: firstSeedOfBatch[batch])
            for index in part.indices {
                result.append(
                    HashedNumber(hash: part[index].hash, number: first + part[index].number)
                )
            }
        }
        return result
    }

    /// The document of a seed.
    ///
    /// - Complexity: Logarithmic in the documents: faster than a look at a seed that lies far off.
    func document(ofSeed seed: Int) -> Int {
        // The last that begins at the seed or before: those without seeds begin where the next one does.
        firstSeedOfDocument.indices.partitioningIndex { firstSeedOfDocument[$0] > seed } - 1
    }
}

/// Gathers the seeds of batches, in order.
package struct SeedCollector: ~Copyable {
    private var seeds: FlatArrayWriter<Seed>
    private var entries: BucketStoreWriter<HashedNumber>
    private var counts: [Int]
    private var firstSeedOfBatch: [Int] = []

    /// Creates a collector.
    ///
    /// - Parameters:
    ///   - documentCount: Documents of the collection.
    ///   - budget: Memory that the seeds may take.
    package init(documentCount: Int, budget: MemoryBudget) {
        seeds = FlatArrayWriter(budget: budget)
        entries = BucketStoreWriter(bucketCount: SeedPartition.bucketCount, budget: budget)
        counts = [Int](repeating: 0, count: documentCount + 1)
    }

    /// Adds the seeds of the documents that follow.
    ///
    /// - Parameters:
    ///   - batch: The seeds.
    ///   - partition: The same by their keys.
    /// - Throws: ``StorageError`` where there is no room for them.
    package mutating func append(
        _ batch: SeedBatch,
        _ partition: SeedPartition
    ) throws(StorageError) {
        firstSeedOfBatch.append(seeds.count)
        let list = batch.seeds.span
        for index in list.indices { counts[Int(list[index].document) + 1] += 1 }
        try seeds.append(list)
        try entries.append(partition.part)
    }

    /// Ends gathering.
    ///
    /// - Throws: ``StorageError`` where there is no room for them.
    package consuming func finish() throws(StorageError) -> SeedCollection {
        GroupStarts.addUp(&counts)
        return SeedCollection(
            try seeds.finish(),
            try entries.finish(),
            firstSeedOfDocument: counts,
            firstSeedOfBatch: firstSeedOfBatch
        )
    }
}

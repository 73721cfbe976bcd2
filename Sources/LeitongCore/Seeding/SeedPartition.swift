/// The seeds of a batch sorted into buckets by their keys, so that buckets can be grouped apart.
package struct SeedPartition: Sendable {
    /// Buckets; the lowest bits of a key choose one.
    package static let bucketCount = 256

    /// Keys and numbers of the seeds in the batch.
    let part: BucketPart<HashedNumber>

    /// Sorts a batch.
    ///
    /// - Parameter batch: Seeds in rising order of position.
    /// - Complexity: Linear.
    package init(_ batch: SeedBatch) {
        let keys = batch.keys.span
        part = BucketPart(
            count: keys.count,
            bucketCount: Self.bucketCount,
            filler: HashedNumber(hash: 0, number: 0),
            bucket: { Int(truncatingIfNeeded: keys[$0]) & (Self.bucketCount - 1) },
            element: { HashedNumber(hash: keys[$0], number: UInt32(truncatingIfNeeded: $0)) }
        )
    }
}

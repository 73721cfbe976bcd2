/// The seeds of a batch sorted into buckets by their keys, so that buckets can be grouped apart.
public struct SeedPartition: Sendable {
    /// Buckets; the lowest bits of a key choose one.
    public static let bucketCount = 256

    /// Keys and numbers of the seeds in the batch.
    let part: BucketPart<BandEntry>

    /// Sorts a batch.
    ///
    /// - Parameter batch: Seeds in rising order of position.
    /// - Complexity: Linear.
    public init(_ batch: SeedBatch) {
        let keys = batch.keys.span
        part = BucketPart(
            count: keys.count,
            bucketCount: Self.bucketCount,
            filler: BandEntry(key: 0, text: 0),
            bucket: { Int(truncatingIfNeeded: keys[$0]) & (Self.bucketCount - 1) },
            element: { BandEntry(key: keys[$0], text: UInt32(truncatingIfNeeded: $0)) }
        )
    }
}

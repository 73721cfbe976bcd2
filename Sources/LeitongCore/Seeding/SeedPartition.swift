/// The seeds of a batch sorted into buckets by their keys, so that buckets can be grouped apart.
public struct SeedPartition: Sendable {
    /// Buckets; the lowest bits of a key choose one.
    public static let bucketCount = 256

    private var entries: [BandEntry]
    private var starts: [Int]

    /// Sorts a batch.
    ///
    /// - Parameters:
    ///   - batch: Seeds in rising order of position.
    ///   - firstOrdinal: Number of the batch's first seed among all seeds.
    /// - Complexity: Linear.
    public init(_ batch: SeedBatch, firstOrdinal: Int) {
        let keys = batch.keys.span
        starts = [Int](repeating: 0, count: Self.bucketCount + 1)
        for index in 0..<keys.count { starts[Self.bucket(of: keys[index]) + 1] += 1 }
        for bucket in 0..<Self.bucketCount { starts[bucket + 1] += starts[bucket] }
        entries = [BandEntry](repeating: BandEntry(key: 0, text: 0), count: keys.count)
        var next = starts
        for index in 0..<keys.count {
            let bucket = Self.bucket(of: keys[index])
            entries[next[bucket]] = BandEntry(
                key: keys[index],
                text: UInt32(truncatingIfNeeded: firstOrdinal + index)
            )
            next[bucket] += 1
        }
    }

    /// Adds the seeds of a bucket to a list.
    func append(bucket: Int, to list: inout [BandEntry]) {
        list.append(contentsOf: entries[starts[bucket]..<starts[bucket + 1]])
    }

    private static func bucket(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: key) & (bucketCount - 1)
    }
}

/// The seeds of one bucket that stand in more than one place, grouped by key.
public struct SeedGroups: Sendable {
    /// Numbers of the seeds, group after group, rising in each.
    var members: [UInt32] = []
    /// Where each group begins in `members`.
    var starts: [UInt32] = []

    /// Groups a bucket.
    ///
    /// - Parameters:
    ///   - bucket: Number of the bucket.
    ///   - partitions: All batches, in document order.
    /// - Complexity: Linear in the seeds of the bucket.
    public init(bucket: Int, of partitions: [SeedPartition]) {
        var entries: [BandEntry] = []
        for partition in partitions { partition.append(bucket: bucket, to: &entries) }
        var sorter = BandSorter()
        sorter.sort(&entries)
        let sorted = entries.span
        var start = 0
        while start < sorted.count {
            var end = start + 1
            while end < sorted.count, sorted[end].key == sorted[start].key { end += 1 }
            if end - start > 1 {
                starts.append(UInt32(truncatingIfNeeded: members.count))
                for index in start..<end { members.append(sorted[index].text) }
            }
            start = end
        }
    }
}

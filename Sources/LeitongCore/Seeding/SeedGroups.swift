import LeitongAlgorithms
package import LeitongStorage

/// A seed and the group it is in.
struct GroupedSeed: BitwiseCopyable, Sendable {
    var seed: UInt32
    /// Number of the group in its bucket.
    var group: UInt32
}

/// The seeds of one bucket that stand in more than one place, grouped by key.
package struct SeedGroups: Sendable {
    /// Numbers of the seeds, group after group, rising in each.
    let members: [UInt32]
    /// Where each group begins in `members`.
    let starts: [UInt32]
    /// Documents that hold each group.
    let documentCounts: [UInt32]
    /// The members with their groups, by ranges of seeds.
    let bySeed: BucketPart<GroupedSeed>

    /// Groups a bucket.
    ///
    /// - Parameters:
    ///   - bucket: Number of the bucket.
    ///   - seeds: All seeds.
    /// - Returns: The groups.
    /// - Complexity: Linear in the seeds of the bucket, logarithmic in the documents.
    package static func grouping(bucket: Int, of seeds: SeedCollection) -> SeedGroups {
        var entries = seeds.entries(ofBucket: bucket)
        var sorter = HashSorter()
        sorter.sort(&entries)
        let sorted = entries.span
        var members: [UInt32] = []
        var starts: [UInt32] = []
        var documentCounts: [UInt32] = []
        var groupOfMember: [UInt32] = []
        // Every seed goes through here: what a closure changes would be kept behind a reference.
        var start = 0
        while start < sorted.count {
            let end = (start..<sorted.count).endOfFirstRun { sorted[$0].hash }
            let run = start..<end
            start = end
            guard run.count > 1 else { continue }
            let group = UInt32(truncatingIfNeeded: starts.count)
            starts.append(UInt32(truncatingIfNeeded: members.count))
            var documentCount: UInt32 = 0
            var last = -1
            for index in run {
                members.append(sorted[index].number)
                groupOfMember.append(group)
                let document = seeds.document(ofSeed: Int(sorted[index].number))
                if document != last { documentCount += 1 }
                last = document
            }
            documentCounts.append(documentCount)
        }
        return SeedGroups(
            members: members,
            starts: starts,
            documentCounts: documentCounts,
            bySeed: Self.sorted(members, groupOfMember, seedCount: seeds.seeds.count)
        )
    }

    /// Sorts members by ranges of seeds.
    private static func sorted(
        _ members: [UInt32],
        _ groups: [UInt32],
        seedCount: Int
    ) -> BucketPart<GroupedSeed> {
        let (members, groups) = (members.span, groups.span)
        return BucketPart(
            count: members.count,
            bucketCount: SeedGrouping.rangeCount(ofSeeds: seedCount),
            filler: GroupedSeed(seed: 0, group: 0),
            bucket: { Int(members[$0]) / SeedGrouping.rangeLength },
            element: { GroupedSeed(seed: members[$0], group: groups[$0]) }
        )
    }
}

/// The groups of all buckets.
package struct SeedGrouping: Sendable {
    let members: FlatArray<UInt32>
    let groupStarts: FlatArray<UInt32>
    let documentCounts: FlatArray<UInt32>
    private let bySeed: BucketStore<GroupedSeed>
    /// Number of the first group of each bucket.
    private let firstGroupOfBucket: [UInt32]
    private let seedCount: Int

    /// Seeds whose groups are noted together: so few that the list lies in a cache.
    static let rangeLength = 1 << 18

    static func rangeCount(ofSeeds count: Int) -> Int { (count + rangeLength - 1) / rangeLength }

    fileprivate init(
        members: FlatArray<UInt32>,
        groupStarts: FlatArray<UInt32>,
        documentCounts: FlatArray<UInt32>,
        bySeed: BucketStore<GroupedSeed>,
        firstGroupOfBucket: [UInt32],
        seedCount: Int
    ) {
        self.members = members
        self.groupStarts = groupStarts
        self.documentCounts = documentCounts
        self.bySeed = bySeed
        self.firstGroupOfBucket = firstGroupOfBucket
        self.seedCount = seedCount
    }

    /// How many ranges of seeds there are.
    package var rangeCount: Int { Self.rangeCount(ofSeeds: seedCount) }

    /// The group of each seed of a range, or ``SeedIndex/noGroup``.
    ///
    /// - Parameter range: Number of the range.
    /// - Returns: A group for each seed.
    /// - Complexity: Linear in the seeds of the range.
    package func groups(ofRange range: Int) -> [UInt32] {
        let first = range * Self.rangeLength
        let count = Swift.min(Self.rangeLength, seedCount - first)
        var groups = [UInt32](repeating: SeedIndex.noGroup, count: count)
        bySeed.forEachPart(ofBucket: range) { bucket, part in
            let base = firstGroupOfBucket[bucket]
            for index in part.indices {
                groups[Int(part[index].seed) - first] = base + part[index].group
            }
        }
        return groups
    }
}

/// Gathers the groups of buckets, in order.
package struct SeedGroupCollector: ~Copyable {
    private var members: FlatArrayWriter<UInt32>
    private var groupStarts: FlatArrayWriter<UInt32>
    private var documentCounts: FlatArrayWriter<UInt32>
    private var bySeed: BucketStoreWriter<GroupedSeed>
    private var firstGroupOfBucket: [UInt32] = []
    private let seedCount: Int

    /// Creates a collector.
    ///
    /// - Parameters:
    ///   - seeds: All seeds.
    ///   - budget: Memory that the groups may take.
    package init(_ seeds: SeedCollection, budget: MemoryBudget) {
        seedCount = seeds.seeds.count
        members = FlatArrayWriter(budget: budget)
        groupStarts = FlatArrayWriter(budget: budget)
        documentCounts = FlatArrayWriter(budget: budget)
        bySeed = BucketStoreWriter(
            bucketCount: SeedGrouping.rangeCount(ofSeeds: seedCount),
            budget: budget
        )
    }

    /// Adds the groups of the bucket that follows.
    ///
    /// - Throws: ``StorageError`` where there is no room for them.
    package mutating func append(_ groups: SeedGroups) throws(StorageError) {
        firstGroupOfBucket.append(UInt32(truncatingIfNeeded: documentCounts.count))
        let base = UInt32(truncatingIfNeeded: members.count)
        let starts = groups.starts.map { base + $0 }
        try members.append(groups.members.span)
        try groupStarts.append(starts.span)
        try documentCounts.append(groups.documentCounts.span)
        try bySeed.append(groups.bySeed)
    }

    /// Ends gathering.
    ///
    /// - Throws: ``StorageError`` where there is no room for them.
    package consuming func finish() throws(StorageError) -> SeedGrouping {
        try groupStarts.append(UInt32(truncatingIfNeeded: members.count))
        return SeedGrouping(
            members: try members.finish(),
            groupStarts: try groupStarts.finish(),
            documentCounts: try documentCounts.finish(),
            bySeed: try bySeed.finish(),
            firstGroupOfBucket: firstGroupOfBucket,
            seedCount: seedCount
        )
    }
}

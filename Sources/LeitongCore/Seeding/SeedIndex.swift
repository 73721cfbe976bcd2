import LeitongAlgorithms
public import LeitongStorage

/// All seeds of a collection, grouped by what they hold.
///
/// Flat arrays: about 20 bytes a seed, which is about 5 bytes a character at the standard density.
@_spi(Core) public struct SeedIndex: Sendable {
    /// The seeds in order of position; a seed's number is its place here.
    public let seeds: FlatArray<Seed>
    /// Number of the first seed of each document, and of one document more.
    public let firstSeedOfDocument: [Int]
    /// Group of each seed, or ``noGroup`` for one that stands in one place only.
    let groupOfSeed: FlatArray<UInt32>
    /// Numbers of the seeds of each group, rising.
    let members: FlatArray<UInt32>
    /// Where each group begins in `members`, and one entry more.
    let groupStarts: FlatArray<UInt32>
    /// Documents that hold each group.
    let documentCounts: FlatArray<UInt32>

    static let noGroup = UInt32.max

    /// Joins what was made apart.
    ///
    /// - Parameters:
    ///   - seeds: All seeds.
    ///   - grouping: Their groups.
    ///   - groupOfSeed: The groups of all ranges of seeds, in order.
    package init(seeds: SeedCollection, grouping: SeedGrouping, groupOfSeed: FlatArray<UInt32>) {
        self.seeds = seeds.seeds
        self.groupOfSeed = groupOfSeed
        members = grouping.members
        groupStarts = grouping.groupStarts
        documentCounts = grouping.documentCounts
        firstSeedOfDocument = seeds.firstSeedOfDocument
    }

    /// Indexes seeds, one step after the other.
    ///
    /// - Parameters:
    ///   - batches: The seeds, in order.
    ///   - documentCount: Documents of the collection.
    ///   - budget: Memory that the index may take.
    /// - Returns: The index.
    /// - Throws: ``StorageError`` where there is no room for it.
    /// - Complexity: Linear in the seeds.
    public static func indexing(
        _ batches: [SeedBatch],
        documentCount: Int,
        budget: MemoryBudget
    ) throws(StorageError) -> SeedIndex {
        var collector = SeedCollector(documentCount: documentCount, budget: budget)
        for batch in batches { try collector.append(batch, SeedPartition(batch)) }
        let seeds = try collector.finish()
        var groups = SeedGroupCollector(seeds, budget: budget)
        for bucket in 0..<SeedPartition.bucketCount {
            try groups.append(SeedGroups.grouping(bucket: bucket, of: seeds))
        }
        let grouping = try groups.finish()
        var groupOfSeed = FlatArrayWriter<UInt32>(budget: budget)
        for range in 0..<grouping.rangeCount {
            try groupOfSeed.append(grouping.groups(ofRange: range).span)
        }
        return SeedIndex(seeds: seeds, grouping: grouping, groupOfSeed: try groupOfSeed.finish())
    }

    /// Number of groups.
    public var groupCount: Int { documentCounts.count }

    /// How many places a group has.
    public func size(ofGroup group: Int) -> Int {
        Int(groupStarts[group + 1] - groupStarts[group])
    }

    /// Where the seeds of a group stand in the stream, rising.
    ///
    /// - Complexity: Linear in them.
    public func positions(ofGroup group: Int) -> [Int] {
        (Int(groupStarts[group])..<Int(groupStarts[group + 1]))
            .map { Int(seeds[Int(members[$0])].position) }
    }

    /// Numbers of the seeds of a document.
    public func seeds(ofDocument document: Int) -> Range<Int> {
        firstSeedOfDocument[document]..<firstSeedOfDocument[document + 1]
    }

    /// Group of a seed; the highest number for a seed that stands in one place only.
    public func group(ofSeed seed: Int) -> UInt32 {
        groupOfSeed[seed]
    }

    /// In how many documents a seed stands.
    public func documentCount(ofSeed seed: Int) -> Int {
        let group = groupOfSeed[seed]
        return group == Self.noGroup ? 1 : Int(documentCounts[Int(group)])
    }

    /// Number of the first seed at or after a position.
    ///
    /// - Complexity: Logarithmic in the number of seeds.
    func firstSeed(from position: Int) -> Int {
        firstSeed(from: position, in: 0..<seeds.count)
    }

    /// Number of the first seed of some at or after a position; the end of these if there is none.
    ///
    /// - Complexity: Logarithmic in their number.
    func firstSeed(from position: Int, in numbers: Range<Int>) -> Int {
        let seeds = seeds.span
        return numbers.partitioningIndex { Int(seeds[$0].position) >= position }
    }

    /// The seed that a window chose.
    ///
    /// - Parameters:
    ///   - position: Start of the window in the stream.
    ///   - reach: Starts of seeds in the window.
    /// - Returns: `nil` if the window chose none.
    /// - Complexity: Logarithmic in the number of seeds, linear in those in the window.
    func seed(ofWindow position: Int, reach: Int) -> Int? {
        var last: Int?
        var seed = firstSeed(from: position)
        while seed < seeds.count, Int(seeds[seed].position) < position + reach {
            if seeds[seed].windowStarts.contains(position) { last = seed }
            seed += 1
        }
        return last
    }

    /// Whether a window between the first and the last that chose a seed chose it too.
    ///
    /// A window of letters looks further than one with wide characters that follows, so that some
    /// between may have chosen others. Of the seeds that may be a window's own, the last one is. For
    /// let `t` be its own and `s` another, which a window before and one behind chose. If `t` stands
    /// before `s`, the window before sees both; if it stands behind `s`, the window sees both, and `t`
    /// is the last.
    ///
    /// - Complexity: Linear in the seeds of the window.
    func isSeed(_ seed: Int, ofWindow position: Int, reach: Int) -> Bool {
        guard Int(seeds[seed].position) < position + reach else { return false }
        var later = seed + 1
        while later < seeds.count, Int(seeds[later].position) < position + reach {
            if seeds[later].windowStarts.contains(position) { return false }
            later += 1
        }
        return true
    }
}

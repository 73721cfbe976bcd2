/// All seeds of a collection, grouped by what they hold.
///
/// Flat arrays: about 20 bytes a seed, which is about 5 bytes a character at the standard density.
public struct SeedIndex: Sendable {
    /// The seeds in order of position; a seed's number is its place here.
    public let seeds: [Seed]
    /// Number of the first seed of each document, and of one document more.
    public let firstSeedOfDocument: [Int]
    /// Group of each seed, or ``noGroup`` for one that stands in one place only.
    let groupOfSeed: [UInt32]
    /// Numbers of the seeds of each group, rising.
    let members: [UInt32]
    /// Where each group begins in `members`, and one entry more.
    let groupStarts: [UInt32]
    /// Documents that hold each group.
    let documentCounts: [UInt32]

    static let noGroup = UInt32.max

    /// Joins what was sorted apart.
    ///
    /// - Parameters:
    ///   - seeds: All seeds, in order of position.
    ///   - documentCount: Documents of the collection.
    ///   - buckets: The groups of each bucket, in order.
    /// - Complexity: Linear.
    public init(seeds: [Seed], documentCount: Int, buckets: [SeedGroups]) {
        var groupOfSeed = [UInt32](repeating: Self.noGroup, count: seeds.count)
        var members: [UInt32] = []
        members.reserveCapacity(buckets.reduce(0) { $0 + $1.members.count })
        var groupStarts: [UInt32] = []
        groupStarts.reserveCapacity(buckets.reduce(1) { $0 + $1.starts.count })
        for bucket in buckets {
            let base = UInt32(truncatingIfNeeded: members.count)
            for start in bucket.starts { groupStarts.append(base + start) }
            members.append(contentsOf: bucket.members)
        }
        groupStarts.append(UInt32(truncatingIfNeeded: members.count))
        var documentCounts = [UInt32](repeating: 0, count: groupStarts.count - 1)
        for group in documentCounts.indices {
            var last = UInt32.max
            for slot in Int(groupStarts[group])..<Int(groupStarts[group + 1]) {
                let seed = Int(members[slot])
                groupOfSeed[seed] = UInt32(truncatingIfNeeded: group)
                if seeds[seed].document != last { documentCounts[group] += 1 }
                last = seeds[seed].document
            }
        }
        self.seeds = seeds
        self.groupOfSeed = groupOfSeed
        self.members = members
        self.groupStarts = groupStarts
        self.documentCounts = documentCounts
        firstSeedOfDocument = Self.firstSeeds(seeds, documentCount)
    }

    /// Number of groups.
    public var groupCount: Int { documentCounts.count }

    /// How many places a group has.
    public func size(ofGroup group: Int) -> Int {
        Int(groupStarts[group + 1] - groupStarts[group])
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
        var low = 0
        var high = seeds.count
        while low < high {
            let middle = (low + high) / 2
            if Int(seeds[middle].position) < position { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func firstSeeds(_ seeds: [Seed], _ documentCount: Int) -> [Int] {
        var firsts = [Int](repeating: 0, count: documentCount + 1)
        for seed in seeds { firsts[Int(seed.document) + 1] += 1 }
        for document in 0..<documentCount { firsts[document + 1] += firsts[document] }
        return firsts
    }
}

import LeitongAlgorithms

/// The shingle sets of texts that have most of their shingles in common, held so that the overlap of
/// two of them takes a few machine words instead of a pass over both.
///
/// Shingles that many members hold have a bit each in a bit map a member; those that few hold have a
/// list of their holders; one that a single member holds is in no overlap and is only counted.
/// So overlaps are exact: what two bit maps have in common, and the lists that name both.
///
/// A shingle with c holders costs c² steps in lists and n² / 64 words in bit maps, so that a share
/// of a sixteenth decides (a step into a list waits for memory, a word does not); and bit maps are
/// kept only where lists would cost more than they do.
///
/// The idea of one bit a common element is that of the bit-parallel set joins; see E. Sandes,
/// G. Teodoro, A. Melo, Bitmap filter: speeding up exact set similarity joins with bitwise
/// operations, 2020. There bit maps are hashed and bound the overlap, here they are part of it.
package struct ShingleFamily: Sendable {
    /// Different shingles of each member.
    package private(set) var sizes: [UInt32] = []
    /// Words of a bit map; 0 where there are none.
    package private(set) var wordCount = 0
    /// The bit maps, one member's behind the other's.
    private(set) var bits: [UInt64] = []
    /// Where the lists of each member begin in ``listsOfMember``, and where the last end.
    private(set) var listStarts: [Int] = [0]
    /// The numbers of the shingles of each member that have lists.
    private(set) var listsOfMember: [UInt32] = []
    /// Members that hold each shingle that has a list, rising.
    private(set) var holders = GroupedElements<UInt32>()
    /// What comparing each member with all others costs, in words and steps of lists.
    package private(set) var comparisonCost = 0

    /// A holder in so many and more is worth a bit.
    private static let bitShare = 16

    /// Number of members.
    package var count: Int { sizes.count }

    /// Counts the shingles of members and then takes them in: each member is read twice, in order.
    package struct Builder: Sendable {
        private var table = ShingleTable()
        private var family = ShingleFamily()

        /// Creates a builder of an empty family.
        package init() {}

        /// Counts the shingles of the next member.
        ///
        /// - Parameter shingles: Its hashes, repeats allowed.
        /// - Complexity: Linear.
        package mutating func count(_ shingles: borrowing ShingleHashes) {
            let member = UInt32(family.sizes.count)
            family.sizes.append(UInt32(shingles.withHashes { table.count($0, of: member) }))
        }

        /// Chooses which shingles have bits, after all members were counted.
        package mutating func choose() {
            family.choose(&table)
        }

        /// Takes in the shingles of the next member; all are taken in the order they were counted.
        ///
        /// - Parameter shingles: The hashes that were counted.
        /// - Complexity: Linear.
        package mutating func add(_ shingles: borrowing ShingleHashes) {
            shingles.withHashes { family.add($0, &table) }
        }

        /// Ends the family.
        ///
        /// - Complexity: Linear.
        package consuming func finish() -> ShingleFamily {
            precondition(family.listStarts.count == family.count + 1, "a member was not added")
            family.listHolders(listCount: table.listCount)
            return family
        }
    }

    private mutating func choose(_ table: inout ShingleTable) {
        let least = Swift.max(2, count / Self.bitShare)
        let frequent = table.holderCounts(atLeast: least)
        let words = (frequent.count + 63) / 64
        let ofLists = frequent.reduce(0) { $0 + $1 * $1 }
        if ofLists > count * count * (words + 1) { wordCount = words }
        table.number(bitsFrom: wordCount == 0 ? .max : least)
        bits = [UInt64](repeating: 0, count: wordCount * count)
        comparisonCost = wordCount == 0 ? 0 : count * count / 2 * (wordCount + 1)
    }

    private mutating func add(_ hashes: Span<UInt64>, _ table: inout ShingleTable) {
        let member = listStarts.count - 1
        let base = wordCount * member
        for index in 0..<hashes.count {
            switch table.place(of: hashes[index], in: UInt32(member)) {
            case .bit(let bit): bits[base + bit / 64] |= 1 << UInt64(bit % 64)
            case .list(let list): listsOfMember.append(list)
            case .nowhere: break
            }
        }
        listStarts.append(listsOfMember.count)
    }

    private mutating func listHolders(listCount: Int) {
        holders = GroupedElements(groupCount: listCount, filler: 0) { add in
            for member in 0..<count {
                for index in listStarts[member]..<listStarts[member + 1] {
                    add(Int(listsOfMember[index]), UInt32(member))
                }
            }
        }
        for list in 0..<listCount {
            let length = holders.range(ofGroup: list).count
            comparisonCost += length * length / 2
        }
    }
}

/// Sorts hashed numbers so that equal hashes stand together.
package struct HashSorter: Sendable {
    private var sorter = PrefixSorter<HashedNumber>()

    /// Creates a sorter; it keeps its buffers from sort to sort.
    package init() {}

    /// Sorts by hash, then by number, provided the numbers rise in the input.
    ///
    /// - Parameter entries: Entries in rising order of `number`.
    /// - Complexity: Linear in the number of entries for hashes that are spread evenly.
    package mutating func sort(_ entries: inout [HashedNumber]) {
        sorter.sort(&entries)
    }
}

extension HashedNumber: PrefixSortable {
    var prefix: UInt64 { hash }
    static var filler: HashedNumber { HashedNumber(hash: 0, number: 0) }

    /// By hash, then by number.
    package static func < (left: HashedNumber, right: HashedNumber) -> Bool {
        (left.hash, left.number) < (right.hash, right.number)
    }
}

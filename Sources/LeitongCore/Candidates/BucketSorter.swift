/// Sorts the entries of a band so that equal keys stand together.
public struct BucketSorter: Sendable {
    private var sorter = PrefixSorter<BucketEntry>()

    /// Creates a sorter; it keeps its buffers from band to band.
    public init() {}

    /// Sorts by key, then by text.
    ///
    /// - Parameter entries: Entries; in rising order of `text` they sort fastest.
    /// - Complexity: Linear in the number of entries for keys that are hashes.
    public mutating func sort(_ entries: inout [BucketEntry]) {
        sorter.sort(&entries)
    }
}

extension BucketEntry: PrefixSortable {
    var prefix: UInt64 { packed }
    static var filler: BucketEntry { BucketEntry(key: 0, text: 0) }
}

/// Sorts the entries of a band so that equal keys stand together.
@_spi(Core) public struct BandSorter: Sendable {
    private var sorter = PrefixSorter<BandEntry>()

    /// Creates a sorter; it keeps its buffers from band to band.
    public init() {}

    /// Sorts by key, then by text.
    ///
    /// - Parameter entries: Entries; in rising order of `text` they sort fastest.
    /// - Complexity: Linear in the number of entries for keys that are hashes.
    public mutating func sort(_ entries: inout [BandEntry]) {
        sorter.sort(&entries)
    }
}

extension BandEntry: PrefixSortable {
    var prefix: UInt64 { packed }
    static var filler: BandEntry { BandEntry(key: 0, text: 0) }
}

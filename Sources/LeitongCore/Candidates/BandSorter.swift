/// Sorts entries so that equal 64-bit keys stand together.
public struct BandSorter: Sendable {
    private var sorter = PrefixSorter<BandEntry>()

    /// Creates a sorter; it keeps its buffers from band to band.
    public init() {}

    /// Sorts by key, then by text, provided the texts rise in the input.
    ///
    /// - Parameter entries: Entries in rising order of `text`.
    /// - Complexity: Linear in the number of entries for keys that are hashes.
    public mutating func sort(_ entries: inout [BandEntry]) {
        sorter.sort(&entries)
    }
}

extension BandEntry: PrefixSortable {
    var prefix: UInt64 { key }
    static var filler: BandEntry { BandEntry(key: 0, text: 0) }

    /// By key, then by text.
    public static func < (left: BandEntry, right: BandEntry) -> Bool {
        (left.key, left.text) < (right.key, right.text)
    }
}

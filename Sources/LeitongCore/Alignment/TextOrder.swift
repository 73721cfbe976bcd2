/// Which of two texts an alignment takes first, so that it is the same from either side.
///
/// Of several alignments that are equally good, which one is found depends on the order of the texts.
enum TextOrder {
    /// Whether the second text comes first: the shorter one does; of equally long ones, the one with
    /// the lower scalar where they differ.
    static func isSwapped(_ a: Span<UInt32>, _ b: Span<UInt32>) -> Bool {
        guard a.count == b.count else { return a.count > b.count }
        for index in a.indices where a[index] != b[index] { return a[index] > b[index] }
        return false
    }
}

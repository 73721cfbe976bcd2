@_spi(Core) import LeitongCore

/// Two different texts that were verified to be copies of each other.
struct TextEdge: Sendable, Equatable {
    var pair: TextPair
    var overlap: Overlap
    /// Whether the pair was taken by edit distance, being too short for its Jaccard to mean much.
    var isShortEdit: Bool

    /// The other text of the pair.
    func other(than text: UInt32) -> UInt32 {
        pair.first == text ? pair.second : pair.first
    }
}

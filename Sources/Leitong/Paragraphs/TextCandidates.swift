@_spi(Core) import LeitongCore

/// The different texts of a corpus, and which pairs of them may be copies.
struct TextCandidates: Sendable {
    let texts: DistinctTexts
    /// Candidates in rising order, each once.
    var pairs: [TextPair] = []
    /// Texts any two of which are candidates, if they join the sides.
    let families: TextFamilies
    /// Which texts are compared with which.
    var sides = JoinSides.same
    /// Reads the texts again.
    let lookup: TextLookup
}

@_spi(Core) import LeitongCore

/// The different texts of a corpus, and which pairs of them may be copies.
struct TextCandidates: Sendable {
    let texts: DistinctTexts
    /// Candidates in rising order, each once.
    var pairs: [TextPair] = []
    /// Texts any two of which are candidates.
    let families: TextFamilies
    /// Reads the texts again.
    let lookup: TextLookup
}

@_spi(Core) import LeitongCore
import LeitongStorage

/// What documents share: weighed passages, runs of text in very many places, clusters.
struct PassageFindings: Sendable {
    let text: TextStream
    /// Where the scored documents lie.
    let units: UnitRanges
    /// What is known of the text.
    let masks: TextMasks
    /// When text is common.
    let commonRule: CommonRule
    /// Passages by first document, then second, then place.
    let list: PassageList
    /// Whether each passage is left out of the rows because a cluster lists both its places and
    /// nearer copies stand in rows.
    let isListedByCluster: [Bool]
    /// Runs of text that stand in a row with all their places, in order of the first place.
    let phrases: [FoundPhrase]
    /// All texts that stand in several places and in no passage for each pair, whatever else lists
    /// them: what scores are made of besides ``passages``.
    let widespread: [FoundPhrase]
    /// Copies of one text in three places or more.
    let clusters: [FoundCluster]

    /// Passages by first document, then second, then place.
    var passages: FlatArray<FoundPassage> { list.passages }
}

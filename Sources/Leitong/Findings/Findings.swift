@_spi(Core) import LeitongCore

/// All that was found in a corpus, and what was asked: what rows, scores and reports are made of.
struct Findings: Sendable {
    let corpus: Corpus
    let paragraphs: ParagraphFindings
    /// `nil` where only paragraphs are looked for.
    let passages: PassageFindings?
    /// What was asked.
    let options: ComparisonOptions
    /// How candidates of paragraphs were found.
    let method: CandidateMethod
    let pairRule: PairRule
    /// Pairs that were asked for, but of which a document was not read.
    let missing: [NamedPair]
}

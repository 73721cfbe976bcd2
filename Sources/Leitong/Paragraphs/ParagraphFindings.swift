import LeitongAlgorithms
@_spi(Core) import LeitongCore
import LeitongModel

/// What is known of the paragraphs of some documents: their different texts, and the verified pairs.
struct ParagraphFindings: Sendable {
    /// The paragraphs.
    let store: TextStore
    let texts: DistinctTexts
    /// Verified pairs of different texts, in rising order, each once: all there are, but of families
    /// a spanning forest, the most similar first, unless all were wanted.
    let edges: [TextEdge]
    /// Texts without a copy that were not compared with all that are somewhat like them.
    let partlyCompared: [UInt32]
    let shingler: Shingler

    /// The documents.
    var batch: DocumentBatch { store.items.batch }

    /// Whether a document or section has a paragraph that was compared.
    func hasComparedParagraphs(in item: ScoredDocument) -> Bool {
        item.paragraphs.contains { texts.textOfParagraph[$0] != DistinctTexts.noText }
    }

    /// Whether a pair is among ``edges``.
    ///
    /// - Complexity: Logarithmic.
    func areVerified(_ pair: TextPair) -> Bool {
        let position = edges.partitioningIndex { $0.pair >= pair }
        return position < edges.count && edges[position].pair == pair
    }
}

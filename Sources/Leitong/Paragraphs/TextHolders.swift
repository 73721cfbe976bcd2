@_spi(Core) import LeitongCore
import LeitongModel

/// Tells whether documents that are compared with each other hold two texts.
struct TextHolders: Sendable {
    private let texts: DistinctTexts
    private let batch: DocumentBatch
    private let pairRule: PairRule
    private let sides: JoinSides

    init(_ texts: DistinctTexts, of batch: DocumentBatch, pairRule: PairRule) {
        self.texts = texts
        self.batch = batch
        self.pairRule = pairRule
        sides = JoinSides(texts, of: batch, pairRule: pairRule)
    }

    /// Whether some document with the first text is compared with one with the second.
    func areCompared(_ first: UInt32, _ second: UInt32) -> Bool {
        switch pairRule {
        case .all:
            return true
        case .against:
            return sides.joins(first, second)
        case .listed(let partners):
            let others = Set(documents(of: second))
            return documents(of: first)
                .contains { partners[$0].contains { others.contains($0) } }
        }
    }

    private func documents(of text: UInt32) -> [Int] {
        texts.occurrences(of: text).map { Int(batch.paragraphs[Int($0)].document) }
    }
}

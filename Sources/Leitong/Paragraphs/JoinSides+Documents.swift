@_spi(Core) import LeitongCore
import LeitongModel

extension JoinSides {
    /// The sides that texts are on by the documents that hold them.
    ///
    /// One text stands on both where documents of both hold it. A list of pairs of documents has no
    /// sides: a document may be the first of one pair and the second of another.
    ///
    /// - Parameters:
    ///   - texts: The different texts of paragraphs.
    ///   - batch: Their documents.
    ///   - pairRule: Which documents are compared.
    /// - Complexity: Linear in the paragraphs.
    init(_ texts: DistinctTexts, of batch: DocumentBatch, pairRule: PairRule) {
        guard case .against(let isReference) = pairRule else {
            self = .same
            return
        }
        var isAsked = [Bool](repeating: false, count: texts.count)
        var isKnown = isAsked
        for (paragraph, text) in texts.textOfParagraph.enumerated() {
            guard text != DistinctTexts.noText else { continue }
            if isReference[Int(batch.paragraphs[paragraph].document)] {
                isKnown[Int(text)] = true
            } else {
                isAsked[Int(text)] = true
            }
        }
        self.init(of: TextSet(isAsked), against: TextSet(isKnown))
    }
}

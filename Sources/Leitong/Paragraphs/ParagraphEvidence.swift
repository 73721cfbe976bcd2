@_spi(Core) import LeitongCore
import LeitongReport

/// Tells for paragraphs that are copies of one another whether that means anything.
struct ParagraphEvidence {
    private let options: ComparisonOptions
    private var scale: EvidenceScale
    private var lookup: TextLookup
    private var known: [UInt32: Weighed] = [:]

    /// A text and what it tells by itself.
    private struct Weighed {
        var rawBits: Float
        /// From how many bits on no more were counted.
        var limit: Float
        /// Whether it is a quotation as a whole; `nil` while nobody asked.
        var isQuoted: Bool?
    }

    init(_ comparison: ParagraphFindings, options: ComparisonOptions) {
        self.options = options
        scale = EvidenceScale(model: options.background, rules: options.significance)
        lookup = TextLookup(
            comparison.store,
            texts: comparison.texts,
            shingler: comparison.shingler
        )
    }

    /// Weighs a match.
    ///
    /// - Parameters:
    ///   - text: The text of one of the two.
    ///   - jaccard: Similarity with the other.
    ///   - documents: Documents that hold a copy.
    /// - Returns: What the match is taken for, and how much it tells: no more is counted than
    ///   makes any text a copy.
    mutating func weigh(
        _ text: UInt32,
        jaccard: Double,
        documents: Int
    ) -> (matchClass: MatchClass, bits: Double) {
        let rules = options.significance
        // What two similar texts have in common, as a share of one of them.
        let common = Float(2 * jaccard / (1 + jaccard))
        let limit = Float(rules.richBits)
        // From one bit more on than makes a copy of them, so that rounding makes no difference.
        let rawBits = Swift.min(rawBits(of: text, upTo: limit / common + 1) * common, limit)
        let bits = rawBits * rules.weight(ofDocuments: documents)
        if documents >= rules.quotedDocuments, isQuoted(text) {
            return (.quotation, Double(bits))
        }
        let isSetPhrase = rules.isSetPhrase(rawBits: rawBits, documents: documents)
        return (isSetPhrase ? .setPhrase : .copy, Double(bits))
    }

    private mutating func rawBits(of text: UInt32, upTo limit: Float) -> Float {
        let weighed = known[text]
        if let weighed, weighed.limit >= limit { return weighed.rawBits }
        lookup.fold(text)
        let rawBits = scale.rawBits(of: lookup.folded, upTo: limit)
        known[text] = Weighed(rawBits: rawBits, limit: limit, isQuoted: weighed?.isQuoted)
        return rawBits
    }

    private mutating func isQuoted(_ text: UInt32) -> Bool {
        if let isQuoted = known[text]?.isQuoted { return isQuoted }
        let isQuoted = lookup.withSource(text) { QuotationMarks.encloseAll(of: $0) }
        known[text]?.isQuoted = isQuoted
        return isQuoted
    }
}

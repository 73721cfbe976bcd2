import LeitongCore
import LeitongReport

/// Tells for paragraphs that are copies of one another whether that means anything.
struct ParagraphEvidence {
    private let options: ComparisonOptions
    private var scale: EvidenceScale
    private var lookup: TextLookup
    private var known: [UInt32: Weighed] = [:]

    /// Bits from which on a match is a copy, however little its two texts have in common.
    private let bitLimit: Float

    /// A text and what it tells by itself.
    private struct Weighed {
        var rawBits: Float
        /// Whether it is a quotation as a whole; `nil` while nobody asked.
        var isQuoted: Bool?
    }

    init(_ comparison: ParagraphComparison, options: ComparisonOptions) {
        self.options = options
        let leastCommon = 2 * options.threshold / (1 + options.threshold)
        bitLimit = Float(options.significance.richBits / leastCommon) + 1
        scale = EvidenceScale(model: options.background, rules: options.significance)
        lookup = TextLookup(
            batch: comparison.batch,
            texts: comparison.texts,
            folder: comparison.folder,
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
        let weighed = weighed(text)
        let rules = options.significance
        // What two similar texts have in common, as a share of one of them.
        let common = Float(2 * jaccard / (1 + jaccard))
        let rawBits = Swift.min(weighed.rawBits * common, Float(rules.richBits))
        let bits = rawBits * rules.weight(ofDocuments: documents)
        if documents >= rules.quotedDocuments, isQuoted(text) {
            return (.quotation, Double(bits))
        }
        let isSetPhrase = rules.isSetPhrase(bits: bits, rawBits: rawBits)
        return (isSetPhrase ? .setPhrase : .copy, Double(bits))
    }

    private mutating func weighed(_ text: UInt32) -> Weighed {
        if let weighed = known[text] { return weighed }
        lookup.fold(text)
        let rawBits = scale.rawBits(of: lookup.folded, upTo: bitLimit)
        let weighed = Weighed(rawBits: rawBits, isQuoted: nil)
        known[text] = weighed
        return weighed
    }

    private mutating func isQuoted(_ text: UInt32) -> Bool {
        if let isQuoted = known[text]?.isQuoted { return isQuoted }
        let isQuoted = lookup.withSource(text) { QuotationMarks.encloseAll(of: $0) }
        known[text]?.isQuoted = isQuoted
        return isQuoted
    }
}

import LeitongAlgorithms
@_spi(Core) import LeitongCore
import LeitongModel
import LeitongReport
import LeitongStorage

extension MatchRows {
    /// Makes rows one after the other, with the buffers that takes.
    struct RowMaker {
        private let source: MatchRows
        private let comparison: ParagraphFindings
        private var differences: Differences?
        private var evidence: ParagraphEvidence

        init(_ source: MatchRows) {
            self.source = source
            comparison = source.findings.paragraphs
            let options = source.findings.options
            evidence = ParagraphEvidence(comparison, options: options)
            if source.detail == .full {
                differences = Differences(
                    comparison.store,
                    rule: SeedRule(minRun: options.minRun) ?? .standard
                )
            }
        }

        mutating func row(of matched: MatchedPair) -> ParagraphRow {
            let (a, b) = (matched.pair.first, matched.pair.second)
            let edge = matched.edge.map { comparison.edges[$0] }
            // Texts that differ may have the same shingles, but only equal ones are alike by 1.
            let jaccard =
                edge.map { Swift.min(Rounded.similarity($0.overlap), Rounded.underOne) } ?? 1
            var match = ParagraphMatch(
                a: source.places[a],
                b: source.places[b],
                form: edge == nil ? .exact : .near,
                jaccard: jaccard,
                basis: edge?.isShortEdit == true ? .editDistance : .jaccard,
                differences: differences?.edits(from: Int(a), to: Int(b))
            )
            match.cluster = source.members.cluster(of: textNumber(a))
            let documents =
                match.cluster.map { source.members.clusters[$0 - 1].documentCount } ?? 1
            let weighed = weigh(matched.pair, jaccard: jaccard, documents: documents)
            match.matchClass = source.classifier.matchClass(
                a,
                b,
                cluster: match.cluster,
                documents: documents,
                otherwise: weighed.matchClass
            )
            match.bits = weighed.bits.roundedToTenths
            return ParagraphRow(a: a, b: b, match: match)
        }

        /// What two paragraphs are taken for that an edge joins.
        mutating func matchClass(_ a: UInt32, _ b: UInt32, edge: TextEdge) -> MatchClass {
            let cluster = source.members.cluster(of: textNumber(a))
            let documents = cluster.map { source.members.clusters[$0 - 1].documentCount } ?? 1
            let jaccard = Swift.min(Rounded.similarity(edge.overlap), Rounded.underOne)
            let weighed = weigh(TextPair(a, b), jaccard: jaccard, documents: documents)
            return source.classifier.matchClass(
                a,
                b,
                cluster: cluster,
                documents: documents,
                otherwise: weighed.matchClass
            )
        }

        /// Weighs the shorter of two texts; of two as long the one that tells more, and a quotation
        /// is one whichever of them is: so that it does not matter which comes first.
        private mutating func weigh(
            _ pair: TextPair,
            jaccard: Double,
            documents: Int
        ) -> (matchClass: MatchClass, bits: Double) {
            let lengths = comparison.texts.lengths
            let (length, other) = (lengths[Int(pair.first)], lengths[Int(pair.second)])
            let (first, second) = (textNumber(pair.first), textNumber(pair.second))
            let weighed = evidence.weigh(
                length <= other ? first : second,
                jaccard: jaccard,
                documents: documents
            )
            guard length == other, first != second else { return weighed }
            let rules = source.findings.options.significance
            let most = Double(Float(rules.richBits) * rules.weight(ofDocuments: documents))
            // Most texts tell as much as is counted, and the second need not be asked.
            if weighed.bits >= most, documents < rules.quotedDocuments { return weighed }
            let further = evidence.weigh(second, jaccard: jaccard, documents: documents)
            if further.matchClass == .quotation || weighed.matchClass == .quotation {
                return (.quotation, Swift.max(weighed.bits, further.bits))
            }
            return further.bits > weighed.bits ? further : weighed
        }

        private func textNumber(_ paragraph: UInt32) -> UInt32 {
            comparison.texts.textOfParagraph[Int(paragraph)]
        }
    }
}

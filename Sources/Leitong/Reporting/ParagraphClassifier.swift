@_spi(Core) import LeitongCore
import LeitongReport

/// Tells what paragraphs that are copies of one another are taken for, by what is known of their text.
struct ParagraphClassifier: Sendable {
    /// `nil` where only paragraphs are looked for: then nothing but their holders is known.
    private let passages: PassageFindings?
    private let quotedDocuments: Int
    /// Whether most documents hold each cluster.
    private let isCommon: [Bool]

    /// Tells which clusters most documents hold.
    ///
    /// - Parameters:
    ///   - findings: What was found.
    ///   - members: The members of all clusters.
    /// - Returns: A classifier for their paragraphs.
    /// - Complexity: Linear in the members.
    static func classifier(
        for findings: Findings,
        _ members: ClusterMembers
    ) -> ParagraphClassifier {
        let units = findings.corpus.units
        let rule = CommonRule(
            findings.corpus,
            pairRule: findings.pairRule,
            share: findings.options.commonShare
        )
        let isCommon = members.clusters.map { cluster in
            guard cluster.members.count >= rule.leastHolders else { return false }
            let holders = members.members[cluster.members]
                .map { units.unit(ofParagraph: Int($0.paragraph)) }
            return rule.isCommon(heldBy: Set(holders))
        }
        return ParagraphClassifier(
            passages: findings.passages,
            quotedDocuments: findings.options.significance.quotedDocuments,
            isCommon: isCommon
        )
    }

    /// The class of two paragraphs.
    ///
    /// - Parameters:
    ///   - a: A paragraph.
    ///   - b: Its copy.
    ///   - cluster: Number of their cluster, from 1.
    ///   - documents: Documents that hold a copy.
    ///   - otherwise: What they are taken for by what they tell.
    /// - Returns: The one class of their row.
    func matchClass(
        _ a: UInt32,
        _ b: UInt32,
        cluster: Int?,
        documents: Int,
        otherwise: MatchClass
    ) -> MatchClass {
        let ranges = [a, b].compactMap { passages?.text.range(ofParagraph: Int($0)) }
        func share(_ mask: TextMask?) -> Double {
            guard let mask, !mask.isEmpty else { return 0 }
            return ranges.map { Double(mask.count(in: $0)) / Double(Swift.max(1, $0.count)) }
                .max() ?? 0
        }
        if share(passages?.masks.template) > 0.5 { return .template }
        if let cluster, isCommon[cluster - 1] { return .common }
        if share(passages?.masks.bibliography) > 0.5 { return .quotation }
        // Four fifths: the frame that introduces a quotation is often shared with it.
        if documents >= quotedDocuments, share(passages?.masks.quoted) >= 0.8 { return .quotation }
        return otherwise
    }
}

@_spi(Core) import LeitongCore
import LeitongReport

/// Tells what a run of text in very many places is taken for.
struct WidespreadRunClassifier: Sendable {
    let stream: FoldedStream
    let units: UnitRanges
    let masks: TextMasks
    let commonRule: CommonRule
    let rules: SignificanceRules

    /// Weighs a run.
    ///
    /// - Complexity: Linear in its text and places.
    func phrase(_ run: RepeatedRun, _ scale: inout EvidenceScale) -> FoundPhrase {
        let first = run.starts[0]
        let rawBits = scale.rawBits(
            of: first..<first + run.length,
            document: stream.document(at: first),
            stream: stream
        )
        let documents = stream.documentCount(of: run.starts)
        return FoundPhrase(
            starts: run.starts,
            length: run.length,
            documents: documents,
            rawBits: rawBits,
            matchClass: matchClass(of: run, rawBits: rawBits, documents: documents)
        )
    }

    private func matchClass(
        of run: RepeatedRun,
        rawBits: Float,
        documents: Int
    ) -> MatchClass {
        let places = run.starts.lazy.map { $0..<$0 + run.length }
        if places.contains(where: { 2 * masks.template.count(in: $0) > run.length }) {
            return .template
        }
        var holders: [Int] = []
        for start in run.starts {
            if let unit = units.unit(at: start), holders.last != unit { holders.append(unit) }
        }
        if commonRule.isCommon(heldBy: holders) { return .common }
        if places.allSatisfy({ masks.bibliography.hasRange(holding: $0) }) { return .quotation }
        // Four fifths, as of paragraphs: the frame that introduces a quotation is often shared with it.
        // No quotation goes on in the next paragraph.
        let isQuoted =
            documents >= rules.quotedDocuments
            && places.contains {
                5 * masks.quoted.count(in: $0) >= 4 * run.length
                    && masks.quotingParagraphs.rangeCount(in: $0) == 1
            }
        if isQuoted { return .quotation }
        // By the rule of passages: text may stand in many places of few documents, and then it must not
        // depend on the order of two documents whether its places are reported as passages or together.
        return rules.isSetPhrase(rawBits: rawBits, documents: documents) ? .setPhrase : .copy
    }
}

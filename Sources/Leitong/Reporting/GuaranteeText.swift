@_spi(Core) import LeitongCore
import LeitongReport

/// Says what is sure to be found, in words and numbers.
enum GuaranteeText {
    static func guarantee(options: ComparisonOptions, method: CandidateMethod) -> Guarantee {
        // Of paragraphs nothing is promised where none are reported.
        guard options.scope != .passages else { return Guarantee(text: "") }
        let threshold = Decimals.text(options.threshold, least: 2)
        let scope = "paragraphs of \(options.minParagraph) or more characters"
        guard case .minHash(let plan) = method else {
            return Guarantee(
                text: "Every pair of \(scope) with a similarity of \(threshold) or more is found "
                    + "(exact join)."
            )
        }
        let curve = BandPlan.curve(around: options.threshold)
            .map {
                Guarantee.CurvePoint(
                    jaccard: $0,
                    probability: Rounded.probability(plan.probability(jaccard: $0))
                )
            }
        let atThreshold = Rounded.probability(plan.probability(jaccard: options.threshold))
        return Guarantee(
            text: "Every reported pair was verified. A pair of \(scope) is found with "
                + "p = \(Decimals.text(atThreshold, least: 4)) at a similarity of \(threshold) and "
                + "almost surely above it; equal paragraphs always.",
            bands: plan.bandCount,
            rowsPerBand: plan.rowsPerBand,
            curve: curve
        )
    }
}

extension GuaranteeText {
    /// What is sure to be found of passages, in a sentence.
    ///
    /// - Parameters:
    ///   - options: Options in effect.
    ///   - rule: The rule that seeds are chosen by.
    /// - Returns: The sentence, with a space before it.
    static func passages(options: ComparisonOptions, rule: SeedRule) -> String {
        let documents =
            switch options.pairing {
            case .all: "two documents share, or two places of one that do not overlap,"
            case .against, .listed: "two documents that were compared share"
            }
        var text =
            " Every run of \(rule.minRun) Chinese characters (\(rule.minNarrowRun) characters where "
            + "letters stand among them) that \(documents) lies in a reported passage, phrase "
            + "or cluster; a redaction mark ends a run."
        if options.minPassage > 0 {
            text +=
                " Passages and phrases of fewer than \(options.minPassage) matched characters are "
                + "left out."
        }
        return text
    }
}

/// Decimal numbers as text, without Foundation's locale.
enum Decimals {
    /// The shortest form of a number, padded to a number of decimals.
    static func text(_ value: Double, least decimals: Int) -> String {
        var text = "\(value)"
        let given = text.split(separator: ".").dropFirst().first?.count ?? 0
        if given == 0 { text += "." }
        return text + String(repeating: "0", count: Swift.max(0, decimals - given))
    }
}

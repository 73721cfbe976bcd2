@_spi(Core) import LeitongCore

extension ComparisonOptions {
    /// The bands for the threshold, or `nil` with `isExact`.
    ///
    /// - Throws: ``LeitongError`` for a value out of range, or a threshold too low for MinHash.
    package func bandPlan() throws -> BandPlan? {
        guard threshold > 0, threshold <= 1 else {
            throw LeitongError(.invalidOption, "the threshold must be over 0 and at most 1")
        }
        guard recallTarget > 0, recallTarget < 1 else {
            throw LeitongError(.invalidOption, "the recall target must lie between 0 and 1")
        }
        guard minParagraph >= 1 else {
            throw LeitongError(.invalidOption, "the shortest paragraph has at least 1 character")
        }
        guard representativeLimit >= 1 else {
            throw LeitongError(.invalidOption, "at least one representative is needed")
        }
        guard commonShare >= 0, commonShare <= 1 else {
            throw LeitongError(.invalidOption, "the share of common text must be from 0 to 1")
        }
        if isExact { return nil }
        guard let plan = BandPlan(threshold: threshold, recallTarget: recallTarget) else {
            throw LeitongError(
                .invalidOption,
                "128 signature values cannot find pairs at \(threshold) with probability "
                    + "\(recallTarget): raise --threshold or give --exact"
            )
        }
        return plan
    }

    /// The rule that seeds are chosen by.
    ///
    /// - Throws: ``LeitongError`` for a shortest run that cannot be guaranteed.
    package func seedRule() throws -> SeedRule {
        guard let rule = SeedRule(minRun: minRun) else {
            throw LeitongError(
                .invalidOption,
                "runs of \(minRun) characters cannot be guaranteed: the shortest run must have "
                    + "\(SeedRule.minRuns.lowerBound) to \(SeedRule.minRuns.upperBound)"
            )
        }
        return rule
    }
}

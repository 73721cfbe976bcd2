@_spi(Core) package import LeitongCore

extension ComparisonOptions {
    /// How candidates are found: by bands for the threshold, or exactly with `isExact`.
    ///
    /// - Throws: ``LeitongError`` for a value out of range, or a threshold too low for MinHash.
    package func candidateMethod() throws -> CandidateMethod {
        try checkRanges()
        if isExact { return .exact }
        guard let plan = BandPlan(threshold: threshold, recallTarget: recallTarget) else {
            throw LeitongError.unreachableRecall(
                threshold: threshold,
                recallTarget: recallTarget
            )
        }
        return .minHash(plan)
    }

    private func checkRanges() throws(LeitongError) {
        let values: [(setting: RangedSetting, value: Double)] = [
            (.threshold, threshold), (.recallTarget, recallTarget),
            (.minParagraph, Double(minParagraph)), (.representatives, Double(representativeLimit)),
            (.commonShare, commonShare),
        ]
        if let wrong = values.first(where: { !$0.setting.allows($0.value) }) {
            throw .outOfRange(wrong.setting)
        }
    }

    /// The rule that seeds are chosen by.
    ///
    /// - Throws: ``LeitongError`` for a shortest run that cannot be guaranteed.
    package func seedRule() throws -> SeedRule {
        guard let rule = SeedRule(minRun: minRun) else {
            throw LeitongError.noGuarantee(minRun: minRun, possible: SeedRule.minRuns)
        }
        return rule
    }
}

import Leitong
import LeitongAlgorithms
@_spi(Core) import LeitongCore

/// The band plan in words, for `--explain`.
enum PlanExplanation {
    /// What options mean: the bands and their curve, or that every pair is found.
    ///
    /// - Throws: ``LeitongError`` if the options cannot be honoured.
    static func lines(_ options: ComparisonOptions) throws -> [String] {
        guard case .minHash(let plan) = try options.candidateMethod() else {
            return ["leitong: prefix-filter join, every pair is found"]
        }
        return lines(plan, threshold: options.threshold)
    }

    /// One line on the plan and one for each point of its curve.
    static func lines(_ plan: BandPlan, threshold: Double) -> [String] {
        let first =
            "leitong: \(MinHasher.name): \(plan.bandCount) bands of "
            + "\(plan.rowsPerBand) values; every candidate is verified"
        let curve = BandPlan.curve(around: threshold)
            .map { jaccard in
                let probability = plan.probability(jaccard: jaccard)
                let mark = jaccard == threshold ? " (the threshold)" : ""
                return "leitong: a pair at \(fixed(jaccard, 2)) is found with "
                    + "p = \(fixed(probability, 4))\(mark)"
            }
        return [first] + curve
    }

    /// A number from 0 to 1 with a fixed number of decimals, rounded down so as not to promise more.
    private static func fixed(_ value: Double, _ decimals: Int) -> String {
        DecimalNumber.fixed(DecimalNumber.roundedDown(value, to: decimals), decimals: decimals)
    }
}

@_spi(Core) import LeitongCore
import Testing

@testable import Leitong

@Suite struct ComparisonOptionsValidationTests {
    private typealias Change = (inout ComparisonOptions) -> Void

    private func refusal(_ change: Change) -> LeitongError? {
        var options = ComparisonOptions()
        change(&options)
        do {
            _ = try options.candidateMethod()
            _ = try options.seedRule()
            return nil
        } catch {
            return error as? LeitongError
        }
    }

    @Test func standardOptionsCanBeHonoured() throws {
        #expect(refusal { _ in } == nil)
        let plan = try #require(try ComparisonOptions().candidateMethod().plan)
        #expect(plan.probability(jaccard: 0.7) >= 0.999)
        #expect(try ComparisonOptions().seedRule().minRun == 13)
    }

    @Test func bordersAreAllowedAndWhatLiesBeyondIsNot() {
        let allowed: [Change] = [
            { $0.threshold = 1 }, { $0.minParagraph = 1 }, { $0.representativeLimit = 1 },
            { $0.commonShare = 0 }, { $0.commonShare = 1 },
            { $0.minRun = SeedRule.minRuns.lowerBound },
            { $0.minRun = SeedRule.minRuns.upperBound },
        ]
        for change in allowed { #expect(refusal(change) == nil) }
        let refused: [Change] = [
            { $0.threshold = 0 }, { $0.threshold = 1.001 }, { $0.threshold = .nan },
            { $0.recallTarget = 0 }, { $0.recallTarget = 1 }, { $0.recallTarget = .nan },
            { $0.minParagraph = 0 }, { $0.representativeLimit = 0 }, { $0.commonShare = -0.001 },
            { $0.commonShare = 1.001 }, { $0.commonShare = .nan },
            { $0.minRun = SeedRule.minRuns.lowerBound - 1 },
            { $0.minRun = SeedRule.minRuns.upperBound + 1 },
        ]
        for change in refused {
            switch refusal(change) {
            case .outOfRange, .noGuarantee: break
            default: Issue.record("a value out of range was not refused as that")
            }
        }
    }

    /// What no plan finds with the wanted probability, the exact join does.
    @Test func aThresholdTooLowForSignaturesNeedsTheExactJoin() {
        let error = refusal { $0.threshold = 0.02 }
        #expect(error == .unreachableRecall(threshold: 0.02, recallTarget: 0.999))
        #expect(
            refusal {
                $0.threshold = 0.02
                $0.isExact = true
            } == nil
        )
    }
}

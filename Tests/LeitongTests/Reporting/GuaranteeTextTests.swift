@_spi(Core) import LeitongCore
import LeitongReport
import Testing

@testable import Leitong

/// What is promised holds for the options in effect.
@Suite struct GuaranteeTextTests {
    private func guarantee(_ change: (inout ComparisonOptions) -> Void) throws -> Guarantee {
        var options = ComparisonOptions()
        change(&options)
        return GuaranteeText.guarantee(options: options, method: try options.candidateMethod())
    }

    @Test func theCurveIsThatOfThePlanAndNeverAbove() throws {
        let options = ComparisonOptions()
        let plan = try #require(try options.candidateMethod().plan)
        let guarantee = try guarantee { _ in }
        #expect(guarantee.bands == plan.bandCount && guarantee.rowsPerBand == plan.rowsPerBand)
        let curve = guarantee.curve
        #expect(curve.count > 3)
        for point in curve {
            let probability = plan.probability(jaccard: point.jaccard)
            #expect(point.probability <= probability + 1e-9)
            #expect(probability - point.probability < 0.0001)
        }
        #expect(guarantee.text.contains("similarity of 0.70"))
        #expect(guarantee.text.contains("12 or more characters"))
    }

    @Test func theExactJoinFindsEveryPair() throws {
        let exact = try guarantee { $0.isExact = true }
        #expect(exact.text.hasPrefix("Every pair") && exact.text.contains("exact join"))
        #expect(exact.curve.isEmpty && exact.bands == nil)
    }

    @Test func ofParagraphsThatAreNotLookedForNothingIsPromised() throws {
        #expect(try guarantee { $0.scope = .passages }.text.isEmpty)
    }

    @Test func ofPassagesTheRunAndWhatIsLeftOutAreTold() throws {
        var options = ComparisonOptions()
        let rule = try options.seedRule()
        let all = GuaranteeText.passages(options: options, rule: rule)
        #expect(all.contains("run of 13 Chinese") && all.contains("two places of one"))
        #expect(!all.contains("left out"))
        options.minPassage = 40
        options.pairing = .against(["old"])
        let some = GuaranteeText.passages(options: options, rule: rule)
        #expect(some.contains("fewer than 40") && some.contains("that were compared"))
    }

    @Test func numbersArePaddedAndNeverCut() {
        #expect(Decimals.text(0.7, least: 2) == "0.70")
        #expect(Decimals.text(1, least: 2) == "1.00")
        #expect(Decimals.text(0.7125, least: 2) == "0.7125")
    }
}

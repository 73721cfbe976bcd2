@_spi(Core) import LeitongCore
import Testing

@Suite struct BandPlanTests {
    @Test func standardPlanFindsThePairAtTheThreshold() throws {
        let plan = try #require(BandPlan(threshold: 0.7, recallTarget: 0.999))
        #expect(plan == BandPlan(bandCount: 26, rowsPerBand: 4))
        #expect(abs(plan.probability(jaccard: 0.7) - 0.9992) < 0.0001)
    }

    @Test(arguments: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1])
    func everyPlanKeepsItsPromiseInsideTheSignature(threshold: Double) throws {
        let plan = try #require(BandPlan(threshold: threshold, recallTarget: 0.999))
        #expect(plan.probability(jaccard: threshold) >= 0.999)
        #expect(plan.bandCount * plan.rowsPerBand <= MinHasher.valueCount)
    }

    @Test func candidateProbabilityRisesWithSimilarity() {
        let plan = BandPlan(bandCount: 26, rowsPerBand: 4)
        let curve = stride(from: 0.0, through: 1, by: 0.05).map { plan.probability(jaccard: $0) }
        #expect(curve == curve.sorted())
        #expect(curve.first == 0)
        #expect(curve.last == 1)
    }

    @Test func tooLowAThresholdHasNoPlan() {
        #expect(BandPlan(threshold: 0.01, recallTarget: 0.999) == nil)
    }

    @Test func equalSignaturesShareEveryBandAndDifferentBandsDiffer() {
        let plan = BandPlan(bandCount: 26, rowsPerBand: 4)
        let signature = [UInt32](repeating: 7, count: MinHasher.valueCount)
        let keys = plan.keys(of: signature.span)
        #expect(Set(keys).count == plan.bandCount)
        #expect(keys == plan.keys(of: signature.span))
    }
}

import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct BandKeysTests {
    @Test func areEqualWhereTheValuesOfABandAre() throws {
        let plan = try #require(BandPlan(threshold: 0.7, recallTarget: 0.95))
        var random = SplitMix64(seed: 4)
        let first = (0..<128).map { _ in UInt32.random(in: 0 ... .max, using: &random) }
        for band in 0..<plan.bandCount {
            var second = first
            second[band * plan.rowsPerBand] &+= 1
            let (a, b) = (plan.keys(of: first.span), plan.keys(of: second.span))
            #expect(a.count == plan.bandCount)
            #expect(a.indices.filter { a[$0] != b[$0] } == [band])
        }
    }

    /// Equal values in two bands are no reason to be one bucket.
    @Test func dependOnTheNumberOfTheBand() throws {
        let plan = try #require(BandPlan(threshold: 0.7, recallTarget: 0.95))
        let keys = plan.keys(of: [UInt32](repeating: 7, count: 128).span)
        #expect(Set(keys).count == keys.count)
    }
}

@_spi(Core) import LeitongCore
import Testing

@Suite struct CandidateMethodTests {
    @Test func bandsAreThoseOfMinHashOnly() {
        let plan = BandPlan(bandCount: 3, rowsPerBand: 2)
        #expect(CandidateMethod.minHash(plan).plan == plan)
        #expect(CandidateMethod.exact.plan == nil)
    }
}

import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct SeedRuleTests {
    @Test func guaranteesThirteenCharactersAndTwentySevenLetters() {
        #expect(SeedRule.standard.minRun == 13)
        #expect(SeedRule.standard.minNarrowRun == 27)
        #expect(SeedRule.standard == SeedRule(minRun: 13))
    }

    @Test func holdsASeedAtLeastAndAHundredCharactersAtMost() {
        for run in [0, SeedRule.wideLength - 1, 101] { #expect(SeedRule(minRun: run) == nil) }
        for run in SeedRule.minRuns {
            let rule = SeedRule(minRun: run)
            // A window, and the seed that begins in its last place.
            #expect(rule?.windowLength == run - SeedRule.wideLength + 1)
        }
    }
}

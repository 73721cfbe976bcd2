import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct PairRuleTests {
    @Test func allAreComparedWithAll() {
        #expect(PairRule.all.isAll && PairRule.all.allows(3, 3) && PairRule.all.allows(0, 9))
    }

    @Test func othersAreComparedWithReferencesOnly() {
        let rule = PairRule.against([true, false, false, true])
        for a in 0..<4 {
            for b in 0..<4 {
                #expect(rule.allows(a, b) == ([0, 3].contains(a) != [0, 3].contains(b)))
            }
        }
        #expect(!rule.isAll)
    }

    @Test(arguments: 0..<30)
    func listedPairsAreThoseOfTheLists(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let lists = (0..<12).map { _ in (0..<12).filter { _ in Bool.random(using: &random) } }
        let rule = PairRule.listed(lists)
        for a in lists.indices {
            for b in -1...12 { #expect(rule.allows(a, b) == lists[a].contains(b)) }
        }
    }
}

import TestSupport
import Testing

@testable import Leitong

/// When text is common: by counting its holders.
@Suite struct CommonRuleTests {
    @Test(arguments: 0..<100)
    func moreThanAShareOfASideOfFiveOrMore(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let sides = (0..<Int.random(in: 0...16, using: &random))
            .map { _ -> Int? in
                let side = Int.random(in: 0...3, using: &random)
                return side == 3 ? nil : side / 2
            }
        let shares: [Double] = [0.5, 0.5, 0.25, 0.9, 1, 0]
        let share = shares.randomElement(using: &random) ?? 0.5
        let rule = CommonRule(sides: sides, share: share)
        var fewest = Int.max
        for _ in 0..<40 {
            let holders = sides.indices.filter { _ in Bool.random(using: &random) }
            let isCommon = [0, 1]
                .contains { side in
                    let all = sides.count { $0 == side }
                    let own = holders.count { sides[$0] == side }
                    return all >= 5 && Double(own) > share * Double(all)
                }
            #expect(rule.isCommon(heldBy: holders) == isCommon)
            if isCommon { fewest = Swift.min(fewest, holders.count) }
        }
        let isIdle = [0, 1].allSatisfy { side in sides.count { $0 == side } < 5 }
        #expect(rule.isIdle == isIdle)
        #expect(rule.leastHolders <= fewest)
    }

    @Test func halfIsNotMost() {
        let rule = CommonRule(sides: Array(repeating: 0, count: 10), share: 0.5)
        #expect(!rule.isCommon(heldBy: 0..<5))
        #expect(rule.isCommon(heldBy: 0..<6))
        #expect(CommonRule(sides: Array(repeating: 0, count: 4), share: 0.5).isIdle)
        #expect(
            !CommonRule(sides: Array(repeating: 0, count: 10), share: 1).isCommon(heldBy: 0..<10)
        )
    }
}

@_spi(Core) import LeitongCore
import TestSupport
import Testing

@Suite struct BitSketchTests {
    private func values(using generator: inout SplitMix64) -> [UInt32] {
        (0..<MinHasher.valueCount).map { _ in UInt32.random(in: 0 ... .max, using: &generator) }
    }

    @Test(arguments: 0..<20)
    func agreementsEqualAPlainCount(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let first = values(using: &generator)
        var second = values(using: &generator)
        for index in 0..<Int.random(in: 0...128, using: &generator) { second[index] = first[index] }
        let plain = zip(first, second).count { $0 & 3 == $1 & 3 }
        #expect(BitSketch(first.span).agreements(with: BitSketch(second.span)) == plain)
    }

    @Test func cutOffRisesWithTheThreshold() {
        let cutOffs = [0.1, 0.3, 0.5, 0.7, 0.9, 1].map { BitSketch.leastAgreements(threshold: $0) }
        #expect(cutOffs == cutOffs.sorted())
        #expect(cutOffs.last == 128)
    }

    /// At the cut-off the lower tail of the binomial distribution is at most 1e-5, one further more.
    @Test(arguments: [0.3, 0.5, 0.7, 0.9])
    func cutOffLosesAlmostNothing(threshold: Double) {
        let agreement = threshold + (1 - threshold) / 4
        let cutOff = BitSketch.leastAgreements(threshold: threshold)
        func tail(below limit: Int) -> Double {
            (0..<limit)
                .reduce(0) { sum, count in
                    var term = 1.0
                    for step in 0..<count {
                        term *= Double(128 - step) / Double(step + 1) * agreement
                    }
                    for _ in 0..<128 - count { term *= 1 - agreement }
                    return sum + term
                }
        }
        #expect(tail(below: cutOff) <= 1e-5)
        #expect(tail(below: cutOff + 1) > 1e-5)
    }
}

import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct NGramLevelTests {
    /// Occurrences of pairs of a prefix and a scalar, held to a dictionary of them.
    @Test(arguments: 0..<20, 1...3)
    func countsAreThoseOfADictionary(seed: UInt64, least: Int) {
        var random = SplitMix64(seed: seed)
        let prefixCount = 5
        let found = (0..<80)
            .map { _ in
                (
                    prefix: UInt32.random(in: 0..<5, using: &random),
                    scalar: UInt32.random(in: 0x4E00..<0x4E06, using: &random),
                    weight: UInt16.random(in: 1...9, using: &random)
                )
            }
        let level = NGramLevel.counting(
            occurrences:
                found.map {
                    NGramLevel.occurrence(prefix: $0.prefix, scalar: $0.scalar, weight: $0.weight)
                }
                .sorted(),
            prefixCount: prefixCount,
            least: least
        )
        for prefix in 0..<UInt32(prefixCount) {
            let total = found.filter { $0.prefix == prefix }.reduce(0) { $0 + UInt64($1.weight) }
            #expect(level.totals[Int(prefix)] == total)
            for scalar in 0x4DFF...0x4E06 as ClosedRange<UInt32> {
                let own = found.filter { $0.prefix == prefix && $0.scalar == scalar }
                let child = level.child(of: prefix, scalar: scalar)
                guard own.count >= least else {
                    #expect(child == NGramLevel.none)
                    continue
                }
                #expect(level.counts[Int(child)] == own.count)
                #expect(level.weights[Int(child)] == own.reduce(0) { $0 + UInt32($1.weight) })
                #expect(
                    level.prefix(of: Int(child)) == prefix && level.scalar(of: Int(child)) == scalar
                )
                #expect(level.children(of: Int(prefix)).contains(Int(child)))
            }
        }
        #expect(level.child(of: NGramLevel.none, scalar: 0x4E00) == NGramLevel.none)
    }
}

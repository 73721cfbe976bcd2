@_spi(Core) import LeitongCore
import TestSupport
import Testing

@testable import Leitong

@Suite struct TextFamiliesTests {
    /// Buckets with a text in common are of one family, by joining sets until nothing changes.
    private func plain(_ buckets: [[UInt32]]) -> [[UInt32]] {
        var sets: [Set<UInt32>] = []
        for bucket in buckets where !bucket.isEmpty {
            let joined = sets.filter { !$0.isDisjoint(with: bucket) }
            sets.removeAll { !$0.isDisjoint(with: bucket) }
            sets.append(joined.reduce(Set(bucket)) { $0.union($1) })
        }
        return sets.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func familiesAreWhatBucketsJoin(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let buckets = (0..<Int.random(in: 0...8, using: &random))
            .map { _ in
                Set(
                    (0..<Int.random(in: 1...6, using: &random))
                        .map { _ in UInt32.random(in: 0..<40, using: &random) }
                )
                .sorted()
            }
        let families = TextFamilies.joining(buckets, textCount: 40)
        let expected = plain(buckets)
        #expect(families.members == expected)
        #expect(families.isEmpty == expected.isEmpty)
        for first in 0..<40 as Range<UInt32> {
            let family = expected.firstIndex { $0.contains(first) }
            #expect(families.family(of: first) == family)
            for second in 0..<40 as Range<UInt32> where second != first {
                let both = family.flatMap { expected[$0].contains(second) ? $0 : nil }
                #expect(families.family(of: TextPair(first, second)) == both)
            }
        }
    }
}

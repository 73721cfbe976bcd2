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

    /// Families that hold no pair across are left out; of the others nothing is.
    @Test(arguments: 0..<30 as Range<UInt64>)
    func familiesWithoutAPairAcrossAreLeftOut(seed: UInt64) {
        var random = SplitMix64(seed: seed &+ 100)
        let buckets = (0..<6)
            .map { _ in
                Set((0..<4).map { _ in UInt32.random(in: 0..<40, using: &random) }).sorted()
            }
        let isAsked = (0..<40).map { _ in Int.random(in: 0..<4, using: &random) == 0 }
        let isKnown = (0..<40).map { _ in Int.random(in: 0..<3, using: &random) > 0 }
        let sides = JoinSides(of: TextSet(isAsked), against: TextSet(isKnown))
        let families = TextFamilies.joining(buckets, textCount: 40, sides: sides)
        let expected = plain(buckets)
            .filter { texts in
                texts.contains { a in
                    texts.contains { a != $0 && isAsked[Int(a)] && isKnown[Int($0)] }
                }
            }
        #expect(families.members == expected)
        for text in 0..<40 as Range<UInt32> {
            #expect(families.family(of: text) == expected.firstIndex { $0.contains(text) })
        }
    }
}

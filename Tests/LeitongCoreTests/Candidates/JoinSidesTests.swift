@_spi(Core) import LeitongCore
import TestSupport
import Testing

@Suite struct JoinSidesTests {
    @Test(arguments: 0..<20 as Range<UInt64>)
    func joinTextsAcross(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let drawn = TestSides(count: 12, using: &random)
        let sides = drawn.sides
        #expect(!sides.isSelfJoin)
        for a in 0..<12 {
            for b in 0..<12 {
                #expect(sides.joins(UInt32(a), UInt32(b)) == drawn.joins(a, b))
            }
        }
        for _ in 0..<40 {
            let texts = (0..<12).filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
            let expected = texts.contains { a in texts.contains { a < $0 && drawn.joins(a, $0) } }
            #expect(sides.joinsAny(of: texts.map { UInt32($0) }) == expected)
        }
        let ordered = sides.smallerFirst(textCount: 12)
        #expect(ordered.query.count(of: 12) <= ordered.reference.count(of: 12))
        #expect(
            ordered == sides
                || ordered == JoinSides(of: sides.reference, against: sides.query)
        )
    }

    @Test func aSelfJoinJoinsAll() {
        #expect(JoinSides.same.isSelfJoin)
        #expect(JoinSides.same.joins(3, 4))
        #expect(JoinSides.same.smallerFirst(textCount: 5) == .same)
        #expect(JoinSides.same.joinsAny(of: [2, 3]) && !JoinSides.same.joinsAny(of: [2]))
        #expect(!JoinSides(of: .all, against: TextSet([true])).isSelfJoin)
    }

    @Test func entriesGoToTheSidesOfTheirTexts() {
        let entries = [(1, 2), (1, 3), (4, 0), (5, 1)].map { BandEntry(key: $0.0, text: $0.1) }
        let sides = JoinSides(
            of: TextSet([true, false, false, true]),
            against: TextSet([true, true, false, false])
        )
        let parts = sides.parts(of: entries)
        #expect(parts.query.map(\.text) == [3, 0])
        #expect(parts.reference.map(\.text) == [0, 1])
        // The same memory: by that the scan of buckets knows that it need not pair each two twice.
        let both = JoinSides.same.parts(of: entries)
        #expect(both == (entries, entries))
        let isOneMemory = both.query.span.isIdentical(to: both.reference.span)
        #expect(isOneMemory)
    }
}

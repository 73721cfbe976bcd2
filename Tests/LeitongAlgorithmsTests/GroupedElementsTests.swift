import LeitongAlgorithms
import TestSupport
import Testing

@Suite("Grouped elements") struct GroupedElementsTests {
    @Test("stand as a dictionary of lists would have them", arguments: 0..<100)
    func agreesWithDictionary(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let groupCount = Int.random(in: 1...12, using: &random)
        let pairs = (0..<Int.random(in: 0...80, using: &random))
            .map { UInt32($0) }
            .map { (group: Int.random(in: 0..<groupCount, using: &random), element: $0) }
        let grouped = GroupedElements<UInt32>(groupCount: groupCount, filler: 0) { add in
            for pair in pairs { add(pair.group, pair.element) }
        }
        let numbered = GroupedElements<UInt32>(
            count: pairs.count,
            groupCount: groupCount,
            filler: 0,
            group: { pairs[$0].group },
            element: { pairs[$0].element }
        )
        #expect(numbered.elements == grouped.elements && numbered.starts == grouped.starts)
        let expected = Dictionary(grouping: pairs, by: \.group)
        #expect(grouped.groupCount == groupCount)
        #expect(grouped.elements.count == pairs.count)
        for group in 0..<groupCount {
            #expect(Array(grouped[group]) == (expected[group] ?? []).map(\.element))
        }
    }

    @Test("are none without groups") func empty() {
        #expect(GroupedElements<Int>().groupCount == 0)
        let grouped = GroupedElements<Int>(groupCount: 0, filler: 0) { _ in }
        #expect(grouped.starts == [0])
    }

    @Test("begin where the groups before them end", arguments: 0..<50)
    func starts(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let groups = (0..<50).map { _ in Int.random(in: 0..<9, using: &random) }
        let starts: [Int] = GroupStarts.starts(groupCount: 9) { groups.forEach($0) }
        #expect(starts == (0...9).map { group in groups.count { $0 < group } })
    }
}

import LeitongAlgorithms
import TestSupport
import Testing

@Suite("Binary search") struct RangePartitionTests {
    @Test("finds what a linear search finds", arguments: 0..<200)
    func agreesWithLinearSearch(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let count = Int.random(in: 0...40, using: &random)
        let list = (0..<count).map { _ in Int.random(in: 0...20, using: &random) }.sorted()
        for bound in -1...21 {
            let expected = list.firstIndex { $0 >= bound } ?? list.count
            #expect(list.indices.partitioningIndex { list[$0] >= bound } == expected)
            #expect(list.partitioningIndex { $0 >= bound } == expected)
            #expect(
                list[...].dropFirst(2).partitioningIndex { $0 >= bound }
                    == Swift.max(expected, min(2, count))
            )
        }
    }

    @Test("stays inside a part of the numbers") func staysInside() {
        #expect((5..<9).partitioningIndex { _ in true } == 5)
        #expect((5..<9).partitioningIndex { _ in false } == 9)
        #expect((5..<5).partitioningIndex { _ in true } == 5)
        for border in 5...9 { #expect((5..<9).partitioningIndex { $0 >= border } == border) }
    }

    @Test("asks about a number at most once, and about few") func asksFew() {
        var asked: [Int] = []
        _ = (0..<1_000_000)
            .partitioningIndex {
                asked.append($0)
                return $0 >= 777_777
            }
        #expect(asked.count <= 20)
        #expect(Set(asked).count == asked.count)
    }

    @Test("does not overflow at the highest numbers") func highNumbers() {
        let range = Int.max - 5..<Int.max
        #expect(range.partitioningIndex { $0 >= Int.max - 2 } == Int.max - 2)
    }
}

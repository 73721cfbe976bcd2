import LeitongAlgorithms
import TestSupport
import Testing

@Suite("Sorting without repeats") struct ArraySortUniqueTests {
    @Test("leaves each element of a set once, in order", arguments: 0..<100)
    func agreesWithSet(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let count = Int.random(in: 0...60, using: &random)
        var list = (0..<count).map { _ in Int.random(in: 0...30, using: &random) }
        let expected = Set(list).sorted()
        list.sortUnique()
        #expect(list == expected)
    }

    @Test("drops neighbours only") func neighbours() {
        var list = [3, 3, 1, 3, 1, 1]
        list.removeRepeats()
        #expect(list == [3, 1, 3, 1])
        list = []
        list.removeRepeats()
        #expect(list.isEmpty)
    }
}

@_spi(Core) import LeitongCore
import TestSupport
import Testing

@Suite struct HashSorterTests {
    @Test(arguments: [0, 1, 2, 3, 10, 100, 1000, 20_000])
    func sortsAsTheLibraryDoes(count: Int) {
        var generator = SplitMix64(seed: UInt64(count))
        // Few different keys beside many, so that runs of equal keys arise.
        let keys = (0..<Swift.max(1, count / 3)).map { _ in generator.next() }
        var entries = (0..<count)
            .map { index in
                HashedNumber(
                    hash: keys[Int.random(in: 0..<keys.count, using: &generator)],
                    number: UInt32(index)
                )
            }
        let expected = entries.sorted { ($0.hash, $0.number) < ($1.hash, $1.number) }
        var sorter = HashSorter()
        sorter.sort(&entries)
        #expect(entries == expected)
    }

    @Test func sortsKeysThatDifferInLowBitsOnly() {
        var entries = (0..<500).map { HashedNumber(hash: UInt64(500 - $0), number: UInt32($0)) }
        var sorter = HashSorter()
        sorter.sort(&entries)
        #expect(entries.map(\.hash) == (1...500).map(UInt64.init))
    }

    @Test func oneSorterServesManyBands() {
        var sorter = HashSorter()
        for count in [50, 5, 500] {
            var entries = (0..<count)
                .map { HashedNumber(hash: UInt64($0 % 7) << 60, number: UInt32($0)) }
            sorter.sort(&entries)
            #expect(entries.map(\.hash) == entries.map(\.hash).sorted())
            #expect(entries.count == count)
        }
    }
}

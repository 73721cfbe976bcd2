@_spi(Core) import LeitongCore
import TestSupport
import Testing

@Suite struct BandSorterTests {
    @Test(arguments: [0, 1, 2, 3, 10, 100, 1000, 20_000])
    func sortsAsTheLibraryDoes(count: Int) {
        var generator = SplitMix64(seed: UInt64(count))
        // Few different keys beside many, so that runs of equal keys arise.
        let keys = (0..<Swift.max(1, count / 3))
            .map { _ in UInt32(truncatingIfNeeded: generator.next()) }
        var entries = (0..<count)
            .map { index in
                BandEntry(
                    key: keys[Int.random(in: 0..<keys.count, using: &generator)],
                    text: UInt32(index)
                )
            }
        let expected = entries.sorted { $0.packed < $1.packed }
        var sorter = BandSorter()
        sorter.sort(&entries)
        #expect(entries == expected)
    }

    @Test func sortsKeysThatDifferInLowBitsOnly() {
        var entries = (0..<500).map { BandEntry(key: UInt32(500 - $0), text: UInt32($0)) }
        var sorter = BandSorter()
        sorter.sort(&entries)
        #expect(entries.map(\.key) == (1...500).map(UInt32.init))
    }

    @Test func anEntryKeepsItsParts() {
        let entry = BandEntry(key: .max - 1, text: .max - 2)
        #expect(entry.key == .max - 1 && entry.text == .max - 2)
        #expect(BandEntry(key: 1, text: .max) < BandEntry(key: 2, text: 0))
    }

    @Test func oneSorterServesManyBands() {
        var sorter = BandSorter()
        for count in [50, 5, 500] {
            var entries = (0..<count)
                .map { BandEntry(key: UInt32($0 % 7) << 28, text: UInt32($0)) }
            sorter.sort(&entries)
            #expect(entries.map(\.key) == entries.map(\.key).sorted())
            #expect(entries.count == count)
        }
    }
}

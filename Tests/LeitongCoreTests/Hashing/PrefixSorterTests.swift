import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct PrefixSorterTests {
    /// Runs of equal upper bits, shorter and longer than those that are sorted by insertion.
    @Test(arguments: [2, 63, 64, 65, 66, 1000])
    func sortsRunsOfAnyLength(length: Int) {
        var generator = SplitMix64(seed: UInt64(length))
        var entries: [HashedNumber] = []
        for _ in 0..<10 {
            let upper = generator.next() << 40
            for _ in 0..<length {
                let key = upper | UInt64.random(in: 0..<UInt64(length), using: &generator)
                entries.append(HashedNumber(hash: key, number: UInt32(entries.count)))
            }
        }
        let expected = entries.sorted()
        var sorter = PrefixSorter<HashedNumber>()
        sorter.sort(&entries)
        #expect(entries == expected)
    }
}

import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct KeyFilterTests {
    /// No key that stands twice is lost, and most of the others are.
    @Test(arguments: [0, 1, 2, 3, 100, 5000])
    func keepsWhatRepeats(count: Int) {
        var generator = SplitMix64(seed: UInt64(count))
        let single = (0..<count).map { _ in UInt32(truncatingIfNeeded: generator.next()) }
        let repeated = (0..<count / 10).map { _ in UInt32(truncatingIfNeeded: generator.next()) }
        let keys = (single + repeated + repeated).shuffled(using: &generator)
        var filter = KeyFilter()
        // What was there before is forgotten.
        filter.reset(keyCount: 2)
        filter.insert([1, 1].span)
        filter.reset(keyCount: keys.count)
        filter.insert(keys.span)
        #expect(repeated.allSatisfy(filter.mayRepeat))
        let strangers = single.count { filter.mayRepeat($0) }
        #expect(strangers <= count / 3 + 3)
    }

    @Test func entriesKeepOrderAndLeaveOutKeysWithoutText() {
        var filter = KeyFilter()
        let keys: [UInt32] = [7 << 20, 9 << 24, 7 << 20, 7 << 20]
        filter.reset(keyCount: keys.count)
        filter.insert(keys.span)
        var entries: [BandEntry] = []
        filter.appendRepeated(keys.span, of: [4, 5, .max, 6].span, to: &entries)
        let repeated = entries.filter { $0.key == 7 << 20 }
        #expect(repeated.map(\.text) == [4, 6])
    }
}

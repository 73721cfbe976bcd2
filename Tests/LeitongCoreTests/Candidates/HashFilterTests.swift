@_spi(Core) import LeitongCore
import TestSupport
import Testing

@Suite struct HashFilterTests {
    @Test(arguments: [0, 1, 100, 5000])
    func losesNothingAndTakesFewStrangers(count: Int) {
        var random = SplitMix64(seed: UInt64(count))
        let hashes = (0..<count).map { _ in random.next() }
        var filter = HashFilter(count: count)
        for hash in hashes { filter.insert(hash) }
        #expect(hashes.allSatisfy { filter.mayContain($0) })
        let strangers = (0..<2000).count { _ in filter.mayContain(random.next()) }
        // One in eight at most, and its spread.
        #expect(strangers < 320)
        if count == 0 { #expect(strangers == 0) }
    }
}

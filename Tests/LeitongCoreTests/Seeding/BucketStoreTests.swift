import LeitongStorage
import TestSupport
import Testing

@_spi(Core) @testable import LeitongCore

@Suite struct BucketStoreTests {
    /// In memory, and in a scratch file where there is none.
    @Test(arguments: 0..<20, [0, 1 << 30])
    func bucketsHoldWhatWasAddedPartByPart(seed: UInt64, limit: Int) throws {
        var random = SplitMix64(seed: seed)
        let budget = MemoryBudget(limit: limit)
        let bucketCount = Int.random(in: 1...9, using: &random)
        var writer = BucketStoreWriter<UInt32>(bucketCount: bucketCount, budget: budget)
        var expected = [[Int: [UInt32]]](repeating: [:], count: bucketCount)
        for part in 0..<Int.random(in: 0...5, using: &random) {
            let numbers = (0..<Int.random(in: 0...50, using: &random))
                .map { _ in UInt32.random(in: 0..<1000, using: &random) }
            for number in numbers {
                expected[Int(number) % bucketCount][part, default: []].append(number)
            }
            try writer.append(
                BucketPart(
                    count: numbers.count,
                    bucketCount: bucketCount,
                    filler: 0,
                    bucket: { Int(numbers[$0]) % bucketCount },
                    element: { numbers[$0] }
                )
            )
        }
        let store = try writer.finish()
        for bucket in 0..<bucketCount {
            var found: [Int: [UInt32]] = [:]
            store.forEachPart(ofBucket: bucket) { part, elements in
                found[part] = elements.indices.map { elements[$0] }
            }
            #expect(found == expected[bucket])
            #expect(store.count(ofBucket: bucket) == found.values.reduce(0) { $0 + $1.count })
        }
    }
}

import TestSupport
import Testing

@testable import LeitongReport

@Suite struct PartitioningIndexTests {
    /// As a plain search from the front finds it, in arrays and slices of every length.
    @Test(arguments: 0...40)
    func firstThatDoesNotPrecedeIsFound(count: Int) {
        var random = SplitMix64(seed: UInt64(count))
        let numbers = (0..<count).map { _ in Int.random(in: 0...20, using: &random) }.sorted()
        for bound in -1...21 {
            let plain = numbers.firstIndex { $0 >= bound } ?? numbers.endIndex
            #expect(numbers.partitioningIndex { $0 < bound } == plain)
            let slice = numbers.dropFirst(3)
            let first = slice.firstIndex { $0 >= bound } ?? slice.endIndex
            #expect(slice.partitioningIndex { $0 < bound } == first)
        }
    }

    @Test func fewElementsAreLookedAt() {
        var calls = 0
        let place = (0..<1_000_000)
            .partitioningIndex { number in
                calls += 1
                return number < 654_321
            }
        #expect(place == 654_321 && calls <= 20)
    }
}

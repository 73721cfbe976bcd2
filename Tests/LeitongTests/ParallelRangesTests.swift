import Testing

@testable import Leitong

@Suite struct ParallelRangesTests {
    @Test(arguments: [0, 1, 7, 100], [1, 2, 8])
    func resultsComeInOrder(count: Int, threads: Int) async {
        let parts = await ParallelRanges.map(count: count, chunkSize: 3, threads: threads) {
            Array($0)
        }
        #expect(parts.flatMap(\.self) == Array(0..<count))
        #expect(parts.count == (count + 2) / 3)
    }
}

import Synchronization
import Testing

@testable import Leitong

@Suite struct OrderedWorkTests {
    private struct Full: Error {}

    @Test(arguments: [0, 1, 7, 100], [1, 2, 8])
    func resultsAreTakenUpInOrder(count: Int, threads: Int) async throws {
        let chunks = OrderedWork.chunks(of: count, limit: 3) { _ in 1 }
        var taken: [Int] = []
        try await OrderedWork.forEach(chunks, threads: threads) { chunk in
            // The later, the sooner done.
            for _ in 0..<(count - chunk.lowerBound) { _ = sqrtSum(50) }
            return Array(chunk)
        } consume: {
            taken += $0
        }
        #expect(taken == Array(0..<count))
    }

    /// A first chunk that takes long holds up the others: no more of them than may wait are begun.
    @Test func fewResultsWait() async throws {
        let begun = Atomic(0)
        let most = Atomic(0)
        let chunks = (0..<200).map { $0..<$0 + 1 }
        try await OrderedWork.forEach(chunks, threads: 2) { chunk in
            begun.add(1, ordering: .relaxed)
            if chunk.lowerBound == 0 {
                for _ in 0..<20_000 { _ = sqrtSum(50) }
                most.store(begun.load(ordering: .relaxed), ordering: .relaxed)
            }
        } consume: { _ in
        }
        #expect(begun.load(ordering: .relaxed) == 200)
        #expect(most.load(ordering: .relaxed) <= 8)
    }

    @Test(arguments: [1, 3])
    func nothingIsBegunAfterAnError(threads: Int) async throws {
        let begun = Atomic(0)
        var taken = 0
        await #expect(throws: Full.self) {
            try await OrderedWork.forEach((0..<1000).map { $0..<$0 + 1 }, threads: threads) { _ in
                begun.add(1, ordering: .relaxed)
            } consume: { _ in
                taken += 1
                if taken == 5 { throw Full() }
            }
        }
        #expect(taken == 5)
        #expect(begun.load(ordering: .relaxed) <= 5 + 4 * threads)
    }

    @Test func chunksEndWhereTheyAreLargeEnough() {
        let sizes = [1, 1, 5, 2, 0, 9, 1]
        #expect(
            OrderedWork.chunks(of: sizes.count, limit: 5) { sizes[$0] } == [0..<3, 3..<6, 6..<7]
        )
        #expect(OrderedWork.chunks(of: 0, limit: 5) { sizes[$0] } == [])
    }

    /// Some work.
    private func sqrtSum(_ count: Int) -> Double {
        (0..<count).reduce(0) { $0 + Double($1).squareRoot() }
    }
}

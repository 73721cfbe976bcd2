import LeitongStorage
import Synchronization
import Testing

@testable import Leitong

/// The one place where work is split: in order, few results waiting, and stopped by an error or by the
/// cancellation of the task.
@Suite struct RunContextTests {
    private struct Full: Error {}

    @Test(arguments: [0, 1, 7, 100], [1, 2, 8])
    func resultsComeInOrder(count: Int, threads: Int) async throws {
        let parts = try await RunContext(threads: threads)
            .map(count: count, chunkSize: 3) { Array($0) }
        #expect(parts.flatMap(\.self) == Array(0..<count))
        #expect(parts.count == (count + 2) / 3)
    }

    @Test(arguments: [1, 3])
    func aPartOfARangeTellsHowFarTheWholeIs(threads: Int) async throws {
        let told = Mutex<[Int]>([])
        let progress = RunProgress { event in
            if case .advanced(let done, let total) = event {
                told.withLock { $0.append(total == 10 ? done : -1) }
            }
        }
        let parts = try await RunContext(threads: threads, progress: progress)
            .map(3..<8, of: 10, chunkSize: 2) { $0 }
        #expect(parts == [3..<5, 5..<7, 7..<8])
        #expect(told.withLock { $0.max() } == 8)
        #expect(told.withLock { $0.count } == 3)
    }

    @Test(arguments: [0, 1, 7, 100], [1, 2, 8])
    func resultsAreTakenUpInOrder(count: Int, threads: Int) async throws {
        let chunks = RunContext.chunks(of: count, limit: 3) { _ in 1 }
        var taken: [Int] = []
        try await RunContext(threads: threads)
            .forEach(chunks) { chunk in
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
        try await RunContext(threads: 2)
            .forEach(singles(200)) { chunk in
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
            try await RunContext(threads: threads)
                .forEach(singles(1000)) { _ in
                    begun.add(1, ordering: .relaxed)
                } consume: { _ in
                    taken += 1
                    if taken == 5 { throw Full() }
                }
        }
        #expect(taken == 5)
        #expect(begun.load(ordering: .relaxed) <= 5 + 4 * threads)
    }

    /// The work cancels its own task, so that no clock decides: what is begun ends, and nothing follows.
    @Test(arguments: [1, 2, 8])
    func nothingIsBegunAfterCancellation(threads: Int) async throws {
        let context = RunContext(threads: threads)
        let mapped = Atomic(0)
        await #expect(throws: CancellationError.self) {
            _ = try await CancellableWork.run { cancel in
                try await context.map(count: 1000, chunkSize: 1) { _ in
                    if mapped.add(1, ordering: .relaxed).newValue == 5 { cancel() }
                }
            }
        }
        #expect(mapped.load(ordering: .relaxed) <= 5 + threads)
        let begun = Atomic(0)
        let taken = Atomic(0)
        await #expect(throws: CancellationError.self) {
            try await CancellableWork.run { cancel in
                try await context.forEach(singles(1000)) { _ in
                    if begun.add(1, ordering: .relaxed).newValue == 5 { cancel() }
                } consume: { _ in
                    taken.add(1, ordering: .relaxed)
                }
            }
        }
        #expect(begun.load(ordering: .relaxed) <= 5 + 4 * threads)
        #expect(taken.load(ordering: .relaxed) <= 5 + 4 * threads)
    }

    @Test(arguments: [1, 2, 8])
    func eachThreadDoesItsPart(threads: Int) {
        let parts = Mutex([Int]())
        RunContext(threads: threads).onEachThread { part in parts.withLock { $0.append(part) } }
        #expect(parts.withLock { $0.sorted() } == Array(0..<threads))
    }

    @Test func aTaskCancelledBeforeBeginsNothing() async throws {
        let context = RunContext()
        let begun = Atomic(0)
        await #expect(throws: CancellationError.self) {
            try await CancellableWork.run { cancel in
                cancel()
                try await context.run { _ = begun.add(1, ordering: .relaxed) }
            }
        }
        #expect(begun.load(ordering: .relaxed) == 0)
    }

    @Test func wantOfScratchSpaceIsAnErrorOfTheLibrary() async throws {
        let error = await #expect(throws: LeitongError.self) {
            try await RunContext()
                .run {
                    var writer = FlatArrayWriter<Int>(
                        budget: MemoryBudget(limit: 0, directory: "/nowhere")
                    )
                    try writer.append([Int](repeating: 1, count: 1 << 20).span)
                    _ = try writer.finish()
                }
        }
        guard case .noScratchSpace = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func thereIsAlwaysAThread() {
        #expect(RunContext(threads: 0).threads == 1)
        #expect(RunContext(threads: -3).threads == 1)
    }

    @Test func chunksEndWhereTheyAreLargeEnough() {
        let sizes = [1, 1, 5, 2, 0, 9, 1]
        #expect(
            RunContext.chunks(of: sizes.count, limit: 5) { sizes[$0] } == [0..<3, 3..<6, 6..<7]
        )
        #expect(RunContext.chunks(of: 0, limit: 5) { sizes[$0] } == [])
    }

    private func singles(_ count: Int) -> [Range<Int>] {
        (0..<count).map { $0..<$0 + 1 }
    }

    /// Some work.
    private func sqrtSum(_ count: Int) -> Double {
        (0..<count).reduce(0) { $0 + Double($1).squareRoot() }
    }
}

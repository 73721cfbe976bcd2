import LeitongStorage
import Synchronization

/// The one place where work is split over threads.
///
/// A range is cut into chunks; as many tasks as there are threads take the next chunk until none is
/// left, and the results are returned in the order of the chunks. So a result that depends only on
/// its chunk makes a total that does not depend on the number of threads.
package enum ParallelRanges {
    /// Maps chunks of a range that begins at zero side by side.
    package static func map<Result: Sendable>(
        count: Int,
        chunkSize: Int,
        threads: Int,
        _ transform: @escaping @Sendable (Range<Int>) -> Result
    ) async -> [Result] {
        await map(0..<count, of: count, chunkSize: chunkSize, threads: threads, transform)
    }

    /// Maps chunks of a range side by side.
    ///
    /// - Parameters:
    ///   - all: The range.
    ///   - total: Where the work ends of which this range is a part, for progress.
    ///   - chunkSize: Elements in a chunk; must not depend on the number of threads.
    ///   - threads: Tasks that run side by side.
    ///   - transform: Work on one chunk.
    /// - Returns: One result a chunk, in order.
    package static func map<Result: Sendable>(
        _ all: Range<Int>,
        of total: Int,
        chunkSize: Int,
        threads: Int,
        _ transform: @escaping @Sendable (Range<Int>) -> Result
    ) async -> [Result] {
        let chunkCount = (all.count + chunkSize - 1) / chunkSize
        let next = NextChunk()
        let done = DoneCount(all.lowerBound)
        let progress = RunProgress.current
        let budget = RunMemory.budget
        let work: @Sendable () -> [(Int, Result)] = {
            var results: [(Int, Result)] = []
            while let chunk = next.take(below: chunkCount) {
                let start = all.lowerBound + chunk * chunkSize
                let range = start..<Swift.min(start + chunkSize, all.upperBound)
                results.append((chunk, transform(range)))
                progress.advance(done.add(range.count), of: total)
                budget?.relieve()
            }
            return results
        }
        guard threads > 1, chunkCount > 1 else { return work().map(\.1) }
        let parts = await withTaskGroup(of: [(Int, Result)].self) { group in
            for _ in 0..<Swift.min(threads, chunkCount) {
                group.addTask { work() }
            }
            return await group.reduce(into: []) { $0.append(contentsOf: $1) }
        }
        return parts.sorted { $0.0 < $1.0 }.map(\.1)
    }
}

/// How much of a range is done.
private final class DoneCount: Sendable {
    private let counter: Atomic<Int>

    init(_ first: Int) {
        counter = Atomic(first)
    }

    func add(_ count: Int) -> Int {
        counter.wrappingAdd(count, ordering: .relaxed).newValue
    }
}

/// Hands out chunk numbers, each once.
private final class NextChunk: Sendable {
    private let counter = Atomic<Int>(0)

    func take(below limit: Int) -> Int? {
        let chunk = counter.wrappingAdd(1, ordering: .relaxed).oldValue
        return chunk < limit ? chunk : nil
    }
}

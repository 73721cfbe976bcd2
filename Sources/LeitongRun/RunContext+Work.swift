import Dispatch
import LeitongStorage
import Synchronization

/// Work that is split over threads: the results are those of one thread, in the same order.
extension RunContext {
    /// Maps chunks of a range that begins at zero side by side.
    ///
    /// - Parameters:
    ///   - count: The range is `0..<count`.
    ///   - chunkSize: Elements in a chunk.
    ///   - transform: Work on one chunk.
    /// - Returns: One result a chunk, in order.
    /// - Throws: `CancellationError`.
    package func map<Result: Sendable>(
        count: Int,
        chunkSize: Int,
        _ transform: @escaping @Sendable (Range<Int>) -> Result
    ) async throws -> [Result] {
        try await map(0..<count, of: count, chunkSize: chunkSize, transform)
    }

    /// Maps chunks of a range side by side.
    ///
    /// As many tasks as there are threads take the next chunk until none is left. So a result that
    /// depends only on its chunk makes a total that does not depend on the number of threads.
    ///
    /// - Parameters:
    ///   - all: The range.
    ///   - total: Where the work ends of which this range is a part, for progress.
    ///   - chunkSize: Elements in a chunk; must not depend on the number of threads.
    ///   - transform: Work on one chunk.
    /// - Returns: One result a chunk, in order.
    /// - Throws: `CancellationError`.
    package func map<Result: Sendable>(
        _ all: Range<Int>,
        of total: Int,
        chunkSize: Int,
        _ transform: @escaping @Sendable (Range<Int>) -> Result
    ) async throws -> [Result] {
        let chunkCount = (all.count + chunkSize - 1) / chunkSize
        let next = NextChunk()
        let done = DoneCount(all.lowerBound)
        let (progress, memory) = (progress, memory)
        let work: @Sendable () -> [(Int, Result)] = {
            var results: [(Int, Result)] = []
            while !Task.isCancelled, let chunk = next.take(below: chunkCount) {
                let start = all.lowerBound + chunk * chunkSize
                let range = start..<Swift.min(start + chunkSize, all.upperBound)
                results.append((chunk, transform(range)))
                progress.advance(done.add(range.count), of: total)
                memory.relieve()
            }
            return results
        }
        guard threads > 1, chunkCount > 1 else {
            let results = work().map(\.1)
            try Task.checkCancellation()
            return results
        }
        let parts = await withTaskGroup(of: [(Int, Result)].self) { group in
            for _ in 0..<Swift.min(threads, chunkCount) {
                group.addTask { work() }
            }
            return await group.reduce(into: []) { $0.append(contentsOf: $1) }
        }
        try Task.checkCancellation()
        return parts.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Results per thread that may wait for one that takes long.
    private static let waitingPerThread = 4

    /// Works on chunks side by side, and takes up what came of them in their order, with few results
    /// waiting: what goes to a file need never be in memory all at once.
    ///
    /// - Parameters:
    ///   - chunks: Ranges that must not depend on the number of threads.
    ///   - transform: Work on one chunk.
    ///   - consume: Takes up a result.
    /// - Throws: What `consume` throws, and `CancellationError`; no chunk is begun after that.
    package func forEach<Result: Sendable>(
        _ chunks: [Range<Int>],
        _ transform: @escaping @Sendable (Range<Int>) -> Result,
        consume: (Result) throws -> Void
    ) async throws {
        if threads > 1, chunks.count > 1 {
            try await forEachSideBySide(chunks, transform, consume)
        } else {
            try forEachInTurn(chunks, transform, consume)
        }
        try Task.checkCancellation()
    }

    /// Works on one chunk after another.
    private func forEachInTurn<Result: Sendable>(
        _ chunks: [Range<Int>],
        _ transform: (Range<Int>) -> Result,
        _ consume: (Result) throws -> Void
    ) throws {
        let total = chunks.last?.upperBound ?? 0
        for chunk in chunks {
            try Task.checkCancellation()
            try consume(transform(chunk))
            progress.advance(chunk.upperBound, of: total)
            memory.relieve()
        }
    }

    /// Works on as many chunks at a time as there are threads; results that come early wait.
    private func forEachSideBySide<Result: Sendable>(
        _ chunks: [Range<Int>],
        _ transform: @escaping @Sendable (Range<Int>) -> Result,
        _ consume: (Result) throws -> Void
    ) async throws {
        let total = chunks.last?.upperBound ?? 0
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var started = 0
            var consumed = 0
            var waiting: [Int: Result] = [:]
            func start() {
                while started < chunks.count, started - consumed - waiting.count < threads,
                    started < consumed + Self.waitingPerThread * threads
                {
                    let number = started
                    group.addTask {
                        try Task.checkCancellation()
                        return (number, transform(chunks[number]))
                    }
                    started += 1
                }
            }
            start()
            while let (number, result) = try await group.next() {
                try Task.checkCancellation()
                waiting[number] = result
                start()
                while let result = waiting.removeValue(forKey: consumed) {
                    try consume(result)
                    progress.advance(chunks[consumed].upperBound, of: total)
                    consumed += 1
                }
                memory.relieve()
                start()
            }
        }
    }

    /// Does a part of some work on each thread, and waits for all: for loops over bytes and rows that
    /// are no tasks of their own.
    ///
    /// - Parameter body: Work on one part, told its number, from 0 up to the number of threads.
    package func onEachThread(_ body: @Sendable (Int) -> Void) {
        DispatchQueue.concurrentPerform(iterations: threads, execute: body)
    }

    /// Cuts a range into chunks of about equal size.
    ///
    /// - Parameters:
    ///   - count: The range is `0..<count`.
    ///   - limit: Size from which on a chunk ends.
    ///   - size: Size of an element.
    /// - Returns: The chunks, in order.
    package static func chunks(of count: Int, limit: Int, size: (Int) -> Int) -> [Range<Int>] {
        var chunks: [Range<Int>] = []
        var start = 0
        var sum = 0
        for index in 0..<count {
            sum += size(index)
            if sum >= limit || index + 1 == count {
                chunks.append(start..<index + 1)
                start = index + 1
                sum = 0
            }
        }
        return chunks
    }
}

/// How much of a range is done.
private final class DoneCount: Sendable {
    private let counter: Atomic<Int>

    init(_ first: Int) {
        counter = Atomic(first)
    }

    func add(_ count: Int) -> Int {
        // Wraps never: the counts of all chunks are at most the range.
        counter.wrappingAdd(count, ordering: .relaxed).newValue
    }
}

/// Hands out chunk numbers, each once.
private final class NextChunk: Sendable {
    private let counter = Atomic<Int>(0)

    func take(below limit: Int) -> Int? {
        // Wraps never: it is asked once more than there are chunks by each thread.
        let chunk = counter.wrappingAdd(1, ordering: .relaxed).oldValue
        return chunk < limit ? chunk : nil
    }
}

import LeitongStorage

/// Work that is split over threads and taken up in order, with few results waiting: what goes to a
/// file need never be in memory all at once.
package enum OrderedWork {
    /// Results per thread that may wait for one that takes long.
    private static let waitingPerThread = 4

    /// Works on chunks side by side, and takes up what came of them in their order.
    ///
    /// - Parameters:
    ///   - chunks: Ranges that must not depend on the number of threads.
    ///   - threads: Tasks that run side by side.
    ///   - transform: Work on one chunk.
    ///   - consume: Takes up a result.
    /// - Throws: What `consume` throws; no chunk is begun after that.
    package static func forEach<Result: Sendable>(
        _ chunks: [Range<Int>],
        threads: Int,
        _ transform: @escaping @Sendable (Range<Int>) -> Result,
        consume: (Result) throws -> Void
    ) async throws {
        let progress = RunProgress.current
        let total = chunks.last?.upperBound ?? 0
        guard threads > 1, chunks.count > 1 else {
            for chunk in chunks {
                try consume(transform(chunk))
                progress.advance(chunk.upperBound, of: total)
                RunMemory.budget?.relieve()
            }
            return
        }
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var started = 0
            var consumed = 0
            var waiting: [Int: Result] = [:]
            func start() {
                while started < chunks.count, started - consumed - waiting.count < threads,
                    started < consumed + waitingPerThread * threads
                {
                    let number = started
                    group.addTask { (number, transform(chunks[number])) }
                    started += 1
                }
            }
            start()
            while let (number, result) = try await group.next() {
                waiting[number] = result
                start()
                while let result = waiting.removeValue(forKey: consumed) {
                    try consume(result)
                    progress.advance(chunks[consumed].upperBound, of: total)
                    consumed += 1
                }
                RunMemory.budget?.relieve()
                start()
            }
        }
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

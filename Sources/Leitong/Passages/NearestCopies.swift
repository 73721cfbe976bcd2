@_spi(Core) import LeitongCore
import LeitongReport
import LeitongStorage

/// Of the copies that a cluster lists, finds those that match most of each place: one that adds
/// nothing to them is left out of the rows.
///
/// Those that join a cluster are rows, and cover both their places. Of the others a place is covered by
/// those that match most of it, so they are gone through in that order, document by document of
/// those that are explained. What is found in the order of the first documents is sorted into buckets
/// of others for that.
struct NearestCopies: Sendable {
    let passages: FlatArray<FoundPassage>
    /// Whether a cluster lists both places of a passage.
    let isHeld: [Bool]
    /// Whether a passage is one of those that join the members of a cluster: it is a row in any case.
    let isJoining: [Bool]
    let documentCount: Int
    let pairRule: PairRule

    /// Buckets of explained documents.
    private static let bucketCount = 256
    /// Passages that one task sorts at a time.
    private static let chunkSize = 1 << 16

    /// A place that a copy explains.
    private struct Explained: BitwiseCopyable, Sendable {
        /// Number of the passage.
        var passage: UInt32
        var start: UInt32
        var length: UInt32
        /// By how much more was changed than matched; the least there is if the copy joins a cluster.
        var loss: Int32

        var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
    }

    /// Whether each passage is left out.
    ///
    /// - Parameter context: How it is run.
    /// - Returns: An answer for each passage.
    /// - Throws: `StorageError` where there is no room for the places, and `CancellationError`.
    /// - Complexity: Linear but for sorting.
    func leftOut(context: RunContext) async throws -> [Bool] {
        var isLeftOut = isHeld.indices.map { isHeld[$0] && !isJoining[$0] }
        guard isHeld.contains(true) else { return isLeftOut }
        var hasHeld = [Bool](repeating: false, count: documentCount)
        for number in passages.indices where isHeld[number] {
            hasHeld[explained(by: passages[number].passage).0] = true
        }
        var writer = BucketStoreWriter<Explained>(
            bucketCount: Self.bucketCount,
            budget: context.memory
        )
        let chunks = RunContext.chunks(of: passages.count, limit: Self.chunkSize) { _ in 1 }
        try await context.forEach(chunks) { [hasHeld] range in
            part(range, where: hasHeld)
        } consume: { part in
            try writer.append(part)
        }
        let places = try writer.finish()
        let buckets = (0..<Self.bucketCount).map { $0..<$0 + 1 }
        try await context.forEach(buckets) { bucket in
            rows(bucket.lowerBound, of: places)
        } consume: { rows in
            for number in rows { isLeftOut[Int(number)] = false }
        }
        return isLeftOut
    }

    /// The side of a copy that it explains.
    ///
    /// Where documents are compared with others, it is theirs that are explained.
    private func explained(by copy: KeptPassage) -> (Int, Range<Int>) {
        if case .against(let isReference) = pairRule, isReference[copy.bDocument] {
            return (copy.aDocument, copy.a)
        }
        return (copy.bDocument, copy.b)
    }

    /// Sorts the copies among some passages by what they explain, but for documents of which no
    /// cluster lists a copy.
    private func part(_ range: Range<Int>, where hasHeld: [Bool]) -> BucketPart<Explained> {
        var places: [Explained] = []
        var buckets: [Int] = []
        func append(_ number: Int, _ document: Int, _ place: Range<Int>, loss: Int32) {
            guard hasHeld[document] else { return }
            buckets.append(document * Self.bucketCount / documentCount)
            places.append(
                Explained(
                    passage: UInt32(number),
                    start: UInt32(place.lowerBound),
                    length: UInt32(place.count),
                    loss: loss
                )
            )
        }
        for number in range {
            let found = passages[number]
            guard found.matchClass == .copy else { continue }
            let copy = found.passage
            if isJoining[number] {
                append(number, copy.aDocument, copy.a, loss: .min)
                append(number, copy.bDocument, copy.b, loss: .min)
            } else {
                let (document, place) = explained(by: copy)
                append(number, document, place, loss: copy.loss)
            }
        }
        return BucketPart(
            count: places.count,
            bucketCount: Self.bucketCount,
            filler: Explained(passage: 0, start: 0, length: 0, loss: 0),
            bucket: { buckets[$0] },
            element: { places[$0] }
        )
    }

    /// The passages of a bucket that match most of the places there.
    private func rows(_ bucket: Int, of store: BucketStore<Explained>) -> [UInt32] {
        var places: [Explained] = []
        places.reserveCapacity(store.count(ofBucket: bucket))
        store.forEachPart(ofBucket: bucket) { _, part in
            for index in part.indices { places.append(part[index]) }
        }
        // Those that join a cluster first, then those that match most.
        places.sort { ($0.loss, $0.passage) < ($1.loss, $1.passage) }
        let first = places.reduce(Int.max) { Swift.min($0, $1.range.lowerBound) }
        let end = places.reduce(first) { Swift.max($0, $1.range.upperBound) }
        var isCovered = [Bool](repeating: false, count: end - first)
        var rows: [UInt32] = []
        for place in places {
            let range = place.range.lowerBound - first..<place.range.upperBound - first
            // What adds less than a fifth says hardly more than that the earlier places are alike.
            let isOptional = isHeld[Int(place.passage)] && !isJoining[Int(place.passage)]
            if isOptional, 5 * isCovered[range].count(where: { $0 }) >= 4 * range.count { continue }
            rows.append(place.passage)
            for position in range { isCovered[position] = true }
        }
        return rows
    }
}

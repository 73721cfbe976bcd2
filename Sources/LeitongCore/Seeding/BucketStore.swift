package import LeitongAlgorithms
package import LeitongStorage

/// Elements of a part of the work, sorted by the bucket they belong to.
package struct BucketPart<Element: BitwiseCopyable & Sendable>: Sendable {
    /// The elements of bucket 0, of bucket 1, ...; those of each in the order they came in.
    package let grouped: GroupedElements<Element>

    /// Sorts elements.
    ///
    /// - Parameters:
    ///   - count: How many there are.
    ///   - bucketCount: How many buckets there are.
    ///   - filler: Any element.
    ///   - bucket: The bucket of the element with a number.
    ///   - element: The element with a number.
    /// - Complexity: Linear.
    @inlinable @inline(__always)
    package init(
        count: Int,
        bucketCount: Int,
        filler: Element,
        bucket: (Int) -> Int,
        element: (Int) -> Element
    ) {
        grouped = GroupedElements(
            count: count,
            groupCount: bucketCount,
            filler: filler,
            group: bucket,
            element: element
        )
    }
}

/// Elements of many parts, which can be had bucket by bucket: what does not fit into memory is read
/// again in another order than it was made in.
package struct BucketStore<Element: BitwiseCopyable & Sendable>: Sendable {
    private let elements: FlatArray<Element>
    /// `starts` of all parts, one after the other.
    private let starts: [UInt32]
    /// First element of each part.
    private let partStarts: [Int]
    private let bucketCount: Int

    fileprivate init(
        _ elements: FlatArray<Element>,
        starts: [UInt32],
        partStarts: [Int],
        bucketCount: Int
    ) {
        self.elements = elements
        self.starts = starts
        self.partStarts = partStarts
        self.bucketCount = bucketCount
    }

    /// Elements of a bucket.
    package func count(ofBucket bucket: Int) -> Int {
        partStarts.indices.reduce(0) { $0 + range(bucket, ofPart: $1).count }
    }

    /// Lends the elements of a bucket, part after part.
    ///
    /// - Parameters:
    ///   - bucket: Number of the bucket.
    ///   - body: Receives the number of a part, and its elements in the bucket, if it has any.
    /// - Complexity: Linear in the parts, besides what `body` does.
    @inline(__always)
    package func forEachPart(ofBucket bucket: Int, _ body: (Int, Span<Element>) -> Void) {
        var copy: [Element] = []
        for part in partStarts.indices {
            let range = range(bucket, ofPart: part)
            if range.isEmpty { continue }
            guard elements.isSpilled else {
                body(part, elements.span.extracting(range))
                continue
            }
            // A short stretch of each part: mapped pages around each would soon be all there are.
            copy.removeAll(keepingCapacity: true)
            elements.append(range, to: &copy)
            body(part, copy.span)
        }
    }

    private func range(_ bucket: Int, ofPart part: Int) -> Range<Int> {
        let slot = part * (bucketCount + 1) + bucket
        return partStarts[part] + Int(starts[slot])..<partStarts[part] + Int(starts[slot + 1])
    }
}

/// Gathers the parts of a ``BucketStore``, in order.
package struct BucketStoreWriter<Element: BitwiseCopyable & Sendable>: ~Copyable {
    private var elements: FlatArrayWriter<Element>
    private var starts: [UInt32] = []
    private var partStarts: [Int] = []
    private let bucketCount: Int

    /// Creates a writer.
    ///
    /// - Parameters:
    ///   - bucketCount: How many buckets there are.
    ///   - budget: What the elements are counted in.
    package init(bucketCount: Int, budget: MemoryBudget) {
        self.bucketCount = bucketCount
        elements = FlatArrayWriter(budget: budget)
    }

    /// Adds the part that follows.
    ///
    /// - Throws: ``StorageError`` where there is no room for it.
    package mutating func append(_ part: BucketPart<Element>) throws(StorageError) {
        partStarts.append(elements.count)
        starts.append(contentsOf: part.grouped.starts)
        try elements.append(part.grouped.elements.span)
    }

    /// Ends gathering.
    ///
    /// - Throws: ``StorageError`` where the last elements cannot be written.
    package consuming func finish() throws(StorageError) -> BucketStore<Element> {
        BucketStore(
            try elements.finish(),
            starts: starts,
            partStarts: partStarts,
            bucketCount: bucketCount
        )
    }
}

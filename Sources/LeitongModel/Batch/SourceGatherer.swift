public import LeitongStorage

/// Moves the texts of a batch that grows into flat arrays, which may lie in scratch files, whenever
/// those added since the last time take more of the heap than they may.
///
/// ```swift
/// var sources: [SourceText] = []
/// var gatherer = SourceGatherer(share: 1 << 20, memory: MemoryBudget())
/// for page in pages {
///     sources.append(SourceText(Array(page.text.utf8)))
///     try gatherer.gather(&sources)
/// }
/// ```
public struct SourceGatherer {
    private let share: Int
    private let memory: MemoryBudget
    /// First source that was not moved yet.
    private var first = 0
    /// First source that was not counted yet.
    private var next = 0
    /// Bytes on the heap from `first` to `next`.
    private var byteCount = 0

    /// Creates a gatherer for a batch without sources.
    ///
    /// - Parameters:
    ///   - share: Bytes that may stay on the heap.
    ///   - memory: What the arrays are counted in.
    public init(share: Int, memory: MemoryBudget) {
        self.share = share
        self.memory = memory
    }

    /// Looks at the sources that were added since the last time.
    ///
    /// - Parameter sources: All sources of the batch; it only ever grows.
    /// - Throws: ``StorageError`` where memory ends and no scratch space is to be had.
    /// - Complexity: Linear in the sources added since, and in the bytes that are moved.
    public mutating func gather(_ sources: inout [SourceText]) throws(StorageError) {
        for source in sources[next...] where source.isOnHeap { byteCount += source.count }
        next = sources.count
        guard byteCount > share else { return }
        try move(&sources)
        (first, byteCount) = (next, 0)
    }

    private func move(_ sources: inout [SourceText]) throws(StorageError) {
        let moved = (first..<next).filter { sources[$0].isOnHeap }
        var writer = FlatArrayWriter<UInt8>(budget: memory)
        for index in moved {
            try sources[index].withSpan { (bytes) throws(StorageError) in try writer.append(bytes) }
        }
        let array = try writer.finish()
        var start = 0
        for index in moved {
            let end = start + sources[index].count
            let startInFile = sources[index].startInFile
            sources[index] = SourceText(array, start..<end, startInFile: startInFile)
            start = end
        }
    }
}

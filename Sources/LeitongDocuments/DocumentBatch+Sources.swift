public import LeitongStorage

extension DocumentBatch {
    /// Bytes of the sources that are arrays of their own, from a position on.
    ///
    /// - Parameter first: Position of a source.
    public func heapByteCount(ofSourcesFrom first: Int) -> Int {
        sources[first...].reduce(0) { $0 + ($1.isOnHeap ? $1.count : 0) }
    }

    /// Moves sources into one flat array, which may lie in a scratch file.
    ///
    /// - Parameters:
    ///   - first: Position of the first source that is moved; all behind it are.
    ///   - memory: What the array is counted in.
    /// - Throws: ``StorageError`` where memory ends and no scratch space is to be had.
    /// - Complexity: Linear in the bytes.
    public mutating func gatherSources(
        from first: Int,
        memory: MemoryBudget
    ) throws(StorageError) {
        let moved = (first..<sources.count).filter { sources[$0].isOnHeap }
        var writer = FlatArrayWriter<UInt8>(budget: memory)
        for index in moved {
            try sources[index].withSpan { (bytes) throws(StorageError) in try writer.append(bytes) }
        }
        let array = try writer.finish()
        var start = 0
        for index in moved {
            let end = start + sources[index].count
            sources[index] = SourceText(array, start..<end)
            start = end
        }
    }
}

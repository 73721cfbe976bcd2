public import LeitongStorage

extension DocumentBatch {
    /// Moves the sources that were added since the last time into one flat array, which may lie in a
    /// scratch file, if they have more bytes on the heap than may stand there.
    ///
    /// - Parameters:
    ///   - share: Bytes that may stay on the heap.
    ///   - memory: What the array is counted in.
    /// - Throws: ``StorageError`` where memory ends and no scratch space is to be had.
    /// - Complexity: Linear in the sources added since, and in the bytes that are moved.
    public mutating func gatherSources(
        over share: Int,
        memory: MemoryBudget
    ) throws(StorageError) {
        for source in sources[ungathered.next...] where source.isOnHeap {
            ungathered.byteCount += source.count
        }
        ungathered.next = sources.count
        guard ungathered.byteCount > share else { return }
        try gather(from: ungathered.first, memory)
        ungathered = (sources.count, sources.count, 0)
    }

    private mutating func gather(from first: Int, _ memory: MemoryBudget) throws(StorageError) {
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

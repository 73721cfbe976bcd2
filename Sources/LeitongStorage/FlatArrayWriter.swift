/// Makes a ``FlatArray`` by appending.
///
/// ```swift
/// func squares(below count: UInt64, in memory: MemoryBudget) throws -> FlatArray<UInt64> {
///     var writer = FlatArrayWriter<UInt64>(budget: memory)
///     for number in 0..<count { try writer.append(number * number) }
///     return try writer.finish()
/// }
/// ```
///
/// Elements stay on the heap as long as the budget has room; from there on they are written to a
/// scratch file, those before included.
public struct FlatArrayWriter<Element: BitwiseCopyable & Sendable>: ~Copyable {
    /// Elements so far.
    public private(set) var count = 0
    private let budget: MemoryBudget
    private let block: HeapBlock
    /// Bytes in the block: all, or those that are not yet in the file.
    private var buffered = 0
    private var file: ScratchFile?

    /// Bytes that are gathered before they are written.
    private static var bufferSize: Int { 1 << 18 }
    private static var stride: Int { MemoryLayout<Element>.stride }

    /// Creates a writer.
    ///
    /// - Parameter budget: What the array is counted in.
    public init(budget: MemoryBudget) {
        self.budget = budget
        block = HeapBlock(budget: budget)
    }

    /// Adds an element.
    ///
    /// - Complexity: Constant but for writing; many are added faster by a span.
    public mutating func append(_ element: Element) throws(StorageError) {
        try append(CollectionOfOne(element).span)
    }

    /// Adds elements.
    ///
    /// - Throws: ``StorageError`` where no scratch space is to be had; the writer is then of no use.
    /// - Complexity: Linear in `elements`, amortised.
    public mutating func append(_ elements: Span<Element>) throws(StorageError) {
        let byteCount = elements.count * Self.stride
        if buffered + byteCount > block.byteCount { try makeRoom(for: byteCount) }
        count += elements.count
        if byteCount > block.byteCount {
            let file = file
            // Safe: reads the span's bytes while it lives.
            try unsafe elements.withUnsafeBytes { bytes throws(StorageError) in
                try unsafe file?.append(bytes)
            }
            budget.noteWritten(byteCount)
            return
        }
        let target = unsafe block.address.advanced(by: buffered)
        // Safe: `makeRoom` left so many bytes behind those in use.
        unsafe elements.withUnsafeBytes { bytes in
            if let source = bytes.baseAddress {
                unsafe target.copyMemory(from: source, byteCount: bytes.count)
            }
        }
        buffered += byteCount
    }

    /// Ends writing.
    ///
    /// - Throws: ``StorageError`` where the last elements cannot be written.
    public consuming func finish() throws(StorageError) -> FlatArray<Element> {
        guard file != nil else {
            block.resize(to: buffered)
            return FlatArray(block, count: count)
        }
        try flush()
        guard let file else { return FlatArray() }
        return FlatArray(try MappedBlock(file, budget: budget), count: count)
    }

    /// Makes the block larger, or begins a file, or empties the block into the file.
    private mutating func makeRoom(for byteCount: Int) throws(StorageError) {
        if file == nil {
            let needed = buffered + byteCount
            if block.grow(to: Swift.max(needed, block.byteCount / 2 * 3, 1 << 12))
                || block.grow(to: needed)
            {
                return
            }
            file = try ScratchFile(in: budget.directory)
            budget.noteSpilled()
            try flush()
            block.resize(to: Self.bufferSize)
        }
        try flush()
    }

    private mutating func flush() throws(StorageError) {
        // Safe: the block's first `buffered` bytes were copied there.
        try unsafe file?.append(UnsafeRawBufferPointer(start: block.address, count: buffered))
        budget.noteWritten(buffered)
        buffered = 0
    }
}

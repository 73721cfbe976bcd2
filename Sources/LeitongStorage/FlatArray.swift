/// An array that never changes, on the heap or mapped from a scratch file.
///
/// ```swift
/// let array = FlatArray<UInt32>([3, 1, 2])
/// print(array.count, array.span[0], array.isSpilled)    // 3 3 false
/// ```
///
/// Made by a ``FlatArrayWriter``. Copies share their elements. Loops should take the ``span`` once.
///
/// `@unchecked Sendable`: nothing is written to the block after the array was made, and the block lives as
/// long as any copy.
@safe
public struct FlatArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    @usableFromInline let block: FlatBlock?
    @usableFromInline let base: UnsafePointer<Element>
    /// Number of elements.
    public let count: Int

    init(_ block: FlatBlock, count: Int) {
        self.block = block
        self.count = count
        isSpilled = block is MappedBlock
        unsafe base = UnsafePointer(block.address.assumingMemoryBound(to: Element.self))
    }

    /// Creates an empty array.
    public init() {
        self.init([])
    }

    /// Copies elements to the heap, outside any budget.
    ///
    /// - Parameter elements: Few elements, or those of a test.
    public init(_ elements: [Element]) {
        let block = HeapBlock(budget: nil)
        block.resize(to: elements.count * MemoryLayout<Element>.stride)
        // Safe: the block has room for all, and is not larger.
        unsafe elements.withUnsafeBytes { bytes in
            if let source = bytes.baseAddress {
                unsafe block.address.copyMemory(from: source, byteCount: bytes.count)
            }
        }
        self.init(block, count: elements.count)
    }

    /// All elements.
    @inlinable
    public var span: Span<Element> {
        @_lifetime(borrow self)
        get {
            // Safe: the block has `count` elements and lives as long as `self`.
            let span = unsafe Span(_unsafeStart: base, count: count)
            return unsafe _overrideLifetime(span, borrowing: self)
        }
    }

    /// Whether the elements lie in a scratch file.
    public let isSpilled: Bool

    /// Copies elements to the end of an array.
    ///
    /// Of a scratch file they are read and not mapped: elements asked for here and there would make
    /// many pages resident, sixteen with each.
    ///
    /// - Parameters:
    ///   - range: Positions of the elements.
    ///   - target: Receives them.
    /// - Complexity: Linear in the range.
    @inlinable
    public func append(_ range: Range<Int>, to target: inout [Element]) {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "no such elements")
        if isSpilled, appendSpilled(range, to: &target) { return }
        // Safe: the part lies within the elements, which live as long as `self`.
        unsafe span.extracting(range)
            .withUnsafeBufferPointer { unsafe target.append(contentsOf: $0) }
    }

    /// Copies elements of a scratch file to the end of an array.
    ///
    /// - Returns: Whether they were read.
    @usableFromInline
    func appendSpilled(_ range: Range<Int>, to target: inout [Element]) -> Bool {
        guard let block = block as? MappedBlock else { return false }
        let byteOffset = range.lowerBound * MemoryLayout<Element>.stride
        var isRead = false
        target.append(addingCapacity: range.count) { added in
            // Safe: exactly the elements of the range are written, or none are counted.
            unsafe added.withUnsafeMutableBufferPointer { buffer, count in
                let part = unsafe UnsafeMutableRawBufferPointer(
                    start: buffer.baseAddress.map { unsafe $0 + count },
                    count: range.count * MemoryLayout<Element>.stride
                )
                isRead = unsafe block.copy(from: byteOffset, to: part)
                if isRead { count += range.count }
            }
        }
        return isRead
    }
}

extension FlatArray: RandomAccessCollection {
    /// Position of the first element.
    @inlinable public var startIndex: Int { 0 }
    /// One past the last.
    @inlinable public var endIndex: Int { count }

    /// An element.
    @inlinable
    public subscript(position: Int) -> Element {
        precondition(position >= 0 && position < count, "no such element")
        // Safe: checked in the line before.
        return withExtendedLifetime(block) { unsafe base[position] }
    }

    /// Lends the elements to functions that know pointers only.
    public func withContiguousStorageIfAvailable<R>(
        _ body: (UnsafeBufferPointer<Element>) throws -> R
    ) rethrows -> R? {
        // Safe: as in `span`.
        try withExtendedLifetime(block) {
            try unsafe body(UnsafeBufferPointer(start: base, count: count))
        }
    }
}

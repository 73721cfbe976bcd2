public import LeitongStorage

/// The bytes of a source, in UTF-8: on the heap, or a stretch of a flat array that may lie in a
/// scratch file.
public struct SourceText: Sendable {
    private enum Storage: Sendable {
        case heap([UInt8])
        case stretch(FlatArray<UInt8>, Range<Int>)
    }

    private let storage: Storage

    /// Creates a source on the heap.
    public init(_ bytes: [UInt8]) {
        storage = .heap(bytes)
    }

    /// Creates a source that is a stretch of an array.
    ///
    /// - Parameters:
    ///   - array: An array that holds several sources.
    ///   - range: Where this one lies.
    public init(_ array: FlatArray<UInt8>, _ range: Range<Int>) {
        precondition(array.indices.contains(range) || range.isEmpty)
        storage = .stretch(array, range)
    }

    /// Number of bytes.
    public var count: Int {
        switch storage {
        case .heap(let bytes): bytes.count
        case .stretch(_, let range): range.count
        }
    }

    /// Whether the bytes are an array of their own.
    var isOnHeap: Bool {
        if case .heap = storage { true } else { false }
    }

    /// Lends the bytes.
    public func withSpan<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        switch storage {
        case .heap(let bytes): return try body(bytes.span)
        case .stretch(let array, let range): return try body(array.span.extracting(range))
        }
    }

    /// Lends some of the bytes: of a scratch file a copy.
    ///
    /// - Parameters:
    ///   - part: Which bytes.
    ///   - scratch: Buffer for the copy; what it held is forgotten.
    ///   - body: Receives the bytes.
    /// - Returns: What `body` returns.
    func withSpan<Result>(
        of part: Range<Int>,
        scratch: inout [UInt8],
        _ body: (Span<UInt8>) throws -> Result
    ) rethrows -> Result {
        guard case .stretch(let array, let range) = storage, array.isSpilled else {
            return try withSpan { try body($0.extracting(part)) }
        }
        scratch.removeAll(keepingCapacity: true)
        let start = range.lowerBound
        array.append(start + part.lowerBound..<start + part.upperBound, to: &scratch)
        return try body(scratch.span)
    }

    /// Appends a range of the bytes to an array.
    public func append(_ range: Range<Int>, to output: inout [UInt8]) {
        withSpan { ByteSearch.append($0, range, to: &output) }
    }

    /// The bytes as an array of their own.
    ///
    /// - Complexity: Linear where they are none yet.
    public var bytes: [UInt8] {
        switch storage {
        case .heap(let bytes): bytes
        case .stretch(let array, let range): Array(array[range])
        }
    }
}

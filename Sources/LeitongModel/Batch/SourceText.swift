public import LeitongStorage

/// The bytes of a source, in UTF-8: on the heap, or a stretch of a flat array that may lie in a
/// scratch file.
///
/// ```swift
/// let source = SourceText(Array("第一行".utf8))
/// print(source.count, source.withSpan { $0[0] })    // 9 231
/// ```
///
/// Both are stored, one of them empty, so that bytes are lent without counting a reference: threads that
/// read one file would wait for one another there.
public struct SourceText: Sendable {
    /// The bytes of a source on the heap.
    private let heap: [UInt8]
    /// What another source is a stretch of.
    private let array: FlatArray<UInt8>
    /// The bytes of the one or the other.
    private let range: Range<Int>
    /// Whether the bytes are an array of their own.
    package let isOnHeap: Bool
    /// Where the text begins in its file: behind a byte order mark.
    ///
    /// Text in another encoding than UTF-8 is not the bytes of its file; for it this is 0.
    public let startInFile: Int

    private static let noArray = FlatArray<UInt8>()

    /// Creates a source on the heap.
    ///
    /// - Parameters:
    ///   - bytes: The text.
    ///   - startInFile: Where it begins in its file, if it is bytes of it.
    public init(_ bytes: [UInt8], startInFile: Int = 0) {
        heap = bytes
        array = Self.noArray
        range = bytes.indices
        isOnHeap = true
        self.startInFile = startInFile
    }

    /// Creates a source that is a stretch of an array.
    ///
    /// - Parameters:
    ///   - array: An array that holds several sources.
    ///   - range: Where this one lies.
    ///   - startInFile: Where it begins in its file, if it is bytes of it.
    public init(_ array: FlatArray<UInt8>, _ range: Range<Int>, startInFile: Int = 0) {
        precondition(array.indices.contains(range) || range.isEmpty)
        heap = []
        self.array = array
        self.range = range
        isOnHeap = false
        self.startInFile = startInFile
    }

    /// Number of bytes.
    public var count: Int { range.count }

    /// Lends the bytes.
    ///
    /// - Parameter body: Receives the bytes, in UTF-8.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws.
    /// - Complexity: Constant.
    public func withSpan<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try isOnHeap ? body(heap.span) : body(array.span.extracting(range))
    }

    /// Lends some of the bytes of one of several sources: of a scratch file a copy.
    ///
    /// - Parameters:
    ///   - part: Which bytes.
    ///   - position: Which source.
    ///   - sources: The sources. A source that is taken out of them would be counted.
    ///   - scratch: Buffer for the copy; what it held is forgotten.
    ///   - body: Receives the bytes.
    /// - Returns: What `body` returns.
    package static func withSpan<Result>(
        of part: Range<Int>,
        at position: Int,
        in sources: Span<SourceText>,
        scratch: inout [UInt8],
        _ body: (Span<UInt8>) throws -> Result
    ) rethrows -> Result {
        if sources[position].isOnHeap {
            return try body(sources[position].heap.span.extracting(part))
        }
        let start = sources[position].range.lowerBound + part.lowerBound
        let place = start..<start + part.count
        guard sources[position].array.isSpilled else {
            return try body(sources[position].array.span.extracting(place))
        }
        scratch.removeAll(keepingCapacity: true)
        sources[position].array.append(place, to: &scratch)
        return try body(scratch.span)
    }

    /// Lends some of the bytes of one of several sources if they are in memory.
    package static func withResidentSpan(
        of part: Range<Int>,
        at position: Int,
        in sources: Span<SourceText>,
        _ body: (Span<UInt8>) -> Void
    ) {
        if sources[position].isOnHeap {
            body(sources[position].heap.span.extracting(part))
        } else if !sources[position].array.isSpilled {
            let start = sources[position].range.lowerBound
            let place = start + part.lowerBound..<start + part.upperBound
            body(sources[position].array.span.extracting(place))
        }
    }

    /// Appends a range of the bytes to an array.
    ///
    /// - Parameters:
    ///   - range: Which bytes, counted from the first of the source.
    ///   - output: Array that they are appended to.
    /// - Complexity: Linear in the range.
    public func append(_ range: Range<Int>, to output: inout [UInt8]) {
        if isOnHeap {
            ByteSearch.append(heap.span, range, to: &output)
        } else {
            // Of a scratch file a copy, not a page more in memory.
            let start = self.range.lowerBound
            array.append(start + range.lowerBound..<start + range.upperBound, to: &output)
        }
    }

    /// The bytes as an array of their own.
    ///
    /// - Complexity: Linear where they are none yet.
    public var bytes: [UInt8] { isOnHeap ? heap : Array(array[range]) }
}

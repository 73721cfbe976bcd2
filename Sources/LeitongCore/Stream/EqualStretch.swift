/// A stretch on which two places agree.
@_spi(Core) public struct EqualStretch: BitwiseCopyable, Sendable, Equatable {
    /// First scalar of the first place, counted in the stream.
    public var a: Int
    /// First scalar of the second place, counted in the stream.
    public var b: Int
    /// Scalars.
    public var length: Int

    /// Creates a run.
    public init(a: Int, b: Int, length: Int) {
        self.a = a
        self.b = b
        self.length = length
    }

    /// The first place.
    public var aRange: Range<Int> { a..<a + length }
    /// The second place.
    public var bRange: Range<Int> { b..<b + length }
}

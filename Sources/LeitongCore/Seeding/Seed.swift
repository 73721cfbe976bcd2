/// A seed that was kept: where it begins and which windows chose it.
@_spi(Core) public struct Seed: BitwiseCopyable, Sendable, Equatable {
    /// First scalar, counted in the stream of all documents.
    public var position: UInt32
    /// Document it stands in.
    public var document: UInt32
    /// Scalars from the start of the first window that chose it to the seed.
    public var leadingWindow: UInt8
    /// Windows from the first to the last that chose it.
    public var windowCount: UInt8

    /// Creates a seed.
    public init(position: UInt32, document: UInt32, leadingWindow: UInt8, windowCount: UInt8) {
        self.position = position
        self.document = document
        self.leadingWindow = leadingWindow
        self.windowCount = windowCount
    }

    /// Starts of the windows that chose the seed, in the stream.
    public var windowStarts: Range<Int> {
        let first = Int(position) - Int(leadingWindow)
        return first..<first + Int(windowCount)
    }
}

/// The seeds of some documents, in rising order of position.
@_spi(Core) public struct SeedBatch: Sendable {
    /// Hash of each seed's scalars.
    public internal(set) var keys: [UInt64] = []
    /// The seeds, in the same order.
    public internal(set) var seeds: [Seed] = []

    /// Creates an empty batch.
    public init() {}
}

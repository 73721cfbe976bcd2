/// One text in one band: its key there and its number.
public struct BandEntry: BitwiseCopyable, Sendable, Equatable {
    /// Key of the band, or any 64-bit hash that texts are grouped by.
    public var key: UInt64
    /// Number of the text.
    public var text: UInt32

    /// Creates an entry.
    public init(key: UInt64, text: UInt32) {
        self.key = key
        self.text = text
    }
}

/// What reading one file may cost, so that no file can take the machine down.
///
/// ```swift
/// import LeitongFiles
///
/// var reading = ReadingOptions()
/// reading.limits = ReadingLimits(unpackedBytes: 4 << 30, archiveDepth: 1)
/// let corpus = try await Loader(reading: reading).load(paths: ["archives"])
/// ```
public struct ReadingLimits: Sendable, Equatable {
    /// Most bytes that all of an archive unpacks to, archives in it included.
    public var unpackedBytes: Int
    /// How many times its size an archive may unpack to, once that is more than
    /// ``freeUnpackedBytes``.
    public var unpackedRatio: Int
    /// How deep archives may lie in archives; 1 reads no archive inside another.
    public var archiveDepth: Int
    /// Seconds that a program which reads a format may take for a file.
    public var helperSeconds: Int
    /// Bytes of memory that such a program may use.
    public var helperBytes: Int

    /// Bytes that an archive may unpack to however small it is.
    public static let freeUnpackedBytes = 16 << 20

    /// Longest document that can be read, and longest file but for one of records: offsets in a
    /// document have 32 bits.
    public static let longestDocument = Int(UInt32.max)

    /// Creates limits.
    public init(
        unpackedBytes: Int = 1 << 30,
        unpackedRatio: Int = 100,
        archiveDepth: Int = 3,
        helperSeconds: Int = 60,
        helperBytes: Int = 2 << 30
    ) {
        self.unpackedBytes = unpackedBytes
        self.unpackedRatio = unpackedRatio
        self.archiveDepth = archiveDepth
        self.helperSeconds = helperSeconds
        self.helperBytes = helperBytes
    }
}

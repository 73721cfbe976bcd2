/// The bytes of a file that are no text in its encoding.
///
/// ```swift
/// import LeitongFormats
///
/// for input in DocumentReader().read(InputFile(path: "notes.txt")).skipped {
///     if let damage = input.damage { print(damage.count, "bytes, the first at", damage.offsets) }
/// }
/// ```
public struct DamagedBytes: Sendable, Equatable {
    /// How many there are.
    public var count: Int
    /// Where the first of them stand in the file, rising.
    public var offsets: [Int]

    /// As many offsets are kept.
    public static let offsetLimit = 10

    /// Creates a list.
    public init(count: Int = 0, offsets: [Int] = []) {
        self.count = count
        self.offsets = offsets
    }

    /// Counts one more, and keeps its offset if there is room.
    package mutating func add(_ offset: Int) {
        if offsets.count < Self.offsetLimit { offsets.append(offset) }
        count += 1
    }
}

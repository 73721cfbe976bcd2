/// A text as it is compared, with the way back to its source.
///
/// A buffer to be filled again and again by ``Folder``: structure of arrays, no allocation once
/// it has grown to the longest paragraph.
public struct FoldedText: Sendable {
    /// The folded scalars in UTF-8.
    public internal(set) var bytes: [UInt8] = []
    /// Where each folded scalar begins in `bytes`, and one entry more: the length of `bytes`.
    public internal(set) var scalarStarts: [UInt32] = [0]
    /// First source byte each folded scalar came from, relative to the text folded.
    /// Empty where no map was asked for.
    public internal(set) var sourceStarts: [UInt32] = []
    /// One past the last source byte each folded scalar came from.
    public internal(set) var sourceEnds: [UInt32] = []

    /// Creates an empty buffer.
    public init() {}

    /// Number of folded scalars.
    public var scalarCount: Int { scalarStarts.count - 1 }
}

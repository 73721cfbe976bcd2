import LeitongModel
public import LeitongStorage

/// The bytes of a file, wherever they stand.
enum FileBytes {
    /// On the heap.
    case heap([UInt8])
    /// In a flat array, which goes on in a scratch file where memory ends.
    case scratch(FlatArray<UInt8>)
}

/// Bytes of one file that may stand on the heap by themselves; those of a longer one go into a flat
/// array.
public struct HeapShare: Sendable {
    /// The bytes of the longest file that is read onto the heap.
    public var byteCount: Int
    /// What the flat array is counted in.
    public var memory: MemoryBudget

    /// Creates a share.
    ///
    /// - Parameters:
    ///   - byteCount: Bytes of the longest file that is read onto the heap.
    ///   - memory: What the flat array is counted in.
    public init(byteCount: Int, memory: MemoryBudget) {
        self.byteCount = byteCount
        self.memory = memory
    }
}

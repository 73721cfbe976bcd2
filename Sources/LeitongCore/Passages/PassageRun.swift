/// A run of an aligned passage.
@_spi(Core) public struct PassageRun: BitwiseCopyable, Sendable, Equatable {
    /// Whether the texts agree.
    public var kind: Kind
    // As positions in the stream: they have 32 bits.
    private var aCount: UInt32
    private var bCount: UInt32

    /// Scalars in the first place.
    public var aLength: Int {
        get { Int(aCount) }
        set { aCount = UInt32(newValue) }
    }
    /// Scalars in the second place.
    public var bLength: Int {
        get { Int(bCount) }
        set { bCount = UInt32(newValue) }
    }

    /// Creates a run.
    public init(kind: Kind, aLength: Int, bLength: Int) {
        self.kind = kind
        aCount = UInt32(aLength)
        bCount = UInt32(bLength)
    }

    /// What a run is.
    public enum Kind: BitwiseCopyable, Sendable, Equatable {
        /// The same scalars on both sides.
        case equal
        /// Deleted, inserted or replaced.
        case changed
        /// A redaction mark on one side, and what stands under it on the other.
        case redacted
    }
}

/// Runs under way; runs of a kind that touch become one.
struct RunList {
    private(set) var runs: [PassageRun]

    init(_ runs: [PassageRun] = []) {
        self.runs = runs
    }

    /// An empty list that takes over the buffer of an array, which is empty then.
    init(reusing buffer: inout [PassageRun]) {
        runs = buffer
        buffer = []
        runs.removeAll(keepingCapacity: true)
    }

    mutating func append(_ kind: PassageRun.Kind, _ aLength: Int, _ bLength: Int) {
        guard aLength > 0 || bLength > 0 else { return }
        if let last = runs.last, last.kind == kind {
            runs[runs.count - 1].aLength += aLength
            runs[runs.count - 1].bLength += bLength
        } else {
            runs.append(PassageRun(kind: kind, aLength: aLength, bLength: bLength))
        }
    }

    mutating func append(_ more: [PassageRun]) {
        guard let first = more.first else { return }
        // Only the first can touch one of its kind: runs in a list follow one of another kind.
        append(first.kind, first.aLength, first.bLength)
        runs.append(contentsOf: more.dropFirst())
    }
}

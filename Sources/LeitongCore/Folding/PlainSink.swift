/// Where plain folding writes.
///
/// The counts are kept apart from the buffers, so that they stay in
/// registers.
@unsafe
struct PlainSink {
    /// Room that an append may need.
    @safe static let longestScalar = 4

    private let bytes: UnsafeMutableRawPointer
    private let starts: UnsafeMutablePointer<UInt32>
    private let sources: UnsafeMutablePointer<UInt32>?
    private let base: Int
    private let byteLimit: Int
    private let limit: Int
    private(set) var byteCount = 0
    private(set) var count = 0

    init?(
        base: Int,
        _ bytes: UnsafeMutableBufferPointer<UInt8>,
        _ starts: UnsafeMutableBufferPointer<UInt32>,
        _ sources: UnsafeMutableBufferPointer<UInt32>
    ) {
        guard let bytesAddress = bytes.baseAddress, let startsAddress = starts.baseAddress else {
            return nil
        }
        precondition(sources.isEmpty || sources.count == starts.count)
        unsafe self.bytes = UnsafeMutableRawPointer(bytesAddress)
        unsafe self.starts = startsAddress
        unsafe self.sources = sources.isEmpty ? nil : sources.baseAddress
        unsafe self.base = base
        unsafe byteLimit = bytes.count - Self.longestScalar
        unsafe limit = starts.count
    }

    var keepsSources: Bool { unsafe sources != nil }

    /// Whether one more scalar fits.
    @inline(__always)
    var hasRoom: Bool { unsafe byteCount <= byteLimit && count < limit }

    /// Whether two more fit.
    var hasRoomForTwo: Bool {
        unsafe byteCount <= byteLimit - Self.longestScalar && count < limit - 1
    }

    /// Appends a scalar of three bytes, or does not; `hasRoom` holds.
    ///
    /// Written either way and then counted or not: text has too many marks of punctuation, at
    /// places too hard to foresee, for a branch.
    @inline(__always)
    mutating func append(_ three: ThreeBytes, isKept: Bool, _ position: Int) {
        // In bounds: four bytes fit. The fourth does not count; the next scalar overwrites it.
        unsafe bytes.storeBytes(
            of: three.word.littleEndian,
            toByteOffset: byteCount,
            as: UInt32.self
        )
        unsafe note(position, length: isKept ? 3 : 0, number: isKept ? 1 : 0)
    }

    /// Appends a scalar of one byte, or does not, in the same way; `hasRoom` holds.
    @inline(__always)
    mutating func append(_ byte: UInt8, isKept: Bool, _ position: Int) {
        // In bounds: four bytes fit.
        unsafe bytes.storeBytes(of: byte, toByteOffset: byteCount, as: UInt8.self)
        unsafe note(position, length: isKept ? 1 : 0, number: isKept ? 1 : 0)
    }

    /// Appends a scalar; `hasRoom` holds.
    @inline(__always)
    mutating func append(_ scalar: UInt32, from position: Int) {
        let (word, length) = UTF8Decoding.encoded(scalar)
        // In bounds: four bytes fit. Those past the scalar's do not count.
        unsafe bytes.storeBytes(of: word.littleEndian, toByteOffset: byteCount, as: UInt32.self)
        unsafe note(position, length: length)
    }

    @inline(__always)
    private mutating func note(_ position: Int, length: Int, number: Int = 1) {
        // In bounds: count < limit, which is the size of both.
        unsafe starts[count] = UInt32(truncatingIfNeeded: base &+ byteCount)
        if let sources = unsafe sources {
            unsafe sources[count] = UInt32(truncatingIfNeeded: position)
        }
        // No overflow: both stay below the sizes of buffers.
        unsafe byteCount &+= length
        unsafe count &+= number
    }
}

/// A valid scalar of three bytes.
struct ThreeBytes {
    /// The bytes from the lowest up, and one more that does not count.
    let word: UInt32

    /// Nil where no scalar of three bytes begins, and for some rare ones: those at the very end of
    /// the text, and those whose lead byte says too little (E0, ED).
    @inline(__always)
    init?(at position: Int, in text: Span<UInt8>) {
        guard position <= text.count - 4 else { return nil }
        // Safe: the load is inside the text, by the line above, and checked besides.
        let word = unsafe UInt32(
            littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt32.self)
        )
        guard word & 0xC0_C0F0 == 0x80_80E0, word & 0xFF != 0xE0, word & 0xFF != 0xED else {
            return nil
        }
        self.word = word
    }

    /// Its value.
    @inline(__always)
    var scalar: UInt32 {
        (word & 0xF) << 12 | (word >> 8 & 0x3F) << 6 | word >> 16 & 0x3F
    }
}

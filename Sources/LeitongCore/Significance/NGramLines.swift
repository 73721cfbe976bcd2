private import CBackground
private import CPrefetch

// The only unsafe code of looking n-grams up. Each line is 64 bytes, and every read below lies
// inside one of them.

/// Where an n-gram is kept.
struct NGramPlace: Hashable {
    /// Its line, unless that was full.
    var line: UInt32
    /// What tells it from the others of the line; never 0.
    var tag: UInt16
    /// The bit that is set in each full line that it was passed on from.
    var overflowBit: UInt16
}

/// A line of the table: fifteen n-grams in a line of the processor's cache.
///
/// | byte | what |
/// |:--|:--|
/// | 0 | 15 tags of two bytes, 0 where there is no n-gram |
/// | 30 | overflow bits of the n-grams that found no room here and stand in a later line |
/// | 32 | 15 entries of two bytes: penalty, cost |
/// | 62 | 0 |
enum NGramLine {
    static let size = 64
    static let capacity = 15
    static let overflowOffset = 30
    static let entryOffset = 32
    /// In how many lines an n-gram may stand.
    ///
    /// Its own and those that follow, the last followed by the first. One n-gram in ten stands
    /// beyond its own, one in eight thousand finds no room at all.
    static let reach = 64
}

/// The lines of a model: its own bytes, or memory that lives as long as the program.
///
/// `@unchecked Sendable`: the pointer is to memory that nobody writes or frees, by the contract of
/// the initialiser that takes it.
@safe struct NGramLines: @unchecked Sendable {
    /// Number of lines.
    let count: Int
    private let offset: Int
    private let owned: [UInt8]
    private let constant: UnsafeRawBufferPointer?

    /// Takes lines out of bytes.
    ///
    /// - Parameters:
    ///   - bytes: The bytes of a file.
    ///   - offset: Where the lines begin.
    ///   - count: How many there are; they lie inside the bytes.
    init(_ bytes: [UInt8], from offset: Int, count: Int) {
        precondition(count > 0 && offset + count * NGramLine.size <= bytes.count)
        owned = bytes
        unsafe constant = nil
        self.offset = offset
        self.count = count
    }

    /// Takes lines out of memory that is never changed and never freed, without a copy.
    @unsafe init(constant bytes: UnsafeRawBufferPointer, from offset: Int, count: Int) {
        precondition(count > 0 && offset + count * NGramLine.size <= bytes.count)
        owned = []
        unsafe constant = bytes
        self.offset = offset
        self.count = count
    }

    /// Lends the lines.
    @inline(__always)
    func withTable(_ body: (borrowing NGramTable) -> Void) {
        if let constant = unsafe constant {
            if let base = constant.baseAddress {
                body(unsafe NGramTable(base: base + offset, count: count))
            }
            return
        }
        unsafe owned.withUnsafeBytes { bytes in
            if let base = bytes.baseAddress {
                body(unsafe NGramTable(base: base + offset, count: count))
            }
        }
    }
}

/// The lines of a model while they are lent.
@safe struct NGramTable: ~Copyable {
    private let base: UnsafeRawPointer
    private let count: Int

    @unsafe @inline(__always) init(base: UnsafeRawPointer, count: Int) {
        unsafe self.base = unsafe base
        self.count = count
    }

    /// Asks memory for the lines of some n-grams.
    @inline(__always)
    func fetch(_ places: ArraySlice<NGramPlace>) {
        for place in places {
            // Safe: a hint; the line is one of the table.
            unsafe leitong_prefetch(base + Int(place.line) * NGramLine.size)
        }
    }

    /// What is kept of an n-gram, cost above penalty, or `nil` if it is not known.
    @inline(__always)
    func entry(at place: NGramPlace) -> UInt16? {
        var line = Int(place.line)
        for _ in 0..<NGramLine.reach {
            // Safe: line < count.
            let bytes = unsafe base + line * NGramLine.size
            let found = Int(unsafe leitong_background_place(bytes, place.tag.littleEndian))
            if found >= 0 {
                let offset = NGramLine.entryOffset + 2 * found
                return UInt16(
                    littleEndian: unsafe bytes.loadUnaligned(
                        fromByteOffset: offset,
                        as: UInt16.self
                    )
                )
            }
            let overflow = unsafe bytes.loadUnaligned(
                fromByteOffset: NGramLine.overflowOffset,
                as: UInt16.self
            )
            if UInt16(littleEndian: overflow) & place.overflowBit == 0 { return nil }
            line = line + 1 == count ? 0 : line + 1
        }
        return nil
    }
}

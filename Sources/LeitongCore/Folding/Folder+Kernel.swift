// The loops that nearly all text takes: scalars that neither join others nor become several. They
// are the only unsafe code of folding: written through spans they take nearly twice as long.

extension Folder {
    /// Folds from `position` up to the first scalar that may join others, becomes several, may begin
    /// a redaction mark, or hangs on what stands beside it; signs of ASCII are judged here.
    ///
    /// - Returns: Where that scalar begins, or the end of the text.
    static func foldPlainly(
        _ text: Span<UInt8>,
        from position: Int,
        level: FoldingLevel,
        _ signs: inout SignReader,
        into folded: inout FoldedText,
        keepingMap: Bool
    ) -> Int {
        let rest = text.count - position
        let base = folded.bytes.count
        var next = position
        var starts = folded.scalarStarts
        var sources = folded.sourceStarts
        folded.scalarStarts = []
        folded.sourceStarts = []
        // A scalar may grow from 2 bytes to 3, or from 3 to 4.
        folded.bytes.append(addingCapacity: rest + rest / 2 + PlainSink.longestScalar) { bytes in
            starts.append(addingCapacity: rest) { starts in
                sources.append(addingCapacity: keepingMap ? rest : 0) { sources in
                    // A table known here is read in the loop without being passed along.
                    next =
                        switch level {
                        case .none, .standard:
                            fold(
                                text,
                                from: position,
                                StandardTable.self,
                                base,
                                &signs,
                                &bytes,
                                &starts,
                                &sources
                            )
                        case .variants:
                            fold(
                                text,
                                from: position,
                                VariantsTable.self,
                                base,
                                &signs,
                                &bytes,
                                &starts,
                                &sources
                            )
                        case .confusables:
                            fold(
                                text,
                                from: position,
                                ConfusablesTable.self,
                                base,
                                &signs,
                                &bytes,
                                &starts,
                                &sources
                            )
                        }
                }
            }
        }
        folded.scalarStarts = starts
        folded.sourceStarts = sources
        if keepingMap { folded.appendPlainSourceEnds(of: text) }
        return next
    }

    private static func fold<Table: ChosenTable>(
        _ text: Span<UInt8>,
        from position: Int,
        _ choice: Table.Type,
        _ base: Int,
        _ signs: inout SignReader,
        _ bytes: inout OutputSpan<UInt8>,
        _ starts: inout OutputSpan<UInt32>,
        _ sources: inout OutputSpan<UInt32>
    ) -> Int {
        var next = position
        unsafe bytes.withUnsafeMutableBufferPointer { bytes, byteCount in
            unsafe starts.withUnsafeMutableBufferPointer { starts, startCount in
                unsafe sources.withUnsafeMutableBufferPointer { sources, sourceCount in
                    guard var sink = unsafe PlainSink(base: base, bytes, starts, sources) else {
                        return
                    }
                    next = unsafe fold(text, from: position, choice, &signs, into: &sink)
                    unsafe byteCount = sink.byteCount
                    unsafe startCount = sink.count
                    unsafe sourceCount = sink.keepsSources ? sink.count : 0
                }
            }
        }
        return next
    }

    @inline(__always)
    private static func fold<Table: ChosenTable>(
        _ text: Span<UInt8>,
        from first: Int,
        _ choice: Table.Type,
        _ signs: inout SignReader,
        into sink: inout PlainSink
    ) -> Int {
        let table = Table.table
        var position = first
        while position < text.count, unsafe sink.hasRoom {
            let lead = text[position]
            if lead < 0x80 {
                if RedactionMark.mayBegin(with: lead, at: position, in: text) { return position }
                if KeptSign.concerns(lead) {
                    guard unsafe keepSign(at: position, in: text, table, &signs, into: &sink) else {
                        return position
                    }
                    guard Surroundings.isDigit(UInt32(lead)) else {
                        position += 1
                        continue
                    }
                }
                let (folded, isKept) = ASCIIFolding.folded(lead)
                unsafe sink.append(folded, isKept: isKept, position)
                position += 1
            } else if let three = ThreeBytes(at: position, in: text) {
                let entry = table.entry(of: three.scalar)
                if entry <= FoldingTable.Action.drop {
                    unsafe sink.append(three, isKept: entry == FoldingTable.Action.keep, position)
                } else {
                    guard let kept = table.single(entry), !Surroundings.isDigit(kept) else {
                        return position
                    }
                    unsafe sink.append(kept, from: position)
                }
                position += 3
            } else {
                let (scalar, length) = UTF8Decoding.scalar(at: position, in: text)
                let entry = table.entry(of: scalar)
                if entry != FoldingTable.Action.drop {
                    let isKept = entry == FoldingTable.Action.keep
                    guard let kept = isKept ? scalar : table.single(entry),
                        !Surroundings.isDigit(kept)
                    else { return position }
                    unsafe sink.append(kept, from: position)
                }
                position += length
            }
        }
        return position
    }

    /// Keeps the sign before a digit, or the sign that begins here, if there is one to be kept.
    ///
    /// - Returns: Whether there was room, for a digit too; there is, but at the very end.
    @inline(__always)
    private static func keepSign(
        at position: Int,
        in text: Span<UInt8>,
        _ table: FoldingTable,
        _ signs: inout SignReader,
        into sink: inout PlainSink
    ) -> Bool {
        let byte = text[position]
        if Surroundings.isDigit(UInt32(byte)) {
            guard KeptSign.mayStand(before: position, in: text),
                let (sign, source) = KeptSign.sign(before: position, in: text, table)
            else { return true }
            guard unsafe sink.hasRoomForTwo else { return false }
            unsafe sink.append(sign, from: source.lowerBound)
        } else if let isKept = KeptSign.isPlainlyKept(byte, at: position, in: text) {
            unsafe sink.append(byte, isKept: isKept, position)
        } else if let sign = signs.sign(at: position, in: text, table) {
            unsafe sink.append(sign, from: position)
        }
        return true
    }
}

/// A valid scalar of three bytes.
private struct ThreeBytes {
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

/// Where plain folding writes.
///
/// The counts are kept apart from the buffers, so that they stay in
/// registers.
@unsafe
private struct PlainSink {
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

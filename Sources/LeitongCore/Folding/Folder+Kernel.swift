// The loops that nearly all text takes: scalars that neither join others nor become several. They
// and `PlainSink` are the unsafe code of the folding loop: written through spans they take nearly twice
// as long.

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
        // A table known here is read in the loop without being passed along.
        switch level {
        case .none, .standard:
            foldPlainly(
                text,
                from: position,
                StandardTable.self,
                &signs,
                into: &folded,
                keepingMap: keepingMap
            )
        case .variants:
            foldPlainly(
                text,
                from: position,
                VariantsTable.self,
                &signs,
                into: &folded,
                keepingMap: keepingMap
            )
        case .confusables:
            foldPlainly(
                text,
                from: position,
                ConfusablesTable.self,
                &signs,
                into: &folded,
                keepingMap: keepingMap
            )
        }
    }

    private static func foldPlainly<Table: ChosenTable>(
        _ text: Span<UInt8>,
        from position: Int,
        _ choice: Table.Type,
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
                    next = fold(
                        text,
                        from: position,
                        choice,
                        base,
                        &signs,
                        &bytes,
                        &starts,
                        &sources
                    )
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
                guard unsafe foldASCII(lead, at: position, in: text, table, &signs, into: &sink)
                else { return position }
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
                guard let length = unsafe foldScalar(at: position, in: text, table, into: &sink)
                else { return position }
                position += length
            }
        }
        return position
    }

    /// Folds a byte of ASCII.
    ///
    /// - Returns: Whether it was folded: not where a redaction mark may begin with it.
    @inline(__always)
    private static func foldASCII(
        _ byte: UInt8,
        at position: Int,
        in text: Span<UInt8>,
        _ table: FoldingTable,
        _ signs: inout SignReader,
        into sink: inout PlainSink
    ) -> Bool {
        if RedactionMark.mayBegin(with: byte, at: position, in: text) { return false }
        if KeptSign.concerns(byte) {
            guard unsafe keepSign(at: position, in: text, table, &signs, into: &sink) else {
                return false
            }
            guard Surroundings.isDigit(UInt32(byte)) else { return true }
        }
        let (folded, isKept) = ASCIIFolding.folded(byte)
        unsafe sink.append(folded, isKept: isKept, position)
        return true
    }

    /// Folds a scalar of any length but one byte.
    ///
    /// - Returns: Its length; nil where it may join others, becomes several or hangs on what stands
    ///   beside it.
    @inline(__always)
    private static func foldScalar(
        at position: Int,
        in text: Span<UInt8>,
        _ table: FoldingTable,
        into sink: inout PlainSink
    ) -> Int? {
        let (scalar, length) = UTF8Decoding.scalar(at: position, in: text)
        let entry = table.entry(of: scalar)
        if entry == FoldingTable.Action.drop { return length }
        let isKept = entry == FoldingTable.Action.keep
        guard let kept = isKept ? scalar : table.single(entry), !Surroundings.isDigit(kept) else {
            return nil
        }
        unsafe sink.append(kept, from: position)
        return length
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

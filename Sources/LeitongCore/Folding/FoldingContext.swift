/// What folding knows of the text around the scalars that hang on others.
struct FoldingContext {
    private var marks = RedactionMarkReader()
    private var privateUse = PrivateUseReader()
    /// The signs that stand between or after others.
    var signs = SignReader()

    /// What becomes of a scalar where it stands.
    enum Meaning {
        /// It folds as its entry says.
        case text(entry: UInt32)
        /// It is kept as this sign.
        case sign(UInt32)
        /// A redaction mark begins with it.
        case wildcard
        /// It leaves nothing.
        case nothing
    }

    /// Judges the scalar at a byte.
    ///
    /// - Parameters:
    ///   - scalar: The scalar.
    ///   - range: Its bytes; receives those of the run that was judged with it.
    ///   - isInRun: Whether it lies in a run that was judged before, and is no redaction mark.
    ///   - text: The text.
    ///   - table: The table by which it is folded.
    /// - Returns: What becomes of it.
    mutating func meaning(
        of scalar: UInt32,
        at range: inout Range<Int>,
        isInRun: Bool,
        in text: Span<UInt8>,
        _ table: FoldingTable
    ) -> Meaning {
        let entry = table.entry(of: scalar)
        let position = range.lowerBound
        let end = range.upperBound
        if entry & FoldingTable.Action.mayBeginMark != 0, !isInRun {
            let mark = marks.mark(at: position, in: text)
            range = position..<mark.end
            if mark.meaning == .wildcard { return .wildcard }
        }
        if scalar == Self.strokeOver, crossesOutNothing(at: position, in: text, table) {
            return .nothing
        }
        let plain = entry & FoldingTable.Action.plain
        // A run of signs that may be a redaction mark is emphasis or a break if it is none.
        let isAlone = !isInRun && range.upperBound == end
        if entry & FoldingTable.Action.hangsOnOthers != 0, isAlone {
            if PrivateUse.contains(scalar) {
                if privateUse.isBetweenHan(at: position, in: text, table) { return .nothing }
            } else if let sign = signs.sign(at: position, in: text, table) {
                return .sign(sign)
            }
        }
        return plain == FoldingTable.Action.drop ? .nothing : .text(entry: plain)
    }

    /// The mark by which `=` becomes `≠`.
    private static let strokeOver: UInt32 = 0x338

    /// Whether a stroke stands over a sign that is dropped: it goes with it, as it does in `≠`.
    private mutating func crossesOutNothing(
        at position: Int,
        in text: Span<UInt8>,
        _ table: FoldingTable
    ) -> Bool {
        let surroundings = Surroundings(table)
        guard let place = surroundings.scalar(before: position, past: .invisible, in: text),
            KeptSign.sign(place.scalar)?.kind == .relation
        else { return false }
        return signs.sign(at: place.range.lowerBound, in: text, table) == nil
    }

    /// The sign that stands before a scalar and is kept, if the scalar folds to what begins with a
    /// digit.
    func sign(
        before position: Int,
        _ entry: UInt32,
        _ scalar: UInt32,
        in text: Span<UInt8>,
        _ table: FoldingTable
    ) -> (scalar: UInt32, source: Range<Int>)? {
        let isMapped = entry & 3 == FoldingTable.Action.map
        let first = isMapped ? table.pool[Int(entry >> 8)] : scalar
        guard Surroundings.isDigit(first), KeptSign.mayStand(before: position, in: text) else {
            return nil
        }
        return KeptSign.sign(before: position, in: text, table)
    }
}

/// Turns a text into what is compared.
///
/// Standard folding maps every scalar by NFKC_Casefold (compatibility forms, full and half width,
/// case; zero-width characters go), drops white space, line ends, punctuation and symbols, and
/// composes what is left (NFC), so that noise between a letter and its mark changes nothing. Signs
/// that carry meaning stay (``KeptSign``: 1.5, -3, a < b). A redaction mark (`**`, `XX`, 某某) becomes one
/// wildcard; ``RedactionMark`` says what is one. Marks over Han and private use between Han go, CJK
/// radicals become ideographs, and Arabic and Hebrew lose their points. Folding of variants besides
/// maps ``VariantCharacters``, scalar by scalar, and folding of confusables ``ConfusableCharacters``.
/// Source: The Unicode Consortium, Unicode Standard section 3.13, R5 toNFKC_Casefold; UAX #15.
@_spi(Core) public struct Folder: Sendable {
    /// What is done to a text.
    public let level: FoldingLevel

    /// Creates a folder.
    ///
    /// - Parameter level: What is done to a text.
    public init(level: FoldingLevel) {
        self.level = level
    }

    /// Folds a text.
    ///
    /// - Parameters:
    ///   - text: UTF-8. A byte that is no UTF-8 counts as one U+FFFD: as itself with `none`,
    ///     dropped like any symbol with the others.
    ///   - folded: Receives the folded scalars; what it held is forgotten.
    ///   - keepingMap: Whether the source range of each folded scalar is kept.
    ///   - isValidated: Whether the text is known to be UTF-8 to its last byte.
    /// - Complexity: Linear in the length of the text.
    public func fold(
        _ text: Span<UInt8>,
        into folded: inout FoldedText,
        keepingMap: Bool = true,
        isValidated: Bool = false
    ) {
        folded.reset(capacity: text.count, keepingMap: keepingMap)
        if level == .none {
            copy(text, into: &folded, keepingMap: keepingMap, isValidated: isValidated)
        } else {
            foldFully(text, by: .table(for: level), into: &folded, keepingMap)
        }
        folded.seal(keepingMap: keepingMap)
    }

    private func copy(
        _ text: Span<UInt8>,
        into folded: inout FoldedText,
        keepingMap: Bool,
        isValidated: Bool
    ) {
        let count = text.count
        folded.appendBytes(text)
        ScalarStarts.append(of: text, isValidated: isValidated, to: &folded.scalarStarts)
        guard keepingMap, count > 0 else { return }
        folded.sourceStarts.append(contentsOf: folded.scalarStarts)
        folded.sourceEnds.append(contentsOf: folded.scalarStarts[1...])
        folded.sourceEnds.append(UInt32(truncatingIfNeeded: count))
    }

    private func foldFully(
        _ text: Span<UInt8>,
        by table: FoldingTable,
        into folded: inout FoldedText,
        _ keepingMap: Bool
    ) {
        var context = FoldingContext()
        var position = 0
        while position < text.count {
            position = Self.foldPlainly(
                text,
                from: position,
                level: level,
                &context.signs,
                into: &folded,
                keepingMap: keepingMap
            )
            if position == text.count { return }
            position = foldGroup(
                text,
                from: position,
                by: table,
                &context,
                into: &folded,
                keepingMap
            )
        }
    }

    /// Folds scalars that may join others or hang on what stands beside them, up to one that does
    /// neither, or to the end of a redaction mark.
    private func foldGroup(
        _ text: Span<UInt8>,
        from first: Int,
        by table: FoldingTable,
        _ context: inout FoldingContext,
        into folded: inout FoldedText,
        _ keepingMap: Bool
    ) -> Int {
        var composer = Composer(level: level)
        var position = first
        // What is before this was judged, and is text.
        var judged = first
        repeat {
            let (scalar, length) = UTF8Decoding.scalar(at: position, in: text)
            var range = position..<position + length
            let isInRun = position < judged
            let meaning = context.meaning(of: scalar, at: &range, isInRun: isInRun, in: text, table)
            if !isInRun { judged = range.upperBound }
            range = position..<position + length
            switch meaning {
            case .wildcard:
                composer.finish(&folded, keepingMap: keepingMap)
                folded.appendWildcard(position..<judged, keepingMap: keepingMap)
                return judged
            case .sign(let sign):
                composer.keep(sign, from: range, to: &folded, keepingMap: keepingMap)
            case .text(let entry):
                let before = context.sign(before: position, entry, scalar, in: text, table)
                if let (sign, source) = before {
                    composer.keep(sign, from: source, to: &folded, keepingMap: keepingMap)
                }
                composer.append(scalar, entry, range, to: &folded, keepingMap: keepingMap)
            case .nothing: break
            }
            position += length
        } while (!composer.isEmpty || position < judged) && position < text.count
        composer.finish(&folded, keepingMap: keepingMap)
        return position
    }
}

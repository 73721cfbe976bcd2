/// Turns a text into what is compared.
///
/// Standard folding maps every scalar by NFKC_Casefold (compatibility forms, full and half width,
/// case; zero-width characters go), drops white space, line ends, punctuation and symbols, and
/// composes what is left (NFC), so that noise between a letter and its mark changes nothing. A
/// redaction mark (`**`, `XX`, 某某) becomes one wildcard; ``RedactionMark`` says what is one. Folding of
/// variants besides maps ``VariantCharacters``, scalar by scalar.
/// Source: The Unicode Consortium, Unicode Standard section 3.13, R5 toNFKC_Casefold; UAX #15.
public struct Folder: Sendable {
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
        switch level {
        case .none: copy(text, into: &folded, keepingMap: keepingMap, isValidated: isValidated)
        case .standard: foldFully(text, by: .standard, into: &folded, keepingMap)
        case .variants: foldFully(text, by: .variants, into: &folded, keepingMap)
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
        var marks = RedactionMarkReader()
        var position = 0
        while position < text.count {
            position = Self.foldPlainly(
                text,
                from: position,
                level: level,
                into: &folded,
                keepingMap: keepingMap
            )
            if position == text.count { return }
            position = foldGroup(text, from: position, by: table, &marks, into: &folded, keepingMap)
        }
    }

    /// Folds scalars that may join others or may be a redaction mark, up to one that does not and is
    /// none, or to the end of a mark.
    private func foldGroup(
        _ text: Span<UInt8>,
        from first: Int,
        by table: FoldingTable,
        _ marks: inout RedactionMarkReader,
        into folded: inout FoldedText,
        _ keepingMap: Bool
    ) -> Int {
        var composer = Composer(level: level)
        var position = first
        // What is before this was judged, and is text.
        var judged = first
        repeat {
            let (scalar, length) = UTF8Decoding.scalar(at: position, in: text)
            var entry = table.entry(of: scalar)
            if entry & FoldingTable.Action.mayBeginMark != 0 {
                entry &= ~FoldingTable.Action.mayBeginMark
                if position >= judged {
                    let mark = marks.mark(at: position, in: text)
                    if mark.meaning == .wildcard {
                        composer.finish(&folded, keepingMap: keepingMap)
                        folded.appendWildcard(position..<mark.end, keepingMap: keepingMap)
                        return mark.end
                    }
                    judged = mark.end
                }
            }
            if entry != FoldingTable.Action.drop {
                let range = position..<position + length
                composer.append(scalar, entry, range, to: &folded, keepingMap: keepingMap)
            }
            position += length
        } while (!composer.isEmpty || position < judged) && position < text.count
        composer.finish(&folded, keepingMap: keepingMap)
        return position
    }
}
